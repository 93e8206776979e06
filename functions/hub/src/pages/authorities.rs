//! The list of councils to hand a family over to, each with the contact that is known here, if any.

use ::pages::Page;
use ::pages::components::BackLink;
use locality::Listed;
use maud::{Markup, Render, html};
use referral::Nation;

use super::content::{row, whole};

const TITLE: &str = "Councils in every nation";

/// The page.
pub(crate) fn authorities(listed: &[Listed<'_>]) -> String {
    let content = html! {
        h1 { (TITLE) }
        p {
            "Each council that runs children’s services, as the Office for National Statistics names them. A contact is shown where a rulebook here has one. For the others, use the council’s own website: "
            a href="https://www.gov.uk/find-local-council" rel="noreferrer" { "find a local council on GOV.UK" } "."
        }
        p { "If somebody is in danger now, call 999." }
        nav aria-label="Nations" {
            ul { @for nation in NATIONS { li { a href={ "#" (id(nation)) } { (name(nation)) } } } }
        }
        @for nation in NATIONS {
            section id=(id(nation)) {
                h2 { (name(nation)) }
                ul class="entries" {
                    @for one in listed.iter().filter(|one| one.authority.nation() == nation) {
                        li { h3 { (one.authority.name) } (districts(one)) (contact(one)) }
                    }
                }
            }
        }
    };
    let before = BackLink::to("/hub", "Back to the inbox").render();
    Page { before, ..super::signed_in(TITLE, content) }.to_html()
}

/// The contact of a council, or the words that none is known.
pub(super) fn contact(one: &Listed<'_>) -> Markup {
    html! {
        @if let Some(rulebook) = one.rulebook {
            dl {
                @if let Some(public) = &rulebook.public {
                    (row("Answers", Some(&public.name)))
                    (row("Phone", Some(whole(&public.phone))))
                    (row("Email", Some(&public.email)))
                }
                (row("Concerns, in office hours", Some(whole(&rulebook.front_door.in_hours))))
                (row("Concerns, at other times", Some(whole(&rulebook.front_door.out_of_hours))))
            }
            p class="facts" { "It has inboxes here: an entry can be sent to it." }
        } @else if let Some(contact) = one.contact {
            dl { (row("Answers", Some(&contact.name))) (row("Phone", Some(whole(&contact.phone)))) }
        } @else {
            p class="facts" { "No contact is known here." }
        }
    }
}

fn districts(one: &Listed<'_>) -> Markup {
    let names: Vec<&str> = one.districts.iter().map(|one| one.name).collect();
    html! { @if !names.is_empty() { p { "For " (names.join(", ")) } } }
}

const NATIONS: [Nation; 6] = [
    Nation::England,
    Nation::Wales,
    Nation::Scotland,
    Nation::NorthernIreland,
    Nation::ChannelIslands,
    Nation::IsleOfMan,
];

fn name(nation: Nation) -> &'static str {
    match nation {
        Nation::England => "England",
        Nation::Wales => "Wales",
        Nation::Scotland => "Scotland",
        Nation::NorthernIreland => "Northern Ireland",
        Nation::ChannelIslands => "Channel Islands",
        Nation::IsleOfMan => "Isle of Man",
        Nation::Unknown => "Elsewhere",
    }
}

fn id(nation: Nation) -> String {
    name(nation).to_lowercase().replace(' ', "-")
}
