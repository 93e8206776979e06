//! A template as data: `!Ref x` as `{"Ref": "x"}`, and every other function as `{"Fn::…": …}`.

use std::collections::BTreeSet;
use std::fs;

use serde_json::{Map, Value};
use serde_yaml_ng as yaml;

/// The functions, by the word in the names of their resources.
pub(crate) const FUNCTIONS: [&str; 7] =
    ["Family", "Partner", "Professional", "Route", "Hub", "Notify", "Sweep"];

/// The functions that have an API.
pub(crate) const APIS: [&str; 3] = ["Family", "Partner", "Hub"];

pub(crate) struct Template(Value);

impl Template {
    /// The template that is deployed where Hubward runs.
    pub(crate) fn main() -> Self {
        Self::read("infra/template.yaml")
    }

    pub(crate) fn read(path: &str) -> Self {
        Self::parse(&fs::read_to_string(e2e::project().join(path)).unwrap())
    }

    pub(crate) fn parse(text: &str) -> Self {
        Self(plain(&yaml::from_str(text).unwrap()))
    }

    pub(crate) fn parameter(&self, name: &str) -> &Value {
        let parameter = &self.0["Parameters"][name];
        assert!(!parameter.is_null(), "no parameter {name}");
        parameter
    }

    /// The names of the parameters.
    pub(crate) fn parameters(&self) -> impl Iterator<Item = &str> {
        self.0["Parameters"].as_object().unwrap().keys().map(String::as_str)
    }

    pub(crate) fn resource(&self, id: &str) -> &Value {
        let resource = &self.0["Resources"][id];
        assert!(!resource.is_null(), "no resource {id}");
        resource
    }

    pub(crate) fn properties(&self, id: &str) -> &Value {
        &self.resource(id)["Properties"]
    }

    /// The resources of a type, by their id.
    pub(crate) fn all(&self, kind: &str) -> Vec<(&str, &Value)> {
        let found: Vec<_> = self.resources().filter(|(_, one)| one["Type"] == kind).collect();
        assert!(!found.is_empty(), "no {kind}");
        found
    }

    /// Every resource by its id.
    pub(crate) fn resources(&self) -> impl Iterator<Item = (&str, &Value)> {
        self.0["Resources"].as_object().unwrap().iter().map(|(id, one)| (id.as_str(), one))
    }

    /// The types of resources that there are.
    pub(crate) fn kinds(&self) -> BTreeSet<&str> {
        self.resources().map(|(_, one)| one["Type"].as_str().unwrap()).collect()
    }

    /// The statements of a role's policies.
    pub(crate) fn statements(&self, role: &str) -> Vec<&Value> {
        let policies = self.properties(role)["Policies"].as_array().unwrap().iter();
        policies.flat_map(|one| one["PolicyDocument"]["Statement"].as_array().unwrap()).collect()
    }
}

/// One value, or each of a list.
pub(crate) fn each(value: &Value) -> Vec<&Value> {
    value.as_array().map_or_else(|| vec![value], |all| all.iter().collect())
}

/// The texts of one value or a list.
pub(crate) fn texts(value: &Value) -> Vec<&str> {
    each(value).into_iter().map(|one| one.as_str().unwrap()).collect()
}

/// The resource that a value leads to: `!Ref X`, `!GetAtt X.Arn` and `!Sub "${X.Arn}/index/y"` as `X`
/// and `X/index/y`.
pub(crate) fn target(value: &Value) -> String {
    if let Some(id) = value["Ref"].as_str() {
        return id.to_owned();
    }
    if let Some(path) = value["Fn::GetAtt"].as_str() {
        return path.split('.').next().unwrap().to_owned();
    }
    let pattern = value["Fn::Sub"].as_str().unwrap_or_else(|| panic!("leads nowhere: {value}"));
    let (id, rest) = pattern.strip_prefix("${").unwrap().split_once(".Arn}").unwrap();
    format!("{id}{rest}")
}

fn plain(value: &yaml::Value) -> Value {
    match value {
        yaml::Value::Tagged(tagged) => {
            let name = tagged.tag.to_string();
            let name = name.trim_start_matches('!');
            let name = match name {
                "Ref" | "Condition" => name.to_owned(),
                _ => format!("Fn::{name}"),
            };
            Value::Object(Map::from_iter([(name, plain(&tagged.value))]))
        }
        yaml::Value::Mapping(entries) => {
            let entry = |(key, value): (&yaml::Value, &yaml::Value)| {
                (key.as_str().unwrap().to_owned(), plain(value))
            };
            Value::Object(entries.iter().map(entry).collect())
        }
        yaml::Value::Sequence(items) => items.iter().map(plain).collect(),
        other => serde_json::to_value(other).unwrap(),
    }
}
