//! All of England's authorities at once, with fifteen hubs each. `make bench-places` measures how
//! fast that is.

use std::fmt::Write;

use crate::{
    Authority, Localities,
    fixtures::{at, facts, index, postcodes},
};

/// A rulebook with fifteen hubs, strewn over the country.
fn rulebook(authority: &Authority, salt: u32) -> (String, String) {
    let id = authority.code.to_lowercase();
    let mut text = format!(
        "[authority]\nid = \"{id}\"\ncode = \"{}\"\nversion = \"1\"\n\
         [front_door]\nname = \"Door\"\nin_hours = \"01632 960001\"\nout_of_hours = \"01632 960002\"\n\
         [triage]\nname = \"Triage\"\n",
        authority.code
    );
    for hub in 0..15 {
        let easting = 400_000 + (salt * 7919 + hub * 104_729) % 200_000;
        let northing = 100_000 + (salt * 6007 + hub * 15_485) % 300_000;
        write!(
            text,
            "[[hub]]\nid = \"hub-{hub}\"\nname = \"Hub {hub}\"\n\
             grid = {{ easting = {easting}, northing = {northing} }}\n"
        )
        .unwrap();
    }
    text.push_str("[[catchment]]\nkind = \"nearest\"\n");
    (format!("{id}.toml"), text)
}

#[test]
fn all_of_england_is_served_at_once_and_everybody_is_placed() {
    let upper = Authority::all().filter(|authority| {
        authority.code.starts_with('E')
            && authority.upper == authority.code
            && authority.ends.is_none()
    });
    let files: Vec<_> = (0..).zip(upper).map(|(salt, each)| rulebook(each, salt)).collect();
    assert_eq!(files.len(), 153);
    let localities = Localities::parse(files).unwrap();
    assert_eq!(localities.inboxes().len(), 153 * 17 + 2);

    let index = index();
    for postcode in postcodes() {
        let placement = localities.place(&facts(at(postcode)), &index);
        assert!(localities.inbox(&placement.inbox).is_some(), "{postcode}");
    }
}
