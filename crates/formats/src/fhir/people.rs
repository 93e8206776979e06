//! The names, numbers and addresses of people, as every resource about a person holds them.

use super::element::At;
use super::sources::Sources;
use crate::unchecked::{LINES_MAX, UncheckedAddress, UncheckedAdult, UncheckedName};

/// The name of a person. A name that is one text is not split: it is the given name whole.
pub(super) fn name(of: &At<'_>, field: &str, sources: &mut Sources) -> Option<UncheckedName> {
    let names = of.all("name");
    let used = |uses: &'static [&str]| {
        move |name: &&At<'_>| name.text("use").is_some_and(|is| uses.contains(&is.as_str()))
    };
    let has_none = |name: &&At<'_>| name.text("use").is_none();
    let main = [&["official"][..], &["usual"]];
    let main = main.iter().find_map(|uses| names.iter().find(used(uses)));
    let main = main.or_else(|| names.iter().find(has_none));
    let called = names.iter().find(used(&["nickname"]));
    let main =
        main.or_else(|| names.iter().find(|name| called.is_none_or(|it| it.path != name.path)));
    let mut found = UncheckedName::default();
    if let Some(main) = main {
        sources.note(format!("{field}.name"), &main.path);
        let given = main.all("given").iter().filter_map(At::take).collect::<Vec<_>>().join(" ");
        found.given = Some(given).filter(|given| !given.is_empty());
        found.family = main.first("family").and_then(|at| at.take());
        let text = main.first("text");
        let parts: Vec<_> = found.given.iter().chain(&found.family).map(String::as_str).collect();
        if let Some(text) =
            text.filter(|at| parts.is_empty() || at.value() == Some(parts.join(" ")))
        {
            let whole = text.take();
            found.given = found.given.or(whole.filter(|_| found.family.is_none()));
        }
    }
    if let Some(called) = called {
        sources.note(format!("{field}.name.known_as"), &called.path);
        let part = called.first("given").or_else(|| called.first("text"));
        found.known_as = part.and_then(|at| at.take());
    }
    let is_blank = found.given.is_none() && found.family.is_none() && found.known_as.is_none();
    (!is_blank).then_some(found)
}

/// The name of a person on one line, as a referrer's is.
pub(super) fn line(name: &UncheckedName) -> String {
    let parts = [&name.given, &name.family];
    parts.into_iter().flatten().map(String::as_str).collect::<Vec<_>>().join(" ")
}

/// A phone number and an e-mail address: those in use, the first in rank, and a mobile before others
/// of no rank. All others stay beside the referral.
pub(super) fn reach(
    of: &[At<'_>],
    field: &str,
    sources: &mut Sources,
) -> (Option<String>, Option<String>) {
    let mut points: Vec<_> = of.iter().flat_map(|at| at.all("telecom")).collect();
    points.retain(|point| {
        let ended = point.within(&["period", "end"]).is_some();
        !ended && point.text("use").as_deref() != Some("old")
    });
    points.sort_by_key(|point| {
        let rank = point.text("rank").and_then(|rank| rank.parse::<u32>().ok());
        (rank.unwrap_or(u32::MAX), point.text("use").as_deref() != Some("mobile"))
    });
    let mut first = |systems: &[&str], name: &str| {
        let fits = |point: &&At<'_>| {
            let system = point.text("system").unwrap_or_default();
            systems.contains(&system.as_str()) && point.text("value").is_some()
        };
        let point = points.iter().find(fits)?;
        sources.note(format!("{field}.{name}"), &format!("{}.value", point.path));
        point.first("system")?.take();
        point.first("value")?.take()
    };
    (first(&["phone", "sms"], "phone"), first(&["email"], "email"))
}

/// The home: the first address that is in use, with what its parts say.
pub(super) fn address(of: &At<'_>, sources: &mut Sources) -> Option<UncheckedAddress> {
    let addresses = of.all("address");
    let in_use = |address: &&At<'_>| {
        let used = address.text("use");
        address.within(&["period", "end"]).is_none()
            && !matches!(used.as_deref(), Some("old" | "billing" | "temp"))
    };
    let home = |address: &&At<'_>| address.text("use").as_deref() == Some("home");
    let temporary = |address: &&At<'_>| address.text("use").as_deref() == Some("temp");
    let mut in_use = addresses.iter().filter(in_use);
    let at = in_use.clone().find(home).or_else(|| in_use.next());
    let at = at.or_else(|| addresses.iter().find(temporary))?;
    let field = "household.address";
    sources.note(field, &at.path);
    let mut lines: Vec<_> = at.all("line").iter().take(LINES_MAX).filter_map(At::take).collect();
    let town = at.first("city").and_then(|at| at.take());
    let postcode = at.first("postalCode");
    if let Some(postcode) = &postcode {
        sources.note(format!("{field}.postcode"), &postcode.path);
    }
    let postcode = postcode.and_then(|at| at.take());
    if lines.is_empty() && town.is_none() {
        lines.extend(at.first("text").and_then(|at| at.take()));
    }
    let is_blank = lines.is_empty() && town.is_none() && postcode.is_none();
    (!is_blank).then_some(UncheckedAddress { lines, town, postcode, uprn: None })
}

/// An adult by name and numbers; `None` where neither is there.
pub(super) fn adult(of: &At<'_>, field: &str, sources: &mut Sources) -> Option<UncheckedAdult> {
    let name = name(of, field, sources);
    let (phone, email) = reach(std::slice::from_ref(of), field, sources);
    let is_blank = name.is_none() && phone.is_none() && email.is_none();
    (!is_blank).then(|| {
        sources.note(field, &of.path);
        UncheckedAdult { name, phone, email, ..UncheckedAdult::default() }
    })
}
