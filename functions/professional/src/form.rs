//! The pages of the form: shows one with what was answered, and saves what one sent.

use ::pages::respond;
use filling::{Place, first, start_of};
use formats::form::questions::{COUNCIL, MOST_CHILDREN, SOMEONE_MAY_BE_HURT};
use lambda_kit::http::{Problem, Request, Response, StatusCode};
use locality::PhoneNow;
use referral::{Address, GssCode, Location, Referrer};

use crate::app::{App, HOME, Serving, fields};
use crate::draft::{self, FIELD, FORM, Form, Opened, mark_of};
use crate::journey::{CHECK, Journey, STEPS, Step};
use crate::notice;
use crate::pages::{self, ADD, REMOVE};
use crate::session::{self, Session};

/// The most characters of an answer that are kept. A text that is too long to send is kept as it is,
/// so that it can be made shorter.
const MOST_KEPT: usize = 20_000;
/// The most answers that one page sends: 20 children with eight fields each, and some more.
const MOST_ANSWERS: usize = 250;
/// The page with the numbers to call.
const NUMBERS: &str = "/refer/professional/numbers";
/// The address of the confirmation.
pub(crate) const SENT: &str = "/refer/professional/sent";

/// Answers `GET /refer/professional`: the first page, with the way back to a form that was begun.
pub(crate) async fn home<W: Serving>(app: &App<W>, request: &Request) -> Result<Response, Problem> {
    let (session, referrer) = match session::referrer(app, request).await? {
        Ok(known) => known,
        Err(answer) => return Ok(answer),
    };
    let opened = draft::open(app, request, &session).await?;
    let begun = opened.map(|opened| goes_on(app, &opened, &referrer));
    let is_lost = request.query("lost").is_some();
    Ok(respond(StatusCode::OK, pages::home(&referrer, begun.as_deref(), is_lost)))
}

/// The address at which a form goes on.
fn goes_on<W: Serving>(app: &App<W>, opened: &Opened, referrer: &Referrer) -> String {
    if opened.form.sent.is_some() {
        return SENT.to_owned();
    }
    let places = app.world.places();
    Journey::of(&opened.form, referrer, &Place::of(&places.index), app.world.today()).resume()
}

/// Answers `POST /refer/professional/start`: begins a form, in place of one that this browser had.
pub(crate) async fn begin<W: Serving>(
    app: &App<W>,
    request: &Request,
) -> Result<Response, Problem> {
    fields(request)?;
    let (session, _) = match session::referrer(app, request).await? {
        Ok(known) => known,
        Err(answer) => return Ok(answer),
    };
    FORM.end(&app.world, request).await;
    let cookie = FORM.begin(&app.world, &Form::begin(&app.world, &session)).await?;
    Ok(Response::redirect(&STEPS[0].address()).cookie(&cookie))
}

/// The one who is signed in, with the form that they have begun; or the answer that leads there.
pub(crate) async fn begun<W: Serving>(
    app: &App<W>,
    request: &Request,
) -> Result<Result<(Session, Referrer, Opened), Response>, Problem> {
    let (session, referrer) = match session::referrer(app, request).await? {
        Ok(known) => known,
        Err(answer) => return Ok(Err(answer)),
    };
    Ok(match draft::open(app, request, &session).await? {
        Some(opened) => Ok((session, referrer, opened)),
        None => Err(lost()),
    })
}

/// The way to the first page, which tells that there is no form to go on with.
fn lost() -> Response {
    Response::redirect(&format!("{HOME}?lost=1"))
}

/// Answers `GET /refer/professional/form/{page}`.
pub(crate) async fn show<W: Serving>(app: &App<W>, request: &Request) -> Result<Response, Problem> {
    let step = asked(request)?;
    let (_, referrer, opened) = match begun(app, request).await? {
        Ok(begun) => begun,
        Err(answer) => return Ok(answer),
    };
    if opened.form.sent.is_some() {
        return Ok(Response::redirect(SENT));
    }
    let places = app.world.places();
    let place = Place::of(&places.index);
    let journey = Journey::of(&opened.form, &referrer, &place, app.world.today());
    let adds = request.query("add").is_some();
    let page = pages::question(&journey, step, adds, &mark_of(&opened.id));
    Ok(respond(StatusCode::OK, page))
}

/// Answers `POST /refer/professional/form/{page}`: keeps what the page sent, right or wrong, and leads on.
pub(crate) async fn save<W: Serving>(app: &App<W>, request: &Request) -> Result<Response, Problem> {
    let step = asked(request)?;
    let mut sent = fields(request)?;
    let (_, referrer, opened) = match begun(app, request).await? {
        Ok(begun) => begun,
        Err(answer) => return Ok(answer),
    };
    if first(&sent, FIELD) != mark_of(&opened.id) {
        return Ok(lost());
    }
    sent.truncate(MOST_ANSWERS);
    for (_, value) in &mut sent {
        *value = start_of(value, MOST_KEPT);
    }
    let (places, today) = (app.world.places(), app.world.today());
    let place = Place::of(&places.index);
    let saved = filling::change(&app.world, &opened.id, |form: &mut Form| {
        if form.sent.is_some() {
            return SENT.to_owned();
        }
        keep(form, step, &sent);
        if !first(&sent, REMOVE).is_empty() {
            return step.address();
        }
        if !first(&sent, ADD).is_empty() {
            return format!("{}?add=1", step.address());
        }
        form.tried.insert(step.slug.to_owned());
        let is_concern = |form: &Form| form.answers.ticked(SOMEONE_MAY_BE_HURT.name);
        if is_concern(form) && !is_concern(&opened.form) {
            return NUMBERS.to_owned();
        }
        Journey::of(form, &referrer, &place, today).after(step)
    });
    Ok(saved.await?.map_or_else(lost, |to| Response::redirect(&to)))
}

/// Keeps the answers of a page. Doing it again changes nothing more: the page of children holds them all,
/// so that the one to remove is removed from the same list.
fn keep(form: &mut Form, step: &Step, sent: &[(String, String)]) {
    form.answers.replace(&step.fields(), sent);
    form.drop_hidden_address();
    if step.is_of_children()
        && let Ok(number) = first(sent, REMOVE).parse::<usize>()
        && (1..=MOST_CHILDREN).contains(&number)
    {
        form.answers.remove_child(number);
    }
}

fn asked(request: &Request) -> Result<&'static Step, Problem> {
    let step = request.path_parameter("page").and_then(Step::named);
    step.ok_or_else(|| Problem::not_found("There is no page at this address."))
}

/// Answers `GET /refer/professional/numbers`: whom to call about a concern, with the way on.
pub(crate) async fn numbers<W: Serving>(
    app: &App<W>,
    request: &Request,
) -> Result<Response, Problem> {
    let (_, referrer, opened) = match begun(app, request).await? {
        Ok(begun) => begun,
        Err(answer) => return Ok(answer),
    };
    let phone = phone_now(app, &opened.form);
    let page = pages::numbers(&phone, &goes_on(app, &opened, &referrer));
    Ok(respond(StatusCode::OK, page))
}

/// The numbers of the front door of the place that a form has told of.
fn phone_now<W: Serving>(app: &App<W>, form: &Form) -> PhoneNow {
    let places = app.world.places();
    let authority = GssCode::parse(form.answers.value(COUNCIL.name)).ok();
    let location = match Place::of(&places.index).postcode(&form.answers) {
        Some(postcode) => {
            Location::Address(Address { postcode: Some(postcode), authority, ..Address::default() })
        }
        None => Location::NotGiven { authority },
    };
    places.localities.phone_now(&location, app.world.today(), &places.index)
}

/// Answers `GET /refer/professional/check`: all answers together; the first page that is not finished,
/// while there is one.
pub(crate) async fn check<W: Serving>(
    app: &App<W>,
    request: &Request,
) -> Result<Response, Problem> {
    let (_, referrer, opened) = match begun(app, request).await? {
        Ok(begun) => begun,
        Err(answer) => return Ok(answer),
    };
    if opened.form.sent.is_some() {
        return Ok(Response::redirect(SENT));
    }
    let places = app.world.places();
    let place = Place::of(&places.index);
    let journey = Journey::of(&opened.form, &referrer, &place, app.world.today());
    let resume = journey.resume();
    if resume != CHECK {
        return Ok(Response::redirect(&resume));
    }
    if !opened.form.returning {
        let noted = filling::change(&app.world, &opened.id, |form: &mut Form| {
            form.returning = true;
        });
        noted.await?;
    }
    let offered = |referral| notice::offered(referral, &app.groups, &app.texts);
    let offered = journey.referral().and_then(offered);
    let page = pages::check(&journey, &referrer, offered.as_ref(), &mark_of(&opened.id));
    Ok(respond(StatusCode::OK, page))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tests::form;

    #[test]
    fn a_child_is_removed_once_however_often_the_button_is_pressed() {
        let sent = [
            ("child-1-given-name", "Ada"),
            ("child-2-given-name", "Bo"),
            ("child-3-given-name", "محمد"),
            (REMOVE, "2"),
        ];
        let sent = sent.map(|(name, value)| (name.to_owned(), value.to_owned()));
        let mut form = form(&[("child-1-given-name", "Ada")]);
        for _ in 0..3 {
            keep(&mut form, &STEPS[0], &sent);
            let left: Vec<_> = form.answers.pairs().map(|(_, value)| value).collect();
            assert_eq!(left, ["Ada", "محمد"]);
        }
    }
}
