//! The laws of a rate, for any rate and any times.

use proptest::prelude::*;

use super::*;

fn now() -> Timestamp {
    "2026-11-30T09:00:00Z".parse().unwrap()
}

fn at(micros: i64) -> Timestamp {
    now() + SignedDuration::from_micros(micros)
}

/// One request, as the use case carries its steps out: the arrival after it, and its pace.
fn request(rate: Rate, arrival: Option<Timestamp>, now: Timestamp) -> (Option<Timestamp>, Pace) {
    let moved = rate.after_quiet(now).carried_out(arrival).or_else(|| {
        let met = arrival.filter(|arrival| rate.pace(*arrival, now) == Pace::Passes)?;
        rate.within_burst(now).carried_out(Some(met))
    });
    match (moved, arrival) {
        (Some(moved), _) => (Some(moved), Pace::Passes),
        (None, Some(met)) => (arrival, rate.pace(met, now)),
        (None, None) => unreachable!("without an arrival a request begins one"),
    }
}

/// The times of the requests that pass, of requests at these times.
fn passed(rate: Rate, times: &[i64]) -> Vec<i64> {
    let mut arrival = None;
    let mut passed = Vec::new();
    for micros in times {
        let (next, pace) = request(rate, arrival, at(*micros));
        arrival = next;
        if pace == Pace::Passes {
            passed.push(*micros);
        }
    }
    passed
}

fn rates() -> impl Strategy<Value = Rate> {
    (1_u32..=50, 1_u32..=40).prop_map(|(per_second, burst)| Rate::new(per_second, burst).unwrap())
}

/// Times of requests in order, in microseconds: many at once, and pauses between.
fn times() -> impl Strategy<Value = Vec<i64>> {
    proptest::collection::vec(
        prop_oneof![3 => 0_i64..20, 2 => 0_i64..200_000, 1 => 0_i64..4_000_000],
        1..200,
    )
    .prop_map(|pauses| {
        pauses
            .into_iter()
            .scan(0, |time, pause| {
                *time += pause;
                Some(*time)
            })
            .collect()
    })
}

proptest! {
    #[test]
    fn no_stretch_of_time_lets_more_pass_than_the_burst_and_the_rate(rate in rates(), times in times()) {
        let passed = passed(rate, &times);
        for (first, begins) in passed.iter().enumerate() {
            for (last, ends) in passed.iter().enumerate().skip(first) {
                let spans = i128::from(ends - begins) * i128::from(rate.per_second()) / 1_000_000;
                let most = i128::from(rate.burst()) + spans + 1;
                prop_assert!(i128::try_from(last - first + 1).unwrap() <= most);
            }
        }
    }

    #[test]
    fn just_the_burst_passes_at_one_moment(rate in rates(), more in 1_usize..30) {
        let burst = rate.burst() as usize;
        let together = vec![0; burst + more];
        prop_assert_eq!(passed(rate, &together).len(), burst);
    }

    #[test]
    fn requests_that_come_evenly_all_pass(rate in rates(), count in 1_i64..100) {
        let interval = i64::from(1_000_000_u32.div_ceil(rate.per_second()));
        let times: Vec<i64> = (0..count).map(|n| n * interval).collect();
        prop_assert_eq!(passed(rate, &times), times);
    }

    #[test]
    fn a_client_that_waits_as_told_passes_and_is_told_no_more_than_it_must(
        rate in rates(),
        times in times(),
    ) {
        let mut arrival = None;
        for micros in times {
            let (next, pace) = request(rate, arrival, at(micros));
            if let Pace::Waits { seconds } = pace {
                let told = i64::from(seconds) * 1_000_000;
                prop_assert_eq!(request(rate, arrival, at(micros + told)).1, Pace::Passes);
                let sooner = at(micros + told - 1_000_000);
                let too_soon = request(rate, arrival, sooner).1;
                prop_assert!(seconds == 1 || too_soon != Pace::Passes);
            }
            arrival = next;
        }
    }

    #[test]
    fn a_refused_request_costs_nothing(rate in rates(), times in times()) {
        let mut arrival = None;
        for micros in times {
            let (next, pace) = request(rate, arrival, at(micros));
            prop_assert!(pace == Pace::Passes || next == arrival);
            arrival = next;
        }
    }

    #[test]
    fn steps_come_to_the_algorithm_as_it_is_published(rate in rates(), times in times()) {
        let mut arrival: Option<Timestamp> = None;
        for micros in times {
            let now = at(micros);
            let (next, pace) = request(rate, arrival, now);
            let starts = arrival.map_or(now, |arrival| arrival.max(now));
            let passes = starts <= rate.latest(now);
            prop_assert_eq!(pace == Pace::Passes, passes);
            if passes {
                prop_assert_eq!(next, Some(after(starts, rate.interval())));
            }
            arrival = next;
        }
    }
}

#[test]
fn an_arrival_that_a_wrong_clock_set_holds_nobody_up() {
    let rate = Rate::new(20, 100).unwrap();
    let by_a_fast_clock = Some(at(3_600_000_000));
    let (next, pace) = request(rate, by_a_fast_clock, now());
    assert_eq!((next, pace), (Some(at(50_000)), Pace::Passes));
}

#[test]
fn numbers_out_of_bounds_are_no_rate() {
    assert_eq!(Rate::new(0, 1), Err(NotARate::PerSecond));
    assert_eq!(Rate::new(1_001, 1), Err(NotARate::PerSecond));
    assert_eq!(Rate::new(1, 0), Err(NotARate::Burst));
    assert_eq!(Rate::new(1, 10_001), Err(NotARate::Burst));
    assert!(serde_json::from_str::<Rate>(r#"{"per_second": 0, "burst": 5}"#).is_err());
}
