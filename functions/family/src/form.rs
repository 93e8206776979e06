//! The pages of the form: shows one with what was answered, and saves what one sent.

use ::pages::respond;
use formats::form::questions::{MOST_CHILDREN, SOMEONE_MAY_BE_HURT};
use jiff::civil::Date;
use lambda_kit::http::{Problem, Request, Response, StatusCode};
use pipeline::accept;
use pipeline::ports::Nature as _;

use crate::draft::{self, Form, Missing, Way};
use crate::journey::{Asked, Journey, Place, Step};
use crate::pages::{self, ADD, CALL, REMOVE};
use crate::serving::{Serving, begin_again};
use crate::visit::Visit;

/// The largest body that is read, in bytes: four texts of the most that is kept, in any script.
const MOST_BYTES: usize = 768 * 1024;
/// The most characters of an answer that are kept. A text that is too long to send is kept as it is,
/// so that it can be made shorter.
const MOST_KEPT: usize = 20_000;
/// The most answers that one page sends.
const MOST_ANSWERS: usize = 100;
/// The page with the numbers to call.
const NUMBERS: &str = "/numbers";
/// The address of the confirmation.
pub(crate) const SENT: &str = "/sent";

/// Refuses what is no form of ours.
pub(crate) fn require_form(request: &Request) -> Result<(), Problem> {
    request.require_same_origin()?;
    request.require_content_type("application/x-www-form-urlencoded")?;
    request.limit_body(MOST_BYTES)
}

/// The latest date that it can be.
pub(crate) fn today<W: Serving>(world: &W) -> Date {
    accept::latest_date(world.nature().now())
}

/// The address at which a form goes on.
pub(crate) fn resume<W: Serving>(world: &W, form: &Form) -> String {
    if form.sent.is_some() {
        return SENT.to_owned();
    }
    let places = world.places();
    Journey::of(form, &Place::of(&places.index), today(world)).resume()
}

/// `GET /form/{page}`: the page with what was answered so far, and with its errors once it was sent.
pub(crate) async fn show<W: Serving>(
    world: &W,
    request: &Request,
    visit: &Visit,
) -> Result<Response, Problem> {
    let opened = match draft::open(world, request).await? {
        Ok(opened) => opened,
        Err(missing) => return Ok(begin_again(missing)),
    };
    if opened.form.sent.is_some() {
        return Ok(Response::redirect(SENT));
    }
    let asked = asked(request, &opened.form)?;
    if !asked.step.is_shown(&opened.form.answers) {
        return Ok(Response::redirect(&resume(world, &opened.form)));
    }
    let places = world.places();
    let place = Place::of(&places.index);
    let journey = Journey::of(&opened.form, &place, today(world));
    let page = pages::question(visit, &journey, asked, &draft::mark(&opened.id));
    Ok(respond(StatusCode::OK, page))
}

/// `POST /form/{page}`: keeps what the page sent, right or wrong, and leads on.
pub(crate) async fn save<W: Serving>(world: &W, request: &Request) -> Result<Response, Problem> {
    require_form(request)?;
    let Some(id) = draft::id_of(request) else { return Ok(begin_again(Missing::NotBegun)) };
    let sent = Page::sent(request)?;
    if sent.mark != draft::mark(&id) {
        return Ok(begin_again(Missing::Another));
    }
    let (places, today) = (world.places(), today(world));
    let place = Place::of(&places.index);
    let saved = draft::change(world, &id, |form| -> Result<String, Problem> {
        if form.sent.is_some() {
            return Ok(SENT.to_owned());
        }
        let asked = asked(request, form)?;
        Ok(sent.save(form, asked, &place, today))
    });
    Ok(match saved.await? {
        Ok(leads_to) => Response::redirect(&leads_to?),
        Err(missing) => begin_again(missing),
    })
}

/// The page that a request asks for. A child's number may be one beyond those told of.
fn asked(request: &Request, form: &Form) -> Result<Asked, Problem> {
    let nothing = || Problem::not_found("There is no page at this address.");
    let slug = request.path_parameter("page").unwrap_or_default();
    let step = Step::named(form.way, slug).ok_or_else(nothing)?;
    let number = match request.path_parameter("number") {
        Some(number) => Some(number.parse().map_err(|_| nothing())?),
        None => None,
    };
    let most = (form.answers.children() + 1).min(MOST_CHILDREN);
    match (step.is_of_child(), number) {
        (true, Some(number)) if (1..=most).contains(&number) => {}
        (false, None) => {}
        _ => return Err(nothing()),
    }
    Ok(Asked { step, number })
}

/// The fields that a page sent.
struct Page {
    answers: Vec<(String, String)>,
    mark: String,
    /// The child to take off the list.
    remove: Option<usize>,
    /// Whether another child is to be told of.
    adds: bool,
    /// Whether somebody needs the numbers to call now.
    calls: bool,
}

impl Page {
    fn sent(request: &Request) -> Result<Self, Problem> {
        let mut answers = request.form();
        let first = |name: &str| {
            answers.iter().find(|(known, _)| known == name).map(|(_, value)| value.clone())
        };
        let mark = first(draft::FIELD).unwrap_or_default();
        let remove = first(REMOVE).and_then(|number| number.parse().ok());
        let (adds, calls) = (first(ADD).is_some(), first(CALL).is_some());
        answers.truncate(MOST_ANSWERS);
        if answers.iter().any(|(_, value)| value.chars().count() > MOST_KEPT) {
            return Err(Problem::too_large(MOST_KEPT));
        }
        Ok(Self { answers, mark, remove, adds, calls })
    }

    /// Keeps the answers, and names the page to go to. Doing it again changes nothing more, but for a
    /// child that is taken away: its page was of the list as it is no more.
    fn save(&self, form: &mut Form, asked: Asked, place: &Place<'_>, today: Date) -> String {
        let Asked { step, number } = asked;
        let was_hurt = form.answers.ticked(SOMEONE_MAY_BE_HURT.name);
        let was_told = number.is_some_and(|number| number <= form.answers.children());
        form.answers.replace(&step.fields(number), &self.answers);
        form.drop_hidden_address();
        if step.slug == "who" && form.way == Way::Short && !Form::is_parent(&form.answers) {
            // The short way takes a parent or carer for granted.
            form.way = Way::Full;
        }
        if let Some(number) = self.remove.filter(|_| step.is_list()) {
            form.remove_child(number);
            return step.address(None);
        }
        if self.calls {
            return NUMBERS.to_owned();
        }
        if self.adds && step.is_list() && form.answers.children() < MOST_CHILDREN {
            return Step::address_of_child(form.answers.children() + 1);
        }
        form.tried.insert(step.noted(number));
        let journey = Journey::of(form, place, today);
        let mut leads_to = journey.after(step, number);
        if form.returning && was_told && leads_to != step.address(number) {
            // A child was changed, from the page with all answers.
            leads_to = journey.resume();
        }
        if leads_to == crate::journey::CHECK {
            form.returning = true;
        }
        let is_hurt = form.answers.ticked(SOMEONE_MAY_BE_HURT.name);
        if is_hurt && !was_hurt { NUMBERS.to_owned() } else { leads_to }
    }
}
