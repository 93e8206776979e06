//! Waits for a result for as long as anything moves on, however slow the machine is.

use std::thread::sleep;
use std::time::{Duration, Instant};

/// The time without any progress after which a wait is given up. A healthy stack is never silent
/// for so long: a referral that was left behind is due after a minute, then every two, and a
/// message that was not dealt with is hidden for two.
pub const STANDSTILL: Duration = Duration::from_mins(10);
/// The first pause between two questions, and the longest.
const PAUSES: [Duration; 2] = [Duration::from_millis(50), Duration::from_millis(500)];
/// The number of questions between two looks at the progress.
const LOOK_EVERY: u32 = 20;

/// Asks until there is an answer; `None` once `progress` has stood still for [`STANDSTILL`].
pub fn until<T, P: PartialEq>(
    progress: impl Fn() -> P,
    mut ask: impl FnMut() -> Option<T>,
) -> Option<T> {
    let [mut pause, longest] = PAUSES;
    let (mut seen, mut since) = (None, Instant::now());
    for asked in 1.. {
        // The time is read before the question, so that an answer that came just now is still seen.
        let given_up = since.elapsed() > STANDSTILL;
        if let Some(answer) = ask() {
            return Some(answer);
        }
        if given_up {
            break;
        }
        if asked % LOOK_EVERY == 0 {
            let now = Some(progress());
            if now != seen {
                (seen, since) = (now, Instant::now());
            }
        }
        sleep(pause);
        pause = (pause * 5 / 4).min(longest);
    }
    None
}

/// Asks as [`until`] does, where no progress can be seen.
pub fn patiently<T>(ask: impl FnMut() -> Option<T>) -> Option<T> {
    until(|| (), ask)
}
