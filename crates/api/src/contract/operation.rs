//! One operation of the contract: a route, what it takes, and everything that it answers.

use serde_json::{Map, Value, json};

use super::answers;

/// An example of a body to send, and the status that it is answered with.
#[derive(Debug, Clone)]
pub struct Example {
    /// The name of the example, unlike any other of its operation.
    pub name: &'static str,
    /// The outcome, in a sentence.
    pub says: &'static str,
    /// The status of the answer.
    pub status: u16,
    /// The body.
    pub body: Value,
}

/// One operation of the contract.
#[derive(Debug, Clone)]
pub struct Operation {
    route: &'static str,
    path: &'static str,
    id: &'static str,
    tag: &'static str,
    title: &'static str,
    says: String,
    scope: Option<&'static str>,
    parameters: Vec<Value>,
    body: Option<Value>,
    examples: Vec<Example>,
    answers: Map<String, Value>,
}

impl Operation {
    /// An operation by its route, as the template has it: `GET /v1/referrals/{id}`. `id` names it for
    /// generated clients. It answers 429, 500 and 503 like every other one.
    pub fn new(
        route: &'static str,
        tag: &'static str,
        id: &'static str,
        title: &'static str,
    ) -> Self {
        let path = route.split_once(' ').map_or(route, |(_, path)| path);
        let operation = Self {
            route,
            path,
            id,
            tag,
            title,
            says: String::new(),
            scope: None,
            parameters: Vec::new(),
            body: None,
            examples: Vec::new(),
            answers: Map::new(),
        };
        operation.refuses(429, "").refuses(500, "").refuses(503, "")
    }

    /// The operation at one of the paths that its route takes: `/v1/inbox/{entry}/claim`.
    #[must_use]
    pub fn at(self, path: &'static str) -> Self {
        Self { path, ..self }
    }

    /// The operation with more to read about it.
    #[must_use]
    pub fn says(self, says: impl Into<String>) -> Self {
        Self { says: says.into(), ..self }
    }

    /// The operation for callers whose token has this scope: it answers 401 and 403.
    #[must_use]
    pub fn scope(self, scope: &'static str) -> Self {
        let operation = Self { scope: Some(scope), ..self };
        operation.refuses(401, "").refuses(403, "")
    }

    /// The operation with a parameter of its query, which may be left out or empty.
    #[must_use]
    pub fn query(mut self, name: &str, schema: &Value, says: &str) -> Self {
        let schema = json!({"anyOf": [schema, {"type": "string", "maxLength": 0}]});
        self.parameters.push(json!({
            "name": name, "in": "query", "required": false, "allowEmptyValue": true,
            "description": says, "schema": schema,
        }));
        self
    }

    /// The operation with a header that must be there.
    #[must_use]
    pub fn header(mut self, name: &str, schema: &Value, says: &str) -> Self {
        self.parameters.push(json!({
            "name": name, "in": "header", "required": true, "description": says, "schema": schema,
        }));
        self
    }

    /// The operation under a key of the caller's own: sending again under it does it once.
    #[must_use]
    pub fn idempotent(self) -> Self {
        let schema = json!({
            "type": "string", "minLength": 1, "maxLength": 255, "pattern": "^[!-~]([ -~]*[!-~])?$",
            "examples": ["6f1f7c2e-7d0c-4f9b-9d51-0a1b2c3d4e5f"],
        });
        let says = "A key of your own choosing, such as a UUID: 1 to 255 visible ASCII characters. \
            Sending again under the same key gets the first answer again, and makes nothing new.";
        self.header("Idempotency-Key", &schema, says)
    }

    /// The operation with a JSON body: the name of its schema, whether it must be there, examples.
    #[must_use]
    pub fn takes(self, schema: &str, required: bool, examples: Vec<Example>) -> Self {
        self.takes_as("application/json", schema, required, examples)
    }

    /// The operation with a body of another media type.
    #[must_use]
    pub fn takes_as(
        mut self,
        media_type: &str,
        schema: &str,
        required: bool,
        examples: Vec<Example>,
    ) -> Self {
        let shown: Map<String, Value> = examples
            .iter()
            .map(|one| {
                let shown = json!({"summary": one.says, "value": one.body, "x-status": one.status});
                (one.name.to_owned(), shown)
            })
            .collect();
        let mut content = json!({"schema": answers::schema(schema)});
        if !shown.is_empty() {
            content["examples"] = shown.into();
        }
        let body = self.body.get_or_insert_with(|| json!({"required": required, "content": {}}));
        body["content"][media_type] = content;
        self.examples.extend(examples);
        self.refuses(400, "").refuses(413, "").refuses(415, "").refuses(422, "")
    }

    /// The operation with an answer in JSON, whose body has this schema.
    #[must_use]
    pub fn answers(self, status: u16, schema: &str, says: &str) -> Self {
        self.answers_as(status, "application/json", &answers::schema(schema), says)
    }

    /// The operation with an answer of any media type, in place of a problem of the same status.
    #[must_use]
    pub fn answers_as(mut self, status: u16, media_type: &str, schema: &Value, says: &str) -> Self {
        let answer = self.answers.entry(status.to_string()).or_insert(Value::Null);
        if answer["content"].is_null() {
            *answer = json!({"content": {}});
        }
        answer["description"] = says.into();
        answer["content"][media_type] = json!({"schema": schema});
        self
    }

    /// The operation whose answer of this status has a header of the components.
    #[must_use]
    pub fn with_header(mut self, status: u16, name: &str) -> Self {
        if let Some(answer) = self.answers.get_mut(&status.to_string()) {
            answer["headers"][name] = json!({"$ref": format!("#/components/headers/{name}")});
        }
        self
    }

    /// The operation whose answer of this status leads on: `parameter` of the operation `to` is at
    /// `pointer` in the answer's body.
    #[must_use]
    pub fn leads(mut self, status: u16, to: &str, parameter: &str, pointer: &str) -> Self {
        if let Some(answer) = self.answers.get_mut(&status.to_string()) {
            answer["links"][to] = json!({
                "operationId": to,
                "parameters": {parameter: format!("$response.body#{pointer}")},
            });
        }
        self
    }

    /// The operation with a problem that it may answer; `says` tells more than the status does.
    #[must_use]
    pub fn refuses(mut self, status: u16, says: &str) -> Self {
        let mut answer = json!({"$ref": answers::problem(status)});
        if !says.is_empty() {
            answer["description"] = says.into();
        }
        self.answers.insert(status.to_string(), answer);
        self
    }

    /// The route, as the template has it.
    pub fn route(&self) -> &'static str {
        self.route
    }

    /// The path in the contract.
    pub fn path(&self) -> &'static str {
        self.path
    }

    /// The method, in small letters.
    pub fn method(&self) -> &'static str {
        match self.route.split(' ').next() {
            Some("POST") => "post",
            Some("PUT") => "put",
            Some("PATCH") => "patch",
            Some("DELETE") => "delete",
            _ => "get",
        }
    }

    /// The examples of its body.
    pub fn examples(&self) -> &[Example] {
        &self.examples
    }

    /// The operation as the contract has it, with the examples of its answers.
    pub(super) fn to_value(&self, examples: &impl Fn(&str) -> Vec<(String, Value)>) -> Value {
        let mut answers = self.answers.clone();
        for answer in answers.values_mut() {
            exemplify(answer, examples);
        }
        let mut value = json!({
            "operationId": self.id,
            "tags": [self.tag],
            "summary": self.title,
            "responses": answers,
            "security": match self.scope {
                Some(scope) => json!([{"clientCredentials": [scope]}, {"bearer": []}]),
                None => json!([]),
            },
        });
        if !self.says.is_empty() {
            value["description"] = self.says.as_str().into();
        }
        let of_path = self.path.split('/').filter_map(answers::path_parameter);
        let parameters: Vec<Value> = of_path.chain(self.parameters.iter().cloned()).collect();
        if !parameters.is_empty() {
            value["parameters"] = parameters.into();
        }
        if let Some(body) = &self.body {
            value["requestBody"] = body.clone();
        }
        value
    }
}

/// Puts the examples of a whole body beside its schema.
fn exemplify(answer: &mut Value, examples: &impl Fn(&str) -> Vec<(String, Value)>) {
    let content = answer.get_mut("content").and_then(Value::as_object_mut);
    for media_type in content.into_iter().flat_map(Map::values_mut) {
        let name = media_type["schema"]["$ref"].as_str().and_then(|path| path.rsplit('/').next());
        let shown: Map<String, Value> = name
            .map(examples)
            .unwrap_or_default()
            .into_iter()
            .map(|(case, value)| (case, json!({"value": value})))
            .collect();
        if !shown.is_empty() {
            media_type["examples"] = shown.into();
        }
    }
}
