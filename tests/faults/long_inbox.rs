//! Measures how soon a worker sees a page of a long inbox, with each filter and by a search.

use std::time::{Duration, Instant};

use e2e::family::family_at;
use e2e::stack::Stack;

use crate::load::Submission;
use crate::sending::{Told, send_all};
use crate::unhurt::{CLIENTS, partner};
use crate::{checking, setting};

const INBOX: &str = "westminster-bessborough";

/// The number of times that each page is asked for.
const LOOKS: usize = 100;

/// Submissions of families that all live nearest to one hub.
pub(crate) fn of_one_inbox(count: usize) -> Vec<Submission> {
    let one = |at| Submission {
        key: format!("one-inbox-{}-{at}", std::process::id()),
        referral: family_at("SW1V 2AA"),
        family: at,
        concern: false,
    };
    (0..count).map(one).collect()
}

#[test]
#[ignore = "measures: make bench-stack"]
fn the_time_of_a_page_of_a_long_inbox_is_printed() {
    let count = setting("BENCH_ENTRIES", 10_000);
    let submissions = of_one_inbox(count);
    let stack = Stack::start();
    send_all(&partner(&stack), &submissions, CLIENTS, &Told::default());
    checking::settle(&stack);
    let session = stack.session(INBOX);
    let get = |path: &str| stack.get(path).header("cookie", &session).send();

    let family = submissions[count / 2].referral["children"][0]["name"]["family"].clone();
    let fields = [("sought".to_owned(), family.as_str().expect("a name").to_owned())];
    let found = stack.submit("/hub/search", &fields).header("cookie", &session).send();
    let found = found.header("location").expect("an address").to_owned();
    println!("an inbox of {count} entries, its pages of 20");
    // These read as much as they show. The others try every row.
    let (plain, tried) = ("p95 under 200 ms", "p95 under 1000 ms");
    for (name, path, promised) in [
        ("the first page", "/hub", plain),
        ("page 40", "/hub?page=40", plain),
        ("by state", "/hub?state=new", plain),
        ("what is late", "/hub?late=yes", tried),
        ("by need", "/hub?need=parenting", tried),
        ("by age", "/hub?age=under_5", tried),
        ("a search by name", &found, tried),
    ] {
        let mut times: Vec<Duration> = (0..LOOKS)
            .map(|_| {
                let started = Instant::now();
                let page = get(path);
                assert_eq!(page.status, 200, "{page:?}");
                started.elapsed()
            })
            .collect();
        times.sort();
        let at = |percent: usize| times[(LOOKS - 1) * percent / 100].as_secs_f64() * 1000.0;
        let (median, p95) = (at(50), at(95));
        println!("{name:<17} median {median:>4.0} ms, p95 {p95:>4.0} ms (should be: {promised})");
    }
}
