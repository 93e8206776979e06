//! Tests of planning: when a clock is looked at, and that a changed calendar is met in time.

use jiff::civil::{Date, Weekday, date, time};
use jiff::{SignedDuration, ToSpan as _};
use locality::rulebook::{Closure, Opening};
use locality::{Calendar, InboxKind};
use proptest::prelude::*;
use referral::{EntryId, EntryState, InboxId, Lane};

use super::*;
use crate::rows::{
    Access, Actor, Claim, ClockMarks, Course, Escalation, LogMarks, Pause, SecondRing,
};

fn at(text: &str) -> Timestamp {
    format!("2026-{text}:00Z").parse().unwrap()
}

fn entry(priority: Priority, since: Timestamp) -> EntryRow {
    let lane = if priority == Priority::Safeguarding { Lane::Safeguarding } else { Lane::Agreed };
    EntryRow {
        id: EntryId::from_random([1; 16]),
        inbox: InboxId::parse("westminster-portman").unwrap(),
        authority: None,
        state: EntryState::New,
        version: 1,
        lane,
        priority,
        received_at: since,
        referrals: Vec::new(),
        linked: Vec::new(),
        matches: Vec::new(),
        remarks: Vec::new(),
        claim: None,
        outcome: None,
        unread_since: None,
        news_since: None,
        summary: None,
        raised: Vec::new(),
        course: Course::default(),
        log: LogMarks::default(),
        access: Access::default(),
        clock: ClockMarks::default(),
    }
}

fn claimed(entry: &EntryRow, now: Timestamp) -> EntryRow {
    let by = Actor::person("https://issuer.example", "ada", "hub").id;
    let lease_until = after(now, Duration::from_hours(4));
    let claim = Some(Claim { by, client: None, at: now, lease_until });
    EntryRow { state: EntryState::Claimed, claim, version: entry.version + 1, ..entry.clone() }
}

fn planned_at(before: Option<&EntryRow>, next: &EntryRow, now: Timestamp) -> Option<Timestamp> {
    match planned(before, next, now)? {
        Write::Restart(row) => {
            assert_eq!(row.work, Work::Clock(next.id));
            Some(row.due.at)
        }
        other => panic!("{other:?}"),
    }
}

/// Monday, in the morning.
const MONDAY: &str = "11-30T10:00";

#[test]
fn a_row_is_written_when_the_clock_begins_moved_when_it_changes_and_removed_when_it_ends() {
    let now = at(MONDAY);
    let new = entry(Priority::Urgent, now);
    assert_eq!(planned_at(None, &new, now), Some(at("11-30T12:00")));
    assert_eq!(planned(Some(&new), &new, now), None, "nothing changed");
    let claimed = claimed(&new, now);
    // The claim lapses at two; the contact is due at five.
    assert_eq!(planned_at(Some(&new), &claimed, now), Some(at("11-30T12:00")));
    let working = EntryRow { state: EntryState::InProgress, ..claimed.clone() };
    assert_eq!(planned(Some(&claimed), &working, now), Some(Write::Remove(Work::Clock(new.id))));
    let closed = EntryRow { state: EntryState::Closed, ..working.clone() };
    assert_eq!(planned(Some(&working), &closed, now), None, "it is gone already");
    let reopened = EntryRow { state: EntryState::New, ..closed.clone() };
    assert!(planned_at(Some(&closed), &reopened, now).is_some());
    let elsewhere = EntryRow { inbox: InboxId::review(), ..new.clone() };
    assert!(planned_at(Some(&new), &elsewhere, now).is_some());
}

#[test]
fn a_clock_is_looked_at_every_four_hours_and_an_overdue_one_at_once() {
    let now = at(MONDAY);
    let routine = entry(Priority::Routine, now);
    assert_eq!(planned_at(None, &routine, now), Some(at("11-30T14:00")));
    // It was offered on after its time: it rings where it came to.
    let late = EntryRow { inbox: InboxId::review(), ..routine.clone() };
    let now = at("12-09T10:00");
    assert_eq!(planned_at(Some(&routine), &late, now), Some(now));
}

fn hours() -> Hours<'static> {
    Hours { kind: Some(InboxKind::Hub), calendar: Calendar::default() }
}

fn rang(entry: &EntryRow, since: Timestamp, again: Option<Timestamp>) -> EntryRow {
    let again = again.map(|at| SecondRing { at, triage: None });
    let escalated = Some(Escalation { since, step: NextStep::Claim, again });
    let clock = ClockMarks { escalated, ..entry.clock.clone() };
    EntryRow { clock, ..entry.clone() }
}

#[test]
fn the_second_ring_comes_as_long_after_the_first_as_a_claim_may_take() {
    for (priority, first, second) in [
        (Priority::Urgent, "11-30T12:00", "11-30T14:00"),
        (Priority::Soon, "12-01T17:00", "12-02T17:00"),
        (Priority::Routine, "12-02T17:00", "12-04T17:00"),
        (Priority::NotAnswered, "12-02T17:00", "12-04T17:00"),
        (Priority::Safeguarding, "11-30T11:00", "11-30T12:00"),
    ] {
        let new = entry(priority, at(MONDAY));
        let one = new.next_ring(hours(), at("11-30T10:20")).unwrap();
        assert_eq!((one.at, one.again), (at(first), false), "{priority:?}");
        let escalated = rang(&new, one.at, None);
        let two = escalated.next_ring(hours(), one.at).unwrap();
        assert_eq!((two.at, two.again), (at(second), true), "{priority:?}");
        assert_eq!(rang(&new, one.at, Some(two.at)).next_ring(hours(), two.at), None);
    }
}

#[test]
fn a_question_to_the_sender_stops_the_clock_but_not_that_of_a_concern() {
    let mut urgent = entry(Priority::Urgent, at(MONDAY));
    urgent.clock.pause(at("11-30T11:00"));
    let due = |row: &EntryRow, now| row.due(hours(), at(now)).unwrap().at;
    assert_eq!(due(&urgent, "11-30T15:00"), at("11-30T16:00"), "an hour is left");
    assert_eq!(urgent.paused_since(hours(), at("11-30T15:00")), Some(at("11-30T11:00")));
    // Nobody answers: after five working days it goes on.
    assert_eq!(urgent.paused_since(hours(), at("12-07T17:00")), None);
    assert_eq!(due(&urgent, "12-20T10:00"), at("12-08T10:00"));
    urgent.clock.go_on(at("11-30T16:30"));
    assert_eq!(due(&urgent, "12-20T10:00"), at("12-01T09:30"));
    let mut concern = entry(Priority::Safeguarding, at(MONDAY));
    concern.clock.pause(at("11-30T10:30"));
    assert_eq!(due(&concern, "11-30T15:00"), at("11-30T11:00"));
    assert_eq!(concern.paused_since(hours(), at("11-30T15:00")), None);
}

#[test]
fn an_attempt_to_reach_the_family_ends_the_clock_of_first_contact_until_the_claim_lapses() {
    let now = at(MONDAY);
    let mut entry = claimed(&entry(Priority::Soon, now), now);
    assert_eq!(entry.due(hours(), now).unwrap().step, NextStep::Contact);
    entry.clock.is_tried = true;
    assert_eq!(entry.due(hours(), now), None);
    assert_eq!(next_look(&entry, hours(), now), at("11-30T14:00"), "the claim lapses");
    assert_eq!(entry.due(hours(), at("11-30T14:00")).unwrap().step, NextStep::Claim);
}

#[derive(Debug, Clone)]
struct Book {
    opening: Vec<Opening>,
    closed: Vec<Closure>,
}

impl Book {
    fn hours(&self) -> Hours<'_> {
        Hours { kind: Some(InboxKind::Hub), calendar: Calendar::new(&self.opening, &self.closed) }
    }
}

const FIRST: Date = date(2026, 12, 14);

fn book() -> impl Strategy<Value = Book> {
    let all = [
        Weekday::Monday,
        Weekday::Tuesday,
        Weekday::Wednesday,
        Weekday::Thursday,
        Weekday::Friday,
        Weekday::Saturday,
        Weekday::Sunday,
    ];
    let days = proptest::sample::subsequence(all.to_vec(), 2..=7);
    let opening = (days, 7..11_i8, 13..22_i8).prop_map(|(days, from, to)| Opening {
        days,
        from: time(from, 0, 0, 0),
        to: time(to, 0, 0, 0),
    });
    let closed = (0..14_i32, 0..6_i32).prop_map(|(first, length)| {
        let from = FIRST.checked_add(first.days()).unwrap();
        let to = from.checked_add(length.days()).unwrap();
        Closure { from, to, reason: String::new() }
    });
    (prop::collection::vec(opening, 1..2), prop::collection::vec(closed, 0..2))
        .prop_map(|(opening, closed)| Book { opening, closed })
}

proptest! {
    /// Looks at a clock as often as it is planned, while the calendar is changed under it.
    #[test]
    fn a_changed_calendar_moves_a_clock_that_has_not_run_out_and_is_met_within_four_hours(
        (before, now_in_force) in (book(), book()),
        urgency in 0..3_usize,
        began in 0..7 * 24 * 60_i64,
        changed in 0..7 * 24 * 60_i64,
        paused in proptest::option::of((0..2_000_i64, 0..2_000_i64)),
    ) {
        let minutes = SignedDuration::from_mins;
        let since = FIRST.to_zoned(jiff::tz::TimeZone::UTC).unwrap().timestamp() + minutes(began);
        let changed = since + minutes(changed);
        let priority = [Priority::Urgent, Priority::Soon, Priority::Routine][urgency];
        let mut new = entry(priority, since);
        if let Some((wait, length)) = paused {
            let from = since + minutes(wait);
            new.clock.pauses = vec![Pause { from, until: Some(from + minutes(length)) }];
        }
        let in_force = |now| if now < changed { before.hours() } else { now_in_force.hours() };
        let mut look = planned_at(None, &new, since).unwrap();
        let mut looks = 0;
        let rang = loop {
            prop_assert!(looks < 300, "it never rings");
            looks += 1;
            let ring = new.next_ring(in_force(look), look).unwrap();
            if ring.at <= look {
                break look;
            }
            let next = next_look(&new, in_force(look), look);
            prop_assert!(next > look && next <= after(look, LOOK_AGAIN));
            look = next;
        };
        let due = |book: &Book| new.next_ring(book.hours(), rang).unwrap().at;
        let (earlier, later) = (due(&before), due(&now_in_force));
        // It rings by the calendar of its time: never before, and soon after.
        let in_force = if rang < changed { earlier } else { later };
        prop_assert!(in_force <= rang);
        let is_met_before = after(earlier, LOOK_AGAIN) <= changed;
        let could = if is_met_before { earlier } else { later.max(changed) };
        prop_assert!(rang <= after(could, LOOK_AGAIN), "{rang} for {could}");
    }
}
