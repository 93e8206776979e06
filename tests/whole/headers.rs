//! Tests of the headers that keep browsers careful: on pages, on errors, and on the API.

use e2e::html::select;
use e2e::http::Answer;

use crate::stack;

#[track_caller]
fn is_careful(answer: &Answer) {
    let has = |name: &str, part: &str| {
        let value = answer.header(name).unwrap_or_else(|| panic!("no {name}: {answer:?}"));
        assert!(value.contains(part), "{name}: {value}");
        value.to_owned()
    };
    let policy = has("content-security-policy", "default-src 'none'");
    assert!(policy.contains("frame-ancestors 'none'") && policy.contains("base-uri 'none'"));
    assert!(!policy.contains("unsafe-inline"), "{policy}");
    has("x-content-type-options", "nosniff");
    has("referrer-policy", "no-referrer");
    has("cache-control", "no-store");
    let year = has("strict-transport-security", "max-age=");
    let seconds = year.trim_start_matches("max-age=").split(';').next().unwrap();
    assert!(seconds.parse::<u64>().unwrap() >= 31_536_000, "{year}");
}

#[test]
fn pages_errors_and_the_api_carry_the_careful_headers() {
    let school = stack().partner("school");
    let worker = stack().worker_of("review");
    let unknown = "11111111-2222-4333-8444-555555555555";
    for (answer, status) in [
        (stack().get("/").send(), 200),
        (stack().get("/status").send(), 200),
        (stack().get("/numbers").send(), 200),
        (stack().get("/about/privacy").send(), 200),
        (stack().get("/about/nothing").send(), 404),
        (stack().get("/exit").send(), 200),
        (
            stack()
                .post("/start")
                .header("sec-fetch-site", "cross-site")
                .form(&[("a", "b")])
                .send(),
            403,
        ),
        (stack().post("/form/who").form(&[("who", "nobody")]).send(), 303),
        (
            stack().post("/send").header("sec-fetch-site", "cross-site").form(&[("a", "b")]).send(),
            403,
        ),
        (stack().get("/form/who").send(), 303),
        (stack().get("/form/nothing").send(), 303),
        (stack().get("/assets/nothing.css").send(), 404),
        (stack().get("/hub").send(), 303),
        (stack().get("/hub/sign-in").send(), 200),
        (stack().get("/hub/assets/nothing.css").send(), 404),
        (stack().post("/v1/referrals").send(), 401),
        (stack().post("/v1/referrals").by(school).send(), 415),
        (stack().get(format!("/v1/referrals/{unknown}")).by(school).send(), 404),
        (stack().get("/v1/inbox").by(worker).send(), 200),
        (stack().get("/v1/inbox?limit=0").by(worker).send(), 400),
        (stack().get(format!("/v1/inbox/{unknown}")).by(worker).send(), 404),
    ] {
        assert_eq!(answer.status, status, "{answer:?}");
        is_careful(&answer);
    }
}

#[test]
fn a_page_runs_its_own_scripts_alone_and_its_files_are_kept_for_ever() {
    for path in ["/", "/hub/sign-in", "/hub/assets/nothing.css"] {
        let page = stack().get(path).send();
        let policy = page.header("content-security-policy").unwrap();
        let files = select(&page.body, "link[rel=stylesheet], link[rel=icon], script[src]");
        assert_eq!(files.len(), 3, "{}", page.body);
        assert!(policy.contains("script-src 'self' 'sha256-"), "{policy}");
        for file in files {
            let file = file.get("href").or(file.get("src")).unwrap();
            for encoding in ["identity", "gzip"] {
                let answer = stack().get(file).header("accept-encoding", encoding).send();
                assert_eq!(answer.status, 200, "{file}");
                assert_eq!(answer.header("content-encoding") == Some("gzip"), encoding == "gzip");
                let kept = answer.header("cache-control").unwrap();
                assert!(kept.contains("immutable") && kept.contains("public"), "{kept}");
            }
        }
    }
}
