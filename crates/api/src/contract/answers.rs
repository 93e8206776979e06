//! The parts that operations share: problems, headers, parameters of paths, and how a caller is known.

use serde_json::{Map, Value, json};

/// A problem's status, the name of its response, its meaning, and whether the gateway in front may
/// answer it by itself.
type Refusal = (u16, &'static str, &'static str, bool);

const REFUSALS: [Refusal; 13] = [
    (
        400,
        "BadRequest",
        "The request cannot be read: a parameter, a header or the JSON itself. Codes: `bad_request`.",
        true,
    ),
    (
        401,
        "Unauthorized",
        "The caller is not known. Codes: `token_missing`, `token_malformed`, `token_expired`, `token_lifetime`, `token_untrusted`.",
        false,
    ),
    (
        403,
        "Forbidden",
        "The caller is known, and may not do this. Codes: `scope_missing`, and what the operation says.",
        false,
    ),
    (
        404,
        "NotFound",
        "There is nothing here, or it is not for this caller: the two get the same answer. Codes: `not_found`.",
        true,
    ),
    (
        409,
        "Conflict",
        "It has changed since the caller looked, or its state does not allow this. Codes: `conflict`.",
        false,
    ),
    (
        412,
        "PreconditionFailed",
        "The caller has changed it since: the version in If-Match is not the newest. Codes: `version_not_current`.",
        false,
    ),
    (413, "TooLarge", "The body is too large. Codes: `too_large`.", true),
    (
        415,
        "UnsupportedMediaType",
        "The body is of another media type, charset or coding. Codes: `unsupported_media_type`, `charset_not_supported`, `encoding_not_supported`.",
        false,
    ),
    (
        422,
        "Invalid",
        "The request can be read, and is not valid: `errors` names each field at fault. Codes: `invalid`.",
        false,
    ),
    (
        428,
        "PreconditionRequired",
        "The version that the caller has seen is missing. Codes: `version_missing`.",
        false,
    ),
    (
        429,
        "TooManyRequests",
        "The caller asks too often: try again after a while. Codes: `too_many_requests`.",
        true,
    ),
    (500, "Unexpected", "Something went wrong here. Codes: `unexpected`, `panic`.", true),
    (
        503,
        "Unavailable",
        "Something that is needed is away: try again, under the same key. Codes: `unavailable`, `issuer_unreachable`.",
        true,
    ),
];

/// The parameters of paths: the segment, the schema, and the meaning.
const PATH_PARAMETERS: [(&str, &str, &str); 4] = [
    ("{id}", "Id", "The id of a referral."),
    ("{entry}", "Id", "The id of an entry of the inbox."),
    ("{other}", "Id", "The id of the other entry."),
    ("{service}", "ServiceId", "The id of a service."),
];

/// The reference to a schema of the components.
pub(super) fn schema(name: &str) -> Value {
    json!({"$ref": format!("#/components/schemas/{name}")})
}

/// The reference to the response of a problem.
pub(super) fn problem(status: u16) -> String {
    let known = REFUSALS.iter().find(|(of, ..)| *of == status);
    let name = known.map_or("Unexpected", |(_, name, ..)| name);
    format!("#/components/responses/{name}")
}

/// The parameter that a segment of a path stands for.
pub(super) fn path_parameter(segment: &str) -> Option<Value> {
    let (name, of, says) = PATH_PARAMETERS.iter().find(|(known, ..)| *known == segment)?;
    Some(json!({
        "name": name.trim_matches(['{', '}']), "in": "path", "required": true,
        "description": says, "schema": schema(of),
    }))
}

/// Every problem as a response.
pub(super) fn problems() -> Map<String, Value> {
    let response = |(status, name, says, by_gateway): Refusal| {
        let mut response = json!({
            "description": says,
            "content": {"application/problem+json": {"schema": schema("Problem")}},
        });
        if by_gateway {
            response["content"]["application/json"] = json!({"schema": schema("GatewayMessage")});
        }
        let header = match status {
            401 | 403 => Some("WWW-Authenticate"),
            429 | 503 => Some("Retry-After"),
            _ => None,
        };
        if let Some(header) = header {
            let mut reference = json!({"$ref": format!("#/components/headers/{header}")});
            if status != 401 {
                // The gateway's own answer has none, and neither has a 403 that is not of a scope.
                reference = headers().remove(header).unwrap_or_default();
                reference["required"] = false.into();
            }
            response["headers"][header] = reference;
        }
        (name.to_owned(), response)
    };
    REFUSALS.into_iter().map(response).collect()
}

/// The headers that answers have.
pub(super) fn headers() -> Map<String, Value> {
    let header = |says: &str, schema: Value| json!({"description": says, "required": true, "schema": schema});
    let text = || json!({"type": "string"});
    [
        ("Location", header("The address at which to ask how the referral stands.", json!({"type": "string", "pattern": "^/v1/referrals/[0-9a-f-]{36}$"}))),
        ("ETag", header("The version of the referral, for If-Match.", json!({"type": "string", "pattern": "^\"[0-9]+\"$"}))),
        ("WWW-Authenticate", header("How to make the caller known: `Bearer`, and what is wrong with the token that was sent.", text())),
        ("Retry-After", header("The seconds to wait before trying again.", json!({"type": "integer", "minimum": 0}))),
        ("Content-Disposition", header("The name of the file to save.", text())),
    ]
    .map(|(name, header)| (name.to_owned(), header))
    .into_iter()
    .collect()
}

/// The message that the gateway in front of the functions answers by itself.
pub(super) fn gateway_message() -> Value {
    json!({
        "type": "object",
        "description": "The answer of the gateway itself, where a request does not reach Hubward: an \
            address that leads nowhere, a body above its own limit, too many requests.",
        "properties": {"message": {"type": "string"}},
        "required": ["message"],
    })
}

/// The ways in which a caller is known.
pub(super) fn security_schemes() -> Value {
    json!({
        "clientCredentials": {
            "type": "oauth2",
            "description": "A token of the issuer that the council trusts, for your own client. On one \
                machine the development issuer is at /oauth2/token; elsewhere the council tells you.",
            "flows": {"clientCredentials": {
                "tokenUrl": "/oauth2/token",
                "scopes": {
                    "referrals:write": "Send referrals.",
                    "referrals:read": "Ask how one's own referrals stand.",
                    "inbox:read": "Read the entries of one's own inboxes.",
                    "inbox:write": "Change the entries of one's own inboxes.",
                },
            }},
        },
        "bearer": {
            "type": "http",
            "scheme": "bearer",
            "description": "The same token, or an API key, in `Authorization: Bearer …`.",
        },
    })
}
