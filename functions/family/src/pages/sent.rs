//! The page that a family sees once its form is stored. It follows from what they sent and from the
//! rulebook alone, so it is the same for families that are known and families that are not.

use ::pages::components::Panel;
use locality::{Nearby, PhoneNow};
use maud::{Markup, html};
use referral::Priority;

use super::helplines::{self, tel};
use crate::sent::Sent;
use crate::visit::Visit;

/// The page that confirms a form; `secret` is the code to ask later how it is getting on.
pub(crate) fn sent(visit: &Visit, sent: &Sent, secret: &str) -> String {
    let content = html! {
        (done(sent))
        @if let Some(phone) = &sent.phone_now { (phone_numbers(phone)) } @else { (helplines::danger()) }
        h2 { "What happens next" }
        @if sent.phone_now.is_some() { (after_a_worry(sent)) } @else { (after_asking(sent)) }
        (unread(visit, sent))
        p { "If you live in another council’s area, we pass it on to them." }
        @if !sent.nearby.is_empty() { (hubs_nearby(&sent.nearby)) }
        h2 { "Keep your reference" }
        p { "Write it down if it is safe to. It does not show your name or what you told us." }
        p { "Your code is " strong class="code" { (secret) } "." }
        p { a href="/" { "Fill in another form" } }
    };
    super::page(visit, &content).to_html()
}

/// The answers that were not taken as they were sent, each by its name and never by what was typed.
fn unread(visit: &Visit, sent: &Sent) -> Markup {
    let names = |keys: &[String]| {
        let mut names: Vec<String> = Vec::new();
        for key in keys {
            let name = visit.language.optional(&format!("{key}-brief"));
            let name = name.unwrap_or_else(|| "another answer".to_owned());
            if !names.contains(&name) {
                names.push(name);
            }
        }
        html! { ul { @for name in names { li { (name) } } } }
    };
    html! {
        @if !sent.kept.is_empty() {
            p {
                "We were not sure how to read some of your answers. We have kept them just as "
                "you gave them, and a person will look at them:"
            }
            (names(&sent.kept))
        }
        @if !sent.left_out.is_empty() {
            p { "Because it must stay secret, we have not kept:" }
            (names(&sent.left_out))
        }
    }
}

fn within(sent: &Sent) -> &'static str {
    match sent.priority {
        Priority::Safeguarding | Priority::Urgent => "today, or on the next working day",
        Priority::Soon => "within 2 working days",
        Priority::Routine | Priority::NotAnswered => "within 5 working days",
    }
}

fn done(sent: &Sent) -> Panel {
    let reference = html! {
        "Your reference is" br;
        span class="reference" { strong { (sent.reference.as_str()) } }
    };
    let title = "Thank you. We have your form".into();
    Panel { title, content: reference.into(), ..Panel::default() }
}

fn after_asking(sent: &Sent) -> Markup {
    html! {
        ol {
            li { "Someone at a Family Hub will read what you sent." }
            @if sent.may_be_reached {
                li { "They will try to get in touch " (within(sent)) ", only in the ways you said are safe." }
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
fn after_a_worry(sent: &Sent) -> Markup {
    html! {
        ol {
            li { "People whose work is to keep children safe will read what you sent before anything else." }
            @if sent.may_be_reached {
                li { "They will try to get in touch " (within(sent)) ", in the ways you said are safe." }
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
