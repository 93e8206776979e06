//! The forms by which an entry is changed.

use maud::{Markup, html};
use pipeline::rows::EntryRow;

/// A form for one action, on the version that the page shows.
pub(super) fn change_form(entry: &EntryRow, action: &str, content: &Markup) -> Markup {
    html! {
        form method="post" action={ "/hub/entries/" (entry.id) "/" (action) } {
            input type="hidden" name="version" value=(entry.version);
            (content)
        }
    }
}
