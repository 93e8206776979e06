//! The pages of the form: shows one with what was answered, and saves what one sent.

use ::pages::respond;
use formats::form::questions::{MOST_CHILDREN, NEEDS, SOMEONE_MAY_BE_HURT};
use jiff::civil::Date;
use lambda_kit::http::{Problem, Request, Response, StatusCode};
use pipeline::ports::Nature as _;
use referral::Need;

use crate::draft::{self, FORM, Form, Missing, Opened, Way};
use crate::journey::{Asked, Journey, Place, Step};
use crate::pages::{self, ADD, Begun, CALL, REMOVE};
use crate::serving::{Serving, begin_again};
use crate::visit::Visit;
use filling::{Answers, first, start_of};

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

/// The day that it is.
pub(crate) fn today<W: Serving>(world: &W) -> Date {
    filling::day(world.nature().now())
}

/// The form that this browser has begun, as the pages around it need to know it.
pub(crate) fn begun<W: Serving>(world: &W, opened: &Opened) -> Begun {
    let Opened { id, form } = opened;
    let places = world.places();
    let address = || Journey::of(form, &Place::of(&places.index), today(world)).goes_on();
    Begun {
        address: if form.sent.is_some() { SENT.to_owned() } else { address() },
        mark: draft::mark(id),
        is_sent: form.sent.is_some(),
        tells_of_danger: form.answers.ticked(SOMEONE_MAY_BE_HURT.name),
    }
}

/// `POST /numbers`: marks the form as one that tells of danger, and goes on with it.
pub(crate) async fn tell_of_danger<W: Serving>(
    world: &W,
    request: &Request,
) -> Result<Response, Problem> {
    require_form(request)?;
    let Some(id) = FORM.id_of(request) else { return Ok(begin_again(Missing::NotBegun)) };
    if first(&request.form(), draft::FIELD) != draft::mark(&id) {
        return Ok(begin_again(Missing::Another));
    }
    let (places, today) = (world.places(), today(world));
    let place = Place::of(&places.index);
    let marked = draft::change(world, &id, |form| {
        if form.sent.is_some() {
            return SENT.to_owned();
        }
        form.answers.put(SOMEONE_MAY_BE_HURT.name, "yes");
        Journey::of(form, &place, today).goes_on()
    });
    Ok(match marked.await? {
        Ok(leads_to) => Response::redirect(&leads_to),
        Err(missing) => begin_again(missing),
    })
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
        return Ok(Response::redirect(&begun(world, &opened).address));
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
    let Some(id) = FORM.id_of(request) else { return Ok(begin_again(Missing::NotBegun)) };
    let sent = Page::sent(request);
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
    remove: Option<Removal>,
    /// Whether another child is to be told of.
    adds: bool,
    /// Whether somebody needs the numbers to call now.
    calls: bool,
}

impl Page {
    fn sent(request: &Request) -> Self {
        let mut answers = request.form();
        let has = |name: &str| !first(&answers, name).is_empty();
        let (adds, calls) = (has(ADD), has(CALL));
        let mark = first(&answers, draft::FIELD).to_owned();
        let remove = Removal::parse(first(&answers, REMOVE));
        answers.truncate(MOST_ANSWERS);
        for (_, value) in &mut answers {
            *value = start_of(value, MOST_KEPT);
        }
        Self { answers, mark, remove, adds, calls }
    }

    /// Keeps the answers, and names the page to go to. Doing it again changes nothing more.
    fn save(&self, form: &mut Form, asked: Asked, place: &Place<'_>, today: Date) -> String {
        let Asked { step, number } = asked;
        let before = dangers(&form.answers);
        let was_told = number.is_some_and(|number| number <= form.answers.children());
        form.answers.replace(&step.fields(number), &self.answers);
        form.drop_hidden_address();
        if step.slug == "who" && form.way == Way::Short && !Form::is_parent(&form.answers) {
            // The short way takes a parent or carer for granted.
            form.way = Way::Full;
        }
        if let Some(Removal { number, of }) = self.remove.filter(|_| step.is_list()) {
            // A second press is of a list that is no more.
            if of == form.answers.children() {
                form.remove_child(number);
            }
            return step.address(None);
        }
        if self.calls {
            return NUMBERS.to_owned();
        }
        if self.adds && step.is_list() && form.answers.children() < MOST_CHILDREN {
            return Step::address_of_child(form.answers.children() + 1);
        }
        form.tried.insert(step.noted(number));
        if Journey::of(form, place, today).goes_on() == crate::journey::CHECK {
            form.returning = true;
        }
        let journey = Journey::of(form, place, today);
        let mut leads_to = journey.after(step, number);
        if form.returning && was_told && leads_to != step.address(number) {
            // A child was changed, from the page with all answers.
            leads_to = journey.resume();
        }
        let is_new = |(is, was): (bool, bool)| is && !was;
        if dangers(&form.answers).into_iter().zip(before).any(is_new) {
            NUMBERS.clone_into(&mut leads_to);
        }
        leads_to
    }
}

/// The answers for which the numbers to call are shown at once: a worry, and fear at home.
fn dangers(answers: &Answers) -> [bool; 2] {
    let is_afraid = answers.chose(NEEDS.name, Need::DomesticAbuse.code());
    [answers.ticked(SOMEONE_MAY_BE_HURT.name), is_afraid]
}

/// A child to take off the list, and the number of children on the list when the button was drawn.
#[derive(Clone, Copy)]
struct Removal {
    number: usize,
    of: usize,
}

impl Removal {
    /// Reads the value of a button, such as `2-of-4`.
    fn parse(value: &str) -> Option<Self> {
        let (number, of) = value.split_once("-of-")?;
        Some(Self { number: number.parse().ok()?, of: of.parse().ok()? })
    }
}

#[cfg(test)]
mod tests;
