//! Every component is compared with the package's own fixtures: every case of each.
//!
//! Both sides are read by an HTML5 parser and compared as trees, so that only what a browser cannot
//! see may differ. The options of a case are read into the component's own struct, and an option that
//! the struct does not have fails the comparison.

mod options;
mod tree;

use std::fs;

use maud::Render;
use serde::de::DeserializeOwned;
use serde_json::Value;

use crate::components::*;

/// A component's options, rendered.
type Rendering = fn(Value) -> Result<String, serde_json::Error>;

fn of<C: DeserializeOwned + Render>(options: Value) -> Result<String, serde_json::Error> {
    Ok(serde_json::from_value::<C>(options)?.render().into_string())
}

const COMPONENTS: &[(&str, Rendering)] = &[
    ("back-link", of::<BackLink>),
    ("breadcrumbs", of::<Breadcrumbs>),
    ("button", of::<Button>),
    ("character-count", of::<CharacterCount>),
    ("checkboxes", of::<Checkboxes>),
    ("date-input", of::<DateInput>),
    ("details", of::<Details>),
    ("error-message", of::<ErrorMessage>),
    ("error-summary", of::<ErrorSummary>),
    ("exit-this-page", of::<ExitThisPage>),
    ("fieldset", of::<Fieldset>),
    ("generic-header", of::<GenericHeader>),
    ("hint", of::<Hint>),
    ("input", of::<Input>),
    ("inset-text", of::<InsetText>),
    ("label", of::<Label>),
    ("language-navigation", of::<LanguageNavigation>),
    ("notification-banner", of::<NotificationBanner>),
    ("pagination", of::<Pagination>),
    ("panel", of::<Panel>),
    ("password-input", of::<PasswordInput>),
    ("phase-banner", of::<PhaseBanner>),
    ("radios", of::<Radios>),
    ("select", of::<Select>),
    ("service-navigation", of::<ServiceNavigation>),
    ("skip-link", of::<SkipLink>),
    ("summary-list", of::<SummaryList>),
    ("table", of::<Table>),
    ("tabs", of::<Tabs>),
    ("tag", of::<Tag>),
    ("task-list", of::<TaskList>),
    ("textarea", of::<Textarea>),
    ("warning-text", of::<WarningText>),
];

#[test]
fn every_case_of_every_component_is_as_the_package_has_it() {
    let mut cases = 0;
    let mut wrong = Vec::new();
    for &(component, rendered) in COMPONENTS {
        let path = format!("{}/components/{component}/fixtures.json", env!("PAGES_PACKAGE"));
        let fixtures: Value = serde_json::from_str(&fs::read_to_string(path).unwrap()).unwrap();
        for case in fixtures["fixtures"].as_array().unwrap() {
            cases += 1;
            let expected = tree::of(case["html"].as_str().unwrap());
            let found = rendered(options::read(component, case["options"].clone()));
            let found = found.map_or_else(|error| vec![error.to_string()], |html| tree::of(&html));
            if found != expected {
                wrong.push(format!(
                    "{component}: {}\n{}",
                    case["name"],
                    tree::difference(&expected, &found)
                ));
            }
        }
    }
    let count = COMPONENTS.len();
    assert!(wrong.is_empty(), "{} of {cases} cases differ:\n{}", wrong.len(), wrong.join("\n"));
    println!("{cases} cases of {count} components compared, all equal");
}
