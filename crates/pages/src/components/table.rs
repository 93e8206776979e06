//! Figures and facts to compare, in rows and columns.

use maud::{Markup, Render, html};

use crate::markup::{Attributes, Content, class, element, words};

/// A table of rows and columns.
#[derive(Debug, Clone, Default)]
#[cfg_attr(
    test,
    derive(serde::Deserialize),
    serde(default, rename_all = "camelCase", deny_unknown_fields)
)]
pub struct Table {
    /// The table's name.
    pub caption: String,
    /// Further classes of the name.
    pub caption_classes: String,
    /// The names of the columns.
    pub head: Vec<Cell>,
    /// The rows, each a list of cells.
    pub rows: Vec<Vec<Cell>>,
    /// Whether the first cell of each row is its name.
    pub first_cell_is_header: bool,
    /// Further classes of the element.
    pub classes: String,
    /// Further attributes of the element.
    pub attributes: Attributes,
}

/// A cell of a table.
#[derive(Debug, Clone, Default)]
#[cfg_attr(
    test,
    derive(serde::Deserialize),
    serde(default, rename_all = "camelCase", deny_unknown_fields)
)]
pub struct Cell {
    /// The content that is shown.
    pub content: Content,
    /// The format: `numeric` is set to the end of the line.
    pub format: String,
    /// The number of columns that it takes.
    pub colspan: Option<u32>,
    /// The number of rows that it takes.
    pub rowspan: Option<u32>,
    /// Further classes of the element.
    pub classes: String,
    /// Further attributes of the element.
    pub attributes: Attributes,
}

impl<C: Into<Content>> From<C> for Cell {
    fn from(content: C) -> Self {
        Self { content: content.into(), ..Self::default() }
    }
}

impl Cell {
    fn render_as(&self, name: &str, scope: &str, own: &str, format: &str) -> Markup {
        let format = if format.is_empty() { String::new() } else { format!("{own}--{format}") };
        let number = |number: Option<u32>| number.map(|number| number.to_string());
        let attributes = class(own, &words(&[&format, &self.classes]))
            .with_any("scope", scope)
            .with_some("colspan", number(self.colspan))
            .with_some("rowspan", number(self.rowspan))
            .and(&self.attributes);
        element(name, &attributes, &self.content)
    }
}

impl Render for Table {
    fn render(&self) -> Markup {
        let attributes = class("govuk-table", &self.classes).and(&self.attributes);
        let (header, cell) = ("govuk-table__header", "govuk-table__cell");
        element(
            "table",
            &attributes,
            &html! {
                @if !self.caption.is_empty() {
                    caption class=(words(&["govuk-table__caption", &self.caption_classes])) { (self.caption) }
                }
                @if !self.head.is_empty() {
                    thead class="govuk-table__head" {
                        tr class="govuk-table__row" {
                            @for one in &self.head { (one.render_as("th", "col", header, &one.format)) }
                        }
                    }
                }
                tbody class="govuk-table__body" {
                    @for row in &self.rows {
                        tr class="govuk-table__row" {
                            @for (place, one) in row.iter().enumerate() {
                                @if place == 0 && self.first_cell_is_header {
                                    (one.render_as("th", "row", header, ""))
                                } @else {
                                    (one.render_as("td", "", cell, &one.format))
                                }
                            }
                        }
                    }
                }
            },
        )
    }
}
