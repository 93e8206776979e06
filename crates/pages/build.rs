//! Makes the stylesheet and the script that pages load from the npm package `govuk-frontend`; the icon
//! is Hubward's own.
//!
//! The package is fetched if it is not there. The font and the crest, which only GOV.UK may show,
//! are taken out by steps that say how often they must find something: a new version of the package
//! that has them elsewhere fails the build instead of being served.

use std::error::Error;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::{env, fs};

use base64::{Engine as _, engine::general_purpose::STANDARD};
use flate2::{Compression, write::GzEncoder};
use sha2::{Digest as _, Sha256};

/// The variable that names another folder with the unpacked npm package.
const PACKAGE: &str = "HUBWARD_GOVUK_FRONTEND";

/// The licence asks that its notice goes with every copy.
const NOTICE: &str = "/*! GOV.UK Frontend, the MIT License, Copyright (C) Crown Copyright (Government Digital Service) */\n";

/// Declarations to take out of the stylesheet: how each starts, where it ends, and how many there are.
const NOT_OURS: &[(&str, char, usize)] = &[
    ("/*! Copyright (c) 2011 by Margaret Calvert", '/', 1),
    ("@font-face{", '}', 2),
    ("font-family:GDS Transport,arial,sans-serif", ';', 58),
    ("font-family:sans-serif", ';', 58),
    ("background-image:url(/assets/images/govuk-crest.svg)", ';', 1),
    ("-webkit-mask-image:url(/assets/images/govuk-crest.svg)", ';', 1),
    ("mask-image:url(/assets/images/govuk-crest.svg)", ';', 1),
    ("/*# sourceMappingURL=", '/', 1),
];

type Outcome<T> = Result<T, Box<dyn Error>>;

fn main() -> Outcome<()> {
    let here = PathBuf::from(variable("CARGO_MANIFEST_DIR")?);
    let out = PathBuf::from(variable("OUT_DIR")?);
    let package = package(&here)?.join("dist/govuk");
    let read = |file: &str| {
        let path = package.join(file);
        println!("cargo::rerun-if-changed={}", path.display());
        fs::read_to_string(&path).map_err(|error| format!("{}: {error}", path.display()))
    };
    let own = |file: &str| {
        let path = here.join("assets").join(file);
        println!("cargo::rerun-if-changed={}", path.display());
        fs::read_to_string(path)
    };

    let style = stylesheet(&read("govuk-frontend.min.css")?)?;
    let style = style + &squeezed(&own("hubward.css")?) + &squeezed(&own("rtl.css")?);
    let script = script(&read("govuk-frontend.min.js")?)?;
    let inline = inline_script(&read("template.njk")?)?;
    asset(&out, "css", &(NOTICE.to_owned() + &style))?;
    asset(&out, "js", &(NOTICE.to_owned() + &script))?;
    asset(&out, "svg", own("icon.svg")?.trim())?;
    fs::write(out.join("inline.js"), &inline)?;
    println!("cargo::rustc-env=PAGES_INLINE={}", STANDARD.encode(Sha256::digest(&inline)));
    println!("cargo::rustc-env=PAGES_PACKAGE={}", package.display());
    Ok(())
}

/// The folder of the npm package: fetched when the lock file's version is not there.
fn package(here: &Path) -> Outcome<PathBuf> {
    println!("cargo::rerun-if-env-changed={PACKAGE}");
    println!("cargo::rerun-if-changed={}", here.join("frontend").display());
    if let Ok(package) = variable(PACKAGE) {
        return Ok(package.into());
    }
    let target = here.ancestors().nth(2).ok_or("the crate is not in a workspace")?.join("target");
    let fetched = Command::new("python3").arg(here.join("frontend/fetch.py")).arg(&target).status();
    match fetched {
        Ok(status) if status.success() => Ok(target.join("frontend/node_modules/govuk-frontend")),
        Ok(_) => Err("the npm package govuk-frontend could not be fetched: see above".into()),
        Err(error) => {
            Err(format!("python3 fetches the npm package, and did not start: {error}").into())
        }
    }
}

/// The package's stylesheet without the parts that are not ours to show.
fn stylesheet(packaged: &str) -> Outcome<String> {
    let mut style = packaged.to_owned();
    for &(start, end, count) in NOT_OURS {
        let (rest, found) = without(&style, start, end);
        if found != count {
            return Err(changed(&format!("{start} {found} times in the stylesheet, not {count}")));
        }
        style = rest;
    }
    for gone in ["GDS", "crest", "url("] {
        if style.contains(gone) {
            return Err(changed(&format!("{gone} in the stylesheet still")));
        }
    }
    Ok(style)
}

/// A stylesheet of ours without its comments and the whitespace at its lines' ends.
fn squeezed(style: &str) -> String {
    let mut parts = style.split("/*");
    let first = parts.next().unwrap_or_default().to_owned();
    let kept = parts.map(|part| part.split_once("*/").map_or("", |(_, kept)| kept));
    let style = kept.fold(first, |style, part| style + part);
    style.lines().map(str::trim).filter(|line| !line.is_empty()).collect::<Vec<_>>().join("\n")
}

/// A text without the passages from `start` to `end`, and the number of passages taken out. A
/// passage may also end with the `}` of its rule.
fn without(text: &str, start: &str, end: char) -> (String, usize) {
    let mut parts = text.split(start);
    let mut kept = parts.next().unwrap_or_default().to_owned();
    let mut found = 0;
    for part in parts {
        found += 1;
        let stop = part.find([end, '}']).unwrap_or(part.len());
        let after = if part[stop..].starts_with(end) { stop + end.len_utf8() } else { stop };
        kept.push_str(&part[after..]);
    }
    (kept, found)
}

/// What the script does where a radio button shows more fields, and what is left of it: ARIA does not
/// allow a radio button to be expanded (the package's own issue 979).
const RADIO: [&str; 2] = [
    r#"t.setAttribute("aria-expanded",e.toString()),i.classList.toggle("govuk-radios__conditional"#,
    r#"i.classList.toggle("govuk-radios__conditional"#,
];

/// The package's script, started by itself: pages have one element for it, and nothing inline.
fn script(packaged: &str) -> Outcome<String> {
    let [expanded, plain] = RADIO;
    if packaged.matches(expanded).count() != 1 {
        return Err(changed("radio buttons show more fields in another way"));
    }
    match packaged.replace(expanded, plain).split_once("//# sourceMappingURL=") {
        Some((code, _)) if code.ends_with("};") && code.contains("function initAll(") => {
            Ok(format!("{code}initAll();\n"))
        }
        _ => Err(changed("another end of the script")),
    }
}

/// The one inline script: says before anything is drawn that scripts run.
fn inline_script(template: &str) -> Outcome<String> {
    let starts =
        template.find("document.body.className +=").ok_or_else(|| changed("no inline script"))?;
    let (code, rest) = template[starts..]
        .split_once("</script>")
        .ok_or_else(|| changed("no end of the inline script"))?;
    if rest.contains("<script") {
        return Err(changed("another inline script"));
    }
    Ok(code.to_owned())
}

fn changed(what: &str) -> Box<dyn Error> {
    format!("the npm package govuk-frontend is not as crates/pages/build.rs knows it: {what}")
        .into()
}

/// Writes an asset as it is and compressed, and names it by its content.
fn asset(out: &Path, extension: &str, content: &str) -> Outcome<()> {
    fs::write(out.join(format!("pages.{extension}")), content)?;
    let mut gzip = GzEncoder::new(Vec::new(), Compression::best());
    gzip.write_all(content.as_bytes())?;
    fs::write(out.join(format!("pages.{extension}.gz")), gzip.finish()?)?;
    let hash = Sha256::digest(content);
    let name = hash.iter().take(8).map(|byte| format!("{byte:02x}")).collect::<Vec<_>>().concat();
    println!("cargo::rustc-env=PAGES_{}={name}.{extension}", extension.to_uppercase());
    Ok(())
}

#[expect(clippy::disallowed_methods, reason = "Cargo tells a build script by variables")]
fn variable(name: &str) -> Result<String, env::VarError> {
    env::var(name)
}
