//! The HTTP APIs: three hosts, their routes, their limits, their logs.

use std::collections::BTreeSet;

use serde_json::{Value, json};

use crate::reading::{APIS, Template, target, texts};

/// The functions behind the APIs, each with its API: professionals' pages stand beside the partners' API.
const ON_APIS: [(&str, &str); 4] =
    [("Family", "Family"), ("Partner", "Partner"), ("Professional", "Partner"), ("Hub", "Hub")];

/// The function that a route of an API leads to.
fn function_of<'a>(api: &'a str, key: &str) -> &'a str {
    if key.contains(" /refer/professional") { "Professional" } else { api }
}

/// The routes of an API by their ids.
fn routes<'a>(template: &'a Template, api: &str) -> Vec<(&'a str, &'a Value)> {
    let mut routes = template.all("AWS::ApiGatewayV2::Route");
    routes.retain(|(_, route)| target(&route["Properties"]["ApiId"]) == format!("{api}Api"));
    routes
}

#[test]
fn families_and_hubs_are_on_separate_hosts() {
    let template = Template::main();
    let apis: BTreeSet<_> =
        template.all("AWS::ApiGatewayV2::Api").into_iter().map(|(id, _)| id).collect();
    assert_eq!(apis, ["FamilyApi", "HubApi", "PartnerApi"].into());
    for (name, begins) in [
        ("Family", &["/", "/assets/", "/form/", "/about/", "/status"][..]),
        ("Partner", &["/v1/", "/fhir/", "/refer/professional", "/openapi.json", "/docs"]),
    ] {
        for (id, route) in routes(&template, name) {
            let path = route["Properties"]["RouteKey"].as_str().unwrap().split(' ').nth(1).unwrap();
            assert!(begins.iter().any(|begin| path.starts_with(begin)), "{id}: {path}");
            assert!(!path.starts_with("/hub") && !path.contains("inbox"), "{id}: {path}");
        }
    }
    let all = APIS.map(|name| routes(&template, name).len());
    assert_eq!((all, all.iter().sum::<usize>()), ([20, 44, 38], 102));
}

#[test]
fn a_route_leads_to_its_function_and_only_its_api_may_call_that() {
    let template = Template::main();
    for name in APIS {
        for (id, route) in routes(&template, name) {
            let key = route["Properties"]["RouteKey"].as_str().unwrap();
            let function = function_of(name, key);
            let leads = format!("integrations/${{{function}Integration}}");
            assert_eq!(route["Properties"]["Target"]["Fn::Sub"], leads, "{id}");
        }
    }
    for (function, api) in ON_APIS {
        let integration = template.properties(&format!("{function}Integration"));
        assert_eq!(target(&integration["IntegrationUri"]), format!("{function}Function"));
        assert_eq!(target(&integration["ApiId"]), format!("{api}Api"));
        assert_eq!(integration["PayloadFormatVersion"], "2.0");
        let permission = template.properties(&format!("{function}Permission"));
        let api = format!(
            "arn:${{AWS::Partition}}:execute-api:${{AWS::Region}}:${{AWS::AccountId}}:${{{api}Api}}/*/*"
        );
        let expected = json!({
            "Action": "lambda:InvokeFunction",
            "FunctionName": {"Ref": format!("{function}Function")},
            "Principal": "apigateway.amazonaws.com",
            "SourceArn": {"Fn::Sub": api},
        });
        assert_eq!(*permission, expected);
    }
    assert_eq!(template.all("AWS::Lambda::Permission").len(), ON_APIS.len());
}

#[test]
fn a_flood_meets_a_limit_of_the_route_and_of_the_api() {
    let template = Template::main();
    for (name, limited) in [
        ("Family", "POST /send"),
        ("Partner", "POST /v1/referrals"),
        ("Partner", "POST /v1/referrals/batch"),
        ("Partner", "POST /refer/professional/send"),
        ("Partner", "GET /refer/professional/sign-in/begin"),
        ("Partner", "GET /refer/professional/sign-in/answer"),
        ("Partner", "POST /refer/professional/sign-in/email"),
        ("Partner", "POST /refer/professional/sign-in/link"),
        ("Partner", "POST /fhir/{operation}"),
        ("Hub", "GET /hub/sign-in/begin"),
        ("Hub", "GET /hub/sign-in/answer"),
        ("Hub", "POST /hub/sign-in"),
    ] {
        let stage = template.resource(&format!("{name}Stage"));
        let properties = &stage["Properties"];
        let rate = |settings: &Value| {
            assert!(
                settings["ThrottlingBurstLimit"].as_u64()
                    >= settings["ThrottlingRateLimit"].as_u64()
            );
            settings["ThrottlingRateLimit"].as_u64().unwrap()
        };
        let own = rate(&properties["RouteSettings"][limited]);
        assert!((1..rate(&properties["DefaultRouteSettings"])).contains(&own), "{name}: {own}");
        // CloudFormation refuses the settings of a route that is not made yet.
        let before = texts(&stage["DependsOn"]);
        for key in properties["RouteSettings"].as_object().unwrap().keys() {
            let routes = routes(&template, name);
            let (id, _) =
                routes.iter().find(|(_, route)| route["Properties"]["RouteKey"] == **key).unwrap();
            assert!(before.contains(id), "{id}");
        }
    }
}

#[test]
fn an_access_log_holds_neither_path_nor_address() {
    let template = Template::main();
    for name in APIS {
        let log = &template.properties(&format!("{name}Stage"))["AccessLogSettings"];
        assert_eq!(target(&log["DestinationArn"]), format!("{name}ApiLogs"));
        let format: Value = serde_json::from_str(log["Format"].as_str().unwrap()).unwrap();
        let told: Vec<_> =
            format.as_object().unwrap().values().map(|v| v.as_str().unwrap()).collect();
        let allowed = [
            "$context.requestId",
            "$context.routeKey",
            "$context.status",
            "$context.integrationStatus",
            "$context.responseLatency",
        ];
        assert!(told.iter().all(|told| allowed.contains(told)), "{told:?}");
    }
}

#[test]
fn an_api_with_a_host_of_its_own_answers_under_no_other_name() {
    let template = Template::main();
    for name in APIS {
        let api = template.properties(&format!("{name}Api"));
        let off = json!({"Fn::If": [format!("Has{name}Domain"), true, false]});
        assert_eq!(api["DisableExecuteApiEndpoint"], off);
        let host = template.resource(&format!("{name}Host"));
        assert_eq!(host["Condition"], format!("Has{name}Domain"));
        let configured = &host["Properties"]["DomainNameConfigurations"][0];
        assert_eq!(configured["SecurityPolicy"], "TLS_1_2");
        let mapping = template.properties(&format!("{name}HostMapping"));
        assert_eq!(target(&mapping["ApiId"]), format!("{name}Api"));
        assert_eq!(target(&mapping["DomainName"]), format!("{name}Host"));
    }
}
