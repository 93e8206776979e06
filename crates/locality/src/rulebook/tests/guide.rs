//! Tests that the guide's examples are sound as they stand: the smallest rulebook by itself, the
//! others after it.

use crate::Localities;

const GUIDE: &str = include_str!("../../../../../docs/guides/rules.md");

/// The second hub that the guide asks for.
const COLCHESTER: &str = "[[hub]]\nid = \"colchester\"\nname = \"Colchester Family Hub\"\n\
    grid = { easting = 599700, northing = 225100 }\n";

#[test]
fn examples_of_the_guide_are_sound_as_pasted() {
    let mut examples =
        GUIDE.split("```toml\n").skip(1).map(|part| part.split("```").next().unwrap());
    let smallest = examples.next().unwrap();
    let parse = |text: String| {
        let drawn = super::DRAWN.to_owned();
        let files = [("essex.toml".to_owned(), text), ("essex.geojson".to_owned(), drawn)];
        Localities::parse(files).unwrap_or_else(|faults| panic!("{faults:#?}"))
    };
    parse(smallest.to_owned());
    let all = parse(format!("{smallest}{COLCHESTER}{}", examples.collect::<String>()));
    let book = &all.rulebooks()[0];
    assert_eq!((book.hubs.len(), book.rules.len(), book.overrides.len()), (2, 1, 1));
    assert_eq!((book.catchments.len(), book.contacts.len()), (6, 1));
}
