//! The operations of the contract, as sections of the page.

use maud::{Markup, html};
use serde_json::Value;

use super::fields::kind;
use super::{object, text, words};

/// An operation with its method and path.
pub(super) struct Shown<'a> {
    method: String,
    path: &'a str,
    value: &'a Value,
}

impl Shown<'_> {
    pub(super) fn id(&self) -> &str {
        text(self.value, "operationId")
    }

    pub(super) fn title(&self) -> &str {
        text(self.value, "summary")
    }
}

/// The operations by their tags, in the order of the tags.
pub(super) fn by_tag(contract: &Value) -> Vec<(&str, Vec<Shown<'_>>)> {
    let tags = contract["tags"].as_array().into_iter().flatten();
    let of = |tag: &str| {
        let mut found = Vec::new();
        for (path, operations) in object(&contract["paths"]) {
            for (method, value) in object(operations) {
                if value["tags"][0] == tag {
                    found.push(Shown { method: method.to_uppercase(), path, value });
                }
            }
        }
        found
    };
    tags.map(|tag| (text(tag, "name"), of(text(tag, "name")))).collect()
}

/// A section for each tag.
pub(super) fn all(contract: &Value) -> Markup {
    let says = |name: &str| {
        let tags = contract["tags"].as_array().into_iter().flatten();
        tags.filter(|tag| tag["name"] == name)
            .map(|tag| text(tag, "description"))
            .collect::<String>()
    };
    html! {
        @for (tag, operations) in by_tag(contract) {
            section {
                h2 { (tag) }
                p { (says(tag)) }
                @for operation in operations { (one(contract, &operation)) }
            }
        }
    }
}

fn one(contract: &Value, operation: &Shown<'_>) -> Markup {
    let value = operation.value;
    let scope = value["security"][0]["clientCredentials"][0].as_str();
    let parameters = value["parameters"].as_array().map(Vec::as_slice).unwrap_or_default();
    html! {
        h3 id=(operation.id()) { (operation.title()) }
        p { code { (operation.method) " " (operation.path) } }
        @if !text(value, "description").is_empty() { p { (words(text(value, "description"))) } }
        p {
            @match scope {
                Some(scope) => { "Needs a token with the scope " code { (scope) } ", or an API key." }
                None => "Open to anybody.",
            }
        }
        @if !parameters.is_empty() {
            h4 { "Parameters" }
            dl {
                @for parameter in parameters {
                    dt { code { (text(parameter, "name")) } }
                    dd {
                        (text(parameter, "in"))
                        @if parameter["required"] == true { ", required" }
                        ", " (kind(&parameter["schema"])) "." br;
                        (words(text(parameter, "description")))
                    }
                }
            }
        }
        @for (media_type, content) in object(&value["requestBody"]["content"]) {
            h4 { "Body" }
            p { code { (media_type) } ": " (kind(&content["schema"])) }
            (examples(content))
        }
        h4 { "Answers" }
        dl {
            @for (status, answer) in object(&value["responses"]) {
                dt { (status) }
                dd { (self::answer(contract, answer)) }
            }
        }
    }
}

fn answer(contract: &Value, answer: &Value) -> Markup {
    let whole = resolved(contract, answer);
    let says = answer["description"].as_str().unwrap_or_else(|| text(whole, "description"));
    html! {
        (words(says))
        @if !object(&whole["headers"]).is_empty() {
            br; "Headers: "
            @for (at, name) in object(&whole["headers"]).keys().enumerate() {
                @if at > 0 { ", " }
                code { (name) }
            }
        }
        // A problem is alike everywhere: only other answers show their bodies.
        @if answer["$ref"].is_null() {
            @for (media_type, content) in object(&whole["content"]) {
                br; code { (media_type) } ": " (kind(&content["schema"]))
                (examples(content))
            }
        }
    }
}

/// The response that a reference leads to, or the response itself.
fn resolved<'a>(contract: &'a Value, answer: &'a Value) -> &'a Value {
    let to = answer["$ref"].as_str().and_then(|to| contract.pointer(to.trim_start_matches('#')));
    to.unwrap_or(answer)
}

fn examples(content: &Value) -> Markup {
    html! {
        @for (name, example) in object(&content["examples"]) {
            details {
                summary {
                    "Example: "
                    @match example["summary"].as_str() {
                        Some(says) => (says),
                        None => (name.replace('_', " ")),
                    }
                }
                pre { code { (pretty(&example["value"])) } }
            }
        }
    }
}

fn pretty(value: &Value) -> String {
    serde_json::to_string_pretty(value).unwrap_or_default()
}
