//! Homes and mailboxes as they are compared, and how those of institutions are told apart.

use crate::placeholder::is_no_home;
use crate::similar::sound;
use crate::text::{in_latin, words};

/// A home, as far as the record tells it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Home {
    /// The unique property reference number (UPRN).
    pub(crate) uprn: Option<String>,
    /// The number of the house in its road.
    pub(crate) house: Option<String>,
    /// The number or letter of the flat in it, or the floor.
    pub(crate) flat: Option<String>,
    /// The words of the road's name, without its kind. Towns and villages are left out.
    pub(crate) road: Vec<String>,
    /// The kind of road, such as street or lane.
    pub(crate) kind: Option<String>,
}

/// The long form of a word that addresses shorten.
fn long_form(word: &str) -> &str {
    match word {
        "rd" => "road",
        "st" => "street",
        "ave" | "av" => "avenue",
        "cl" => "close",
        "ct" => "court",
        "cres" | "cr" => "crescent",
        "dr" => "drive",
        "gdns" => "gardens",
        "ln" => "lane",
        "pl" => "place",
        "sq" => "square",
        "terr" => "terrace",
        "apartment" | "apt" | "unit" | "room" => "flat",
        other => other,
    }
}

/// Whether a word is a kind of road, which ends the road's name.
fn is_kind_of_road(word: &str) -> bool {
    matches!(
        word,
        "road"
            | "street"
            | "avenue"
            | "close"
            | "court"
            | "crescent"
            | "drive"
            | "gardens"
            | "grove"
            | "hill"
            | "lane"
            | "mews"
            | "parade"
            | "place"
            | "rise"
            | "row"
            | "square"
            | "terrace"
            | "view"
            | "walk"
            | "way"
    )
}

/// Whether a word is a house's or flat's number: `12`, `12b`. An ordinal (5th Avenue) is none, and
/// neither is the second half of a postcode (`3EG`) that was typed into a line.
fn is_number(word: &str) -> bool {
    let digits = word.chars().take_while(char::is_ascii_digit).count();
    let letters = word.len() - digits;
    let is_ordinal = ["st", "nd", "rd", "th"].iter().any(|end| word.ends_with(end));
    digits > 0 && letters < 2 && !is_ordinal
}

impl Home {
    /// Reads a home from the lines of an address; none where they say that there is none, that it
    /// is somebody else's, or that it is an institution's.
    pub(crate) fn read<'a>(
        lines: impl Iterator<Item = &'a str> + Clone,
        uprn: Option<&str>,
    ) -> Option<Self> {
        if lines.clone().any(is_no_home) {
            return None;
        }
        let mut home = Self { uprn: uprn.map(str::to_owned), ..Self::default() };
        let mut segments: Vec<Vec<String>> = Vec::new();
        for segment in lines.flat_map(|line| line.split(',')) {
            let words: Vec<String> =
                words(segment).iter().map(|word| long_form(&in_latin(word)).to_owned()).collect();
            if names_an_institution(&words) {
                return None;
            }
            segments.push(home.without_flat(words));
        }
        segments.retain(|segment| !segment.is_empty());
        home.read_road(&segments);
        (home.uprn.is_some() || !home.road.is_empty()).then_some(home)
    }

    /// Takes flat and floor out of the words and keeps them in the home; returns the other words.
    fn without_flat(&mut self, words: Vec<String>) -> Vec<String> {
        let mut rest: Vec<String> = Vec::with_capacity(words.len());
        let mut words = words.into_iter().peekable();
        while let Some(word) = words.next() {
            let names_next = word == "flat"
                && words.peek().is_some_and(|next| is_number(next) || next.len() == 1);
            if names_next {
                self.flat = words.next();
            } else if words.next_if(|next| next == "floor").is_some() {
                self.flat = self.flat.take().or(Some(word));
            } else if word != "flat" {
                rest.push(word);
            }
        }
        rest
    }

    /// Reads the house and the road. The house is the number right before the road's name, on the
    /// same line or the line before it. The last number before the house's is the flat's, where no
    /// flat was named.
    fn read_road(&mut self, segments: &[Vec<String>]) {
        let all: Vec<(usize, &String)> = segments
            .iter()
            .enumerate()
            .flat_map(|(at, segment)| segment.iter().map(move |word| (at, word)))
            .collect();
        let house = all.windows(2).position(|two| is_number(two[0].1) && !is_number(two[1].1));
        let start = house.map_or(0, |house| house + 1);
        let Some((line, _)) = all.get(start) else { return };
        let mut road: Vec<String> = all[start..]
            .iter()
            .take_while(|(at, _)| at == line)
            .map(|(_, word)| (*word).clone())
            .collect();
        // A kind of road needs a name before it: the `St` of St John's Road is no street.
        if let Some(end) = (1..road.len()).find(|at| is_kind_of_road(&road[*at])) {
            road.truncate(end + 1);
            self.kind = road.pop();
        }
        self.road = road;
        if let Some(house) = house {
            self.house = Some(all[house].1.clone());
            let before = all[..house].iter().rev().find(|(_, word)| is_number(word));
            self.flat = self.flat.take().or_else(|| before.map(|(_, word)| (*word).clone()));
        }
    }

    /// The house and the sound of the road's first word as one value; none unless both are known.
    pub(crate) fn house_and_road(&self) -> Option<String> {
        let (house, road) = (self.house.as_ref()?, self.road.first()?);
        Some(format!("{house} {}", sound(road)))
    }
}

/// Whether words name a place where unrelated families live, or one that acts for them. A road may
/// be called after such a place: Church Road, School Lane.
fn names_an_institution(words: &[String]) -> bool {
    (0..words.len()).any(|at| {
        is_institution(&words[at]) && !words.get(at + 1).is_some_and(|next| is_kind_of_road(next))
    })
}

/// Whether a word is one for such a place.
fn is_institution(word: &str) -> bool {
    matches!(
        word,
        "refuge"
            | "hostel"
            | "hotel"
            | "school"
            | "academy"
            | "nursery"
            | "hospital"
            | "surgery"
            | "clinic"
            | "church"
            | "mosque"
            | "shelter"
            | "council"
            | "library"
            | "prison"
            | "barracks"
            | "centre"
            | "bb"
            | "guesthouse"
            | "inn"
    )
}

/// Whether a mailbox belongs to an organisation and not to a family.
pub(crate) fn is_organisations_email(email: &str) -> bool {
    let Some((local, domain)) = email.rsplit_once('@') else { return true };
    let public = ["gov.uk", "nhs.uk", "nhs.net", "sch.uk", "police.uk", "ac.uk", "org.uk"];
    let role = ["info", "admin", "office", "enquiries", "reception", "contact", "hello", "noreply"];
    public.iter().any(|end| domain == *end || domain.ends_with(&format!(".{end}")))
        || role.contains(&local)
}

/// A mailbox as it is compared: in small letters, without a tag after a plus, and for Gmail without
/// dots.
pub(crate) fn mailbox(email: &str) -> Option<String> {
    let email = email.to_lowercase();
    let (local, domain) = email.rsplit_once('@')?;
    let local = local.split('+').next().unwrap_or(local);
    let local = if domain == "gmail.com" { local.replace('.', "") } else { local.to_owned() };
    Some(format!("{local}@{domain}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(lines: &[&str]) -> Option<Home> {
        Home::read(lines.iter().copied(), None)
    }

    /// The flat, the house, and the road with its kind.
    fn parts(lines: &[&str]) -> [String; 3] {
        let home = read(lines).unwrap();
        let road: Vec<String> = home.road.into_iter().chain(home.kind).collect();
        [home.flat.unwrap_or_default(), home.house.unwrap_or_default(), road.join(" ")]
    }

    #[test]
    fn an_institution_is_no_home_but_a_road_called_after_one_is() {
        for lines in
            [["The Women's Refuge", "1 High St"], ["Grand Hotel", ""], ["St Mary's Church", ""]]
        {
            assert_eq!(read(&lines), None, "{lines:?}");
        }
        assert_eq!(parts(&["12 Church Road"]), ["", "12", "church road"]);
        assert_eq!(parts(&["7 Hospital Hill"]), ["", "7", "hospital hill"]);
    }

    #[test]
    fn a_flat_is_told_from_its_house_and_the_road_from_its_town() {
        for (lines, expected) in [
            (&["Flat B, 14 High St"][..], ["b", "14", "high street"]),
            (&["apt b 14 High St"], ["b", "14", "high street"]),
            (&["Flat 2", "14 High St"], ["2", "14", "high street"]),
            (&["2, 14 High St"], ["2", "14", "high street"]),
            (&["14 High St"], ["", "14", "high street"]),
            (&["14", "High Street", "Bradford"], ["", "14", "high street"]),
            (&["Flat 3, 12 Lupus Street, London SW1V 3EG"], ["3", "12", "lupus street"]),
            (&["12 Lupus Street London SW1V 3EG"], ["", "12", "lupus street"]),
            (&["12 High St, 1st Floor"], ["1st", "12", "high street"]),
            (&["12 Oak Road, Bradford"], ["", "12", "oak road"]),
            (&["8 St John's Road"], ["", "8", "street johns road"]),
            (&["9 5th Avenue"], ["", "9", "5th avenue"]),
            (&["Lupus Street"], ["", "", "lupus street"]),
        ] {
            assert_eq!(parts(lines), expected, "{lines:?}");
        }
    }

    #[test]
    fn a_line_that_says_there_is_no_home_gives_none_wherever_it_stands() {
        for line in [
            "c/o Smith",
            "Flat 2 c/o Mrs Khan",
            "No fixed abode",
            "NFA, Bradford",
            "No fixed abode, London",
            "NFA Bradford",
            "N.F.A.",
        ] {
            assert_eq!(read(&[line, "14 High St"]), None, "{line}");
        }
    }

    #[test]
    fn an_organisations_mailbox_is_no_familys() {
        assert!(is_organisations_email("head@oak.sch.uk"));
        assert!(is_organisations_email("info@example.com"));
        assert!(!is_organisations_email("amina@example.com"));
        assert_eq!(mailbox("A.Okafor+kids@gmail.com").as_deref(), Some("aokafor@gmail.com"));
    }
}
