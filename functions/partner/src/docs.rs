//! `GET /docs`: the contract to read: a quick start, every operation, every field. Server-rendered, with
//! no script of its own.

mod fields;
mod operations;
#[cfg(test)]
mod tests;

use std::sync::{LazyLock, OnceLock};

use lambda_kit::http::{Problem, Response, StatusCode};
use maud::{Markup, PreEscaped, html};
use pages::{Page, Service};
use serde_json::{Map, Value};

use crate::contract::{DOCUMENT, KEPT};

const SERVICE: Service = Service {
    name: "Hubward API",
    one_title: None,
    home: "/docs",
    assets: "/docs/assets",
    exit: None,
    is_wide: false,
};

/// The guide of `docs/guides/api.md`, as the build makes it HTML.
const GUIDE: &str = include_str!(concat!(env!("OUT_DIR"), "/guide.html"));

/// Answers with the page.
pub(crate) fn page() -> Result<Response, Problem> {
    static PAGE: OnceLock<String> = OnceLock::new();
    let html = if let Some(html) = PAGE.get() {
        html.clone()
    } else {
        let contract = serde_json::from_str(DOCUMENT).map_err(|e| Problem::unexpected(&e))?;
        PAGE.get_or_init(|| render(&contract)).clone()
    };
    Ok(pages::respond(StatusCode::OK, html).cacheable(KEPT))
}

fn render(contract: &Value) -> String {
    let content = html! {
        h1 { "Hubward API" }
        p { (words(text(&contract["info"], "description"))) }
        p {
            "The contract for programs is "
            a href="/openapi.json" { "openapi.json" } " (OpenAPI 3.1, version "
            (text(&contract["info"], "version")) ")."
        }
        (contents(contract))
        section id="start" { (PreEscaped(GUIDE)) }
        (operations::all(contract))
        (fields::all(contract))
    };
    Page::new(&SERVICE, "Read the contract", content).to_html()
}

fn contents(contract: &Value) -> Markup {
    html! {
        nav aria-label="Contents" {
            ul {
                li { a href="#start" { "Quick start" } }
                @for (tag, operations) in operations::by_tag(contract) {
                    li {
                        (tag)
                        ul {
                            @for operation in operations {
                                li { a href={ "#" (operation.id()) } { (operation.title()) } }
                            }
                        }
                    }
                }
                li { a href="#fields" { "Fields" } }
            }
        }
    }
}

/// The fields of an object; none of anything else.
fn object(value: &Value) -> &Map<String, Value> {
    static NONE: LazyLock<Map<String, Value>> = LazyLock::new(Map::new);
    value.as_object().unwrap_or(&NONE)
}

/// A text of an object; empty where there is none.
fn text<'a>(value: &'a Value, field: &str) -> &'a str {
    value[field].as_str().unwrap_or_default()
}

/// Words in which `code` stands between back quotes.
fn words(text: &str) -> Markup {
    html! {
        @for (at, part) in text.split('`').enumerate() {
            @if at % 2 == 1 { code { (part) } } @else { (part) }
        }
    }
}
