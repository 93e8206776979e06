//! `CloudFront` before the hosts, and its web ACL.

use crate::reading::{APIS, Template, target};

/// `CloudFront`'s own policies: nothing is cached; every header is passed on, the host included.
const CACHING_DISABLED: &str = "4135ea2d-6df8-44a3-9df3-4b5a84be39ad";
const ALL_VIEWER: &str = "216adef6-5c7f-47e4-b989-5492eafa07d3";

#[test]
fn cloudfront_keeps_nothing_and_speaks_tls_on_both_sides() {
    let template = Template::main();
    for name in APIS {
        let edge = template.resource(&format!("{name}Edge"));
        assert_eq!(edge["Condition"], format!("Has{name}Edge"));
        let config = &edge["Properties"]["DistributionConfig"];
        let behaviour = &config["DefaultCacheBehavior"];
        assert_eq!(behaviour["CachePolicyId"], CACHING_DISABLED);
        assert_eq!(behaviour["OriginRequestPolicyId"], ALL_VIEWER);
        // A person who types the bare host is led on; a program must not send its token in the open.
        let plain = if name == "Partner" { "https-only" } else { "redirect-to-https" };
        assert_eq!(behaviour["ViewerProtocolPolicy"], plain);
        let errors = config["CustomErrorResponses"].as_array().unwrap();
        assert!(errors.len() == 4 && errors.iter().all(|error| error["ErrorCachingMinTTL"] == 0));
        assert_eq!(target(&behaviour["ResponseHeadersPolicyId"]), "EdgeHeaders");
        let origin = &config["Origins"][0];
        assert_eq!(target(&origin["DomainName"]), format!("{name}Host"));
        assert_eq!(origin["CustomOriginConfig"]["OriginProtocolPolicy"], "https-only");
        assert_eq!(config["ViewerCertificate"]["MinimumProtocolVersion"], "TLSv1.2_2021");
        assert_eq!(config["WebACLId"]["Fn::If"][1]["Ref"], "EdgeWebAclArn");
    }
}

#[test]
fn an_answer_of_cloudfronts_own_has_the_headers_of_ours() {
    let template = Template::main();
    let policy = &template.properties("EdgeHeaders")["ResponseHeadersPolicyConfig"];
    let headers = &policy["SecurityHeadersConfig"];
    let year = 365 * 24 * 60 * 60;
    assert!(headers["StrictTransportSecurity"]["AccessControlMaxAgeSec"].as_u64().unwrap() >= year);
    let content = headers["ContentSecurityPolicy"]["ContentSecurityPolicy"].as_str().unwrap();
    assert!(content.contains("frame-ancestors 'none'") && !content.contains("unsafe"), "{content}");
    // The pages' own policy allows their style sheet: it goes first.
    for (name, header) in headers.as_object().unwrap() {
        assert_eq!(header["Override"], false, "{name}");
    }
}

#[test]
fn the_web_acl_refuses_floods_and_never_words() {
    let edge = Template::read("infra/edge.yaml");
    let acl = edge.properties("WebAcl");
    assert_eq!(acl["Scope"], "CLOUDFRONT");
    let rules = acl["Rules"].as_array().unwrap();
    assert_eq!(rules.len(), 2);
    for rule in rules {
        assert_eq!(rule["Statement"]["RateBasedStatement"]["AggregateKeyType"], "IP");
        let text = rule.to_string();
        assert!(!text.contains("Body") && !text.contains("QueryString"), "{text}");
        assert_eq!(rule["VisibilityConfig"]["SampledRequestsEnabled"], false);
    }
    assert!(edge.parameter("RequestsOfAddress")["Default"].as_u64().unwrap() >= 1000);
}
