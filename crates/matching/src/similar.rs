//! Measures of how near two words are: by edits, and by how they sound.

use std::borrow::Cow;

/// The number of edits from one word to the other: insert, delete, replace, or swap two neighbours;
/// `limit + 1` when there are more than `limit`.
pub(crate) fn edits(a: &str, b: &str, limit: usize) -> usize {
    if a == b {
        return 0;
    }
    if a.is_ascii() && b.is_ascii() {
        return if too_far(a, b, limit) {
            limit + 1
        } else {
            within(a.as_bytes(), b.as_bytes(), limit)
        };
    }
    let (a, b): (Vec<char>, Vec<char>) = (a.chars().collect(), b.chars().collect());
    within(&a, &b, limit)
}

/// Whether one word has so many letters that the other lacks that `limit` edits cannot make up for
/// them. This alone tells most words apart.
fn too_far(a: &str, b: &str, limit: usize) -> bool {
    let (a, b) = (letters(a), letters(b));
    let most = (a & !b).count_ones().max((b & !a).count_ones());
    most as usize > limit
}

/// The letters of a word as a set of bits; several letters may share one.
pub(crate) fn letters(word: &str) -> u64 {
    word.bytes().fold(0, |set, letter| set | 1 << (letter & 63))
}

/// The longest beginning of a word that is compared; the rest of a longer word is left out.
const LONGEST: usize = 31;

fn within<T: PartialEq>(a: &[T], b: &[T], limit: usize) -> usize {
    if a.len().abs_diff(b.len()) > limit {
        return limit + 1;
    }
    let (a, b) = (&a[..a.len().min(LONGEST)], &b[..b.len().min(LONGEST)]);
    let same = a.iter().zip(b).take_while(|(a, b)| a == b).count();
    let (a, b) = (&a[same..], &b[same..]);
    let same = a.iter().rev().zip(b.iter().rev()).take_while(|(a, b)| a == b).count();
    let (a, b) = (&a[..a.len() - same], &b[..b.len() - same]);
    let limit_row = u8::try_from(limit).unwrap_or(u8::MAX);
    let mut rows = [[0_u8; LONGEST + 1]; 3];
    for (cell, j) in rows[0].iter_mut().zip(0..=u8::MAX).take(b.len() + 1) {
        *cell = j;
    }
    let mut at_row = 0_u8;
    for i in 1..=a.len() {
        at_row += 1;
        let (earlier, last, current) = ((i + 1) % 3, (i + 2) % 3, i % 3);
        rows[current][0] = at_row;
        let mut nearest = at_row;
        for j in 1..=b.len() {
            let cost = u8::from(a[i - 1] != b[j - 1]);
            let mut best =
                (rows[last][j] + 1).min(rows[current][j - 1] + 1).min(rows[last][j - 1] + cost);
            if i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] {
                best = best.min(rows[earlier][j - 2] + 1);
            }
            rows[current][j] = best;
            nearest = nearest.min(best);
        }
        if nearest > limit_row {
            return limit + 1;
        }
    }
    usize::from(rows[a.len() % 3][b.len()]).min(limit + 1)
}

/// A rough code of how a word sounds, in four signs: the first sound, then consonants. English
/// spelling and the commonest errors of hearing decide which letters sound alike.
pub(crate) fn sound(word: &str) -> String {
    const AS_ONE: [(&str, &str); 6] =
        [("ph", "f"), ("gh", "g"), ("ck", "k"), ("sch", "sh"), ("wr", "r"), ("kn", "n")];
    let mut word = Cow::Borrowed(word);
    for (letters, as_one) in AS_ONE {
        if word.contains(letters) {
            word = Cow::Owned(word.replace(letters, as_one));
        }
    }
    let mut code = String::with_capacity(4);
    let mut last = ' ';
    for (at, c) in word.chars().enumerate() {
        let class = match c {
            'b' | 'p' => 'p',
            'f' | 'v' | 'w' => 'f',
            'c' | 'k' | 'q' | 'g' | 'j' | 'x' => 'k',
            's' | 'z' => 's',
            'd' | 't' => 't',
            'l' => 'l',
            'm' | 'n' => 'n',
            'r' => 'r',
            'a' | 'e' | 'i' | 'o' | 'u' | 'y' => 'a',
            'h' => 'h',
            other => other,
        };
        let silent = (class == 'a' || class == 'h') && at > 0;
        if !silent && class != last {
            code.push(class);
        }
        last = class;
        if code.chars().count() == 4 {
            break;
        }
    }
    code
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn one_slip_is_one_edit() {
        assert_eq!(edits("amina", "amnia", 2), 1);
        assert_eq!(edits("amina", "aminah", 2), 1);
        assert_eq!(edits("amina", "omina", 2), 1);
        assert_eq!(edits("amina", "josephine", 2), 3);
    }

    #[test]
    fn words_that_sound_alike_have_one_sound() {
        assert_eq!(sound("stephen"), sound("steven"));
        assert_eq!(sound("phillips"), sound("filips"));
        assert_ne!(sound("okafor"), sound("smith"));
    }

    /// Two words, often few edits apart.
    fn pair() -> impl Strategy<Value = (String, String)> {
        let near = ("[a-d]{0,12}", "[a-dé]{0,3}", "[a-d]{0,12}", "[a-dé]{0,3}").prop_map(
            |(start, one, end, other)| {
                (format!("{start}{one}{end}"), format!("{start}{other}{end}"))
            },
        );
        prop_oneof![near, ("[a-dé]{0,31}", "[a-dé]{0,31}"), ("\\PC{0,31}", "\\PC{0,31}")]
    }

    proptest! {
        #[test]
        fn edits_are_counted_as_strsim_counts_them((a, b) in pair(), limit in 0_usize..40) {
            let counted = strsim::osa_distance(&a, &b);
            prop_assert_eq!(edits(&a, &b, limit), counted.min(limit + 1));
        }

        /// Letters that are not ASCII are compared without a look at the set of them first.
        #[test]
        fn of_a_longer_word_the_beginning_counts(
            start in "[a-bé]{31}é",
            other in "[a-bé]{31}",
            (end, instead) in ("[a-b]{5}", "[a-b]{5}"),
        ) {
            let (a, b) = (format!("{start}{end}"), format!("{other}é{instead}"));
            let beginning = |word: &str| word.chars().take(LONGEST).collect::<String>();
            let counted = strsim::osa_distance(&beginning(&a), &beginning(&b));
            prop_assert_eq!(edits(&a, &b, 31), counted);
        }

        #[test]
        fn edits_are_symmetric(a in "[a-e]{0,8}", b in "[a-e]{0,8}") {
            prop_assert_eq!(edits(&a, &b, 3), edits(&b, &a, 3));
        }
    }
}
