//! The form that filters the list. It is folded away until a filter is on.

use ::pages::components::{Button, Checkboxes, Choice, Choosable, Fieldset, Legend, Select};
use maud::{Markup, html};
use pipeline::rows::Part;
use referral::code_list::CodeList;
use referral::{AgeBand, EntryState, Need, ReferrerKind};

use crate::list_view::ListView;

pub(super) fn filters(view: &ListView) -> Markup {
    let filter = &view.query.filter;
    let shows_all = filter.part == Part::All && filter.state.is_none() && filter.sought.is_none();
    let ticked = [("mine", filter.mine), ("late", filter.late)];
    let is_on = shows_all
        || ticked.iter().any(|(_, is)| *is)
        || filter.state.is_some()
        || filter.age.is_some()
        || filter.need.is_some()
        || filter.sender.is_some();
    let kept = view.pairs().into_iter().filter(|(name, _)| ["inbox", "search"].contains(name));
    html! {
        details open[is_on] {
            summary { "Filter the list" }
            form method="get" action="/hub" class="filtering" {
                @for (name, value) in kept { input type="hidden" name=(name) value=(value); }
                (select("state", "State", "Any", filter.state.map(EntryState::code), EntryState::ALL))
                (select("age", "Age", "Any", filter.age.map(AgeBand::code), AgeBand::ALL))
                (select("need", "Need", "Any", filter.need.map(Need::code), Need::ALL))
                (select("sender", "Sent by", "Anybody", filter.sender.map(ReferrerKind::code), ReferrerKind::ALL))
                (only("mine", "Only mine", filter.mine, "yes"))
                (only("late", "Only what is late", filter.late, "yes"))
                (only("part", "Closed ones too", shows_all, "all"))
                (Button { classes: "govuk-button--secondary".to_owned(), ..Button::from("Show") })
            }
            @if is_on { p { a href="/hub" { "Clear the filters" } } }
        }
    }
}

fn select<T: CodeList>(
    name: &str,
    label: &str,
    any: &str,
    chosen: Option<&str>,
    all: &[T],
) -> Markup {
    let items = all.iter().map(|one| Choosable::new(one.code(), one.label()));
    let select = Select {
        name: name.to_owned(),
        label: label.into(),
        items: std::iter::once(Choosable::new("", any)).chain(items).collect(),
        value: chosen.unwrap_or_default().to_owned(),
        ..Select::default()
    };
    html! { (select) }
}

fn only(name: &str, label: &str, is_on: bool, value: &str) -> Markup {
    let legend = Legend {
        content: label.into(),
        classes: "govuk-visually-hidden".to_owned(),
        ..Legend::default()
    };
    let checkbox = Checkboxes {
        name: name.to_owned(),
        items: vec![Choice::new(value, label)],
        values: is_on.then(|| value.to_owned()).into_iter().collect(),
        fieldset: Some(Fieldset { legend: Some(legend), ..Fieldset::default() }),
        classes: "govuk-checkboxes--small".to_owned(),
        ..Checkboxes::default()
    };
    html! { (checkbox) }
}
