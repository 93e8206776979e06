//! The page that a family sees once its form is stored. It follows from what they sent and from the
//! rulebook alone, so it is the same for families that are known and families that are not.

mod unread;

use ::pages::components::Panel;
use locality::{Nearby, PhoneNow};
use maud::{Markup, html};
use pipeline::Receipt;
use referral::{AsGiven, Priority, Referral, Treatment};

use self::unread::Unread;
use super::helplines::{self, tel};

/// The words on what happens next, as far as that follows from what was sent.
pub(crate) struct Next {
    within: &'static str,
    may_be_reached: bool,
    /// The postcode that was read in place of the one typed.
    postcode: Option<String>,
    unread: Unread,
}

impl Next {
    pub(crate) fn of(referral: &Referral) -> Self {
        let within = match referral.priority() {
            Priority::Safeguarding | Priority::Urgent => "today, or on the next working day",
            Priority::Soon => "within 2 working days",
            Priority::Routine | Priority::NotAnswered => "within 5 working days",
        };
        let read_as = |given: &AsGiven| given.treatment == Treatment::ReadAs;
        let postcode = referral.household.location.postcode();
        let postcode = postcode.filter(|_| referral.as_given.iter().any(read_as));
        Self {
            within,
            may_be_reached: referral.can_be_reached(),
            postcode: postcode.map(|postcode| postcode.as_str()),
            unread: Unread::of(referral),
        }
    }
}

/// The page that confirms a form.
pub(crate) fn confirmation(receipt: &Receipt, next: &Next, nearby: &[Nearby]) -> String {
    let content = html! {
        (done(receipt))
        @if let Some(phone) = &receipt.phone_now { (phone_numbers(phone)) } @else { (helplines::danger()) }
        h2 { "What happens next" }
        @if receipt.phone_now.is_some() { (after_a_worry(next)) } @else { (after_asking(next)) }
        @if let Some(postcode) = &next.postcode {
            p {
                "We read your postcode as " strong { (postcode) }
                ". If that is not right, please fill in another form."
            }
        }
        (next.unread)
        p { "If you live in another council’s area, we pass it on to them." }
        @if !nearby.is_empty() { (hubs_nearby(nearby)) }
        h2 { "Keep your reference" }
        p { "Write it down if it is safe to. It does not show your name or what you told us." }
        p { a href="/" { "Fill in another form" } }
    };
    super::page("We have your form", &content).to_html()
}

fn done(receipt: &Receipt) -> Panel {
    let reference = html! {
        "Your reference is" br;
        span class="reference" { strong { (receipt.reference.as_str()) } }
    };
    let title = "Thank you. We have your form".into();
    Panel { title, content: reference.into(), ..Panel::default() }
}

fn after_asking(next: &Next) -> Markup {
    html! {
        ol {
            li { "Someone at a Family Hub will read what you sent." }
            @if next.may_be_reached {
                li { "They will try to get in touch " (next.within) ", only in the ways you said are safe." }
                li { "You talk together about what would help." }
            } @else {
                li {
                    "We do not have a safe way to get in touch with you, so nobody will call or write. "
                    "You can go to a Family Hub near you, and show your reference."
                }
            }
        }
    }
}

/// The hubs, which any family there could find out: the list does not tell where this form went.
fn hubs_nearby(nearby: &[Nearby]) -> Markup {
    html! {
        h2 { "Family Hubs near you" }
        p { "You do not have to wait for us. You can go to any of these and ask for help." }
        ul {
            @for hub in nearby {
                li {
                    strong { (hub.name) }
                    @for line in [&hub.address, &hub.postcode].into_iter().flatten() { br; (line) }
                    @if let Some(phone) = &hub.phone { br; (tel(phone)) }
                }
            }
        }
    }
}

/// The next steps after a worry. They do not promise that nobody will come: the people who keep
/// children safe may have to.
fn after_a_worry(next: &Next) -> Markup {
    html! {
        ol {
            li { "People whose work is to keep children safe will read what you sent before anything else." }
            @if next.may_be_reached {
                li { "They will try to get in touch " (next.within) ", in the ways you said are safe." }
            } @else {
                li { "We do not have a safe way to get in touch with you. If you can, call one of the numbers above." }
            }
        }
    }
}

fn phone_numbers(phone: &PhoneNow) -> Markup {
    html! {
        div class="call" {
            h2 { "Talk to someone now" }
            p { strong { "If anyone is in danger right now, call " (tel(&phone.emergency)) "." } }
            p {
                "You told us someone is being hurt, or could be. You do not have to wait. Call "
                @match &phone.authority {
                    Some(authority) => { "the children’s team at " (authority) },
                    None => "for advice",
                } ":"
            }
            dl {
                dt { "In the daytime, Monday to Friday" }
                dd { (tel(&phone.in_hours)) (whose(phone.in_hours_of.as_deref())) }
                dt { "At night, at weekends and on holidays" }
                dd { (tel(&phone.out_of_hours)) (whose(phone.out_of_hours_of.as_deref())) }
            }
        }
    }
}

/// The name of the service that answers, where it is not the children's team just named.
fn whose(name: Option<&str>) -> Markup {
    html! { @if let Some(name) = name { " (" (name) ")" } }
}
