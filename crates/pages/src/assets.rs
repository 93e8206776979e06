//! The files that every page loads. Each is named by its content, so that a cache may keep it
//! for ever, and a page never meets a file of another version.

use lambda_kit::http::{Problem, Request, Response};

/// A file to load, as it is and compressed.
pub(crate) struct Asset {
    pub(crate) name: &'static str,
    media_type: &'static str,
    pub(crate) plain: &'static [u8],
    pub(crate) gzip: &'static [u8],
}

/// The stylesheet that every page loads.
pub(crate) const STYLE: Asset = Asset {
    name: env!("PAGES_CSS"),
    media_type: "text/css; charset=utf-8",
    plain: include_bytes!(concat!(env!("OUT_DIR"), "/pages.css")),
    gzip: include_bytes!(concat!(env!("OUT_DIR"), "/pages.css.gz")),
};

/// The script, a module.
pub(crate) const SCRIPT: Asset = Asset {
    name: env!("PAGES_JS"),
    media_type: "text/javascript; charset=utf-8",
    plain: include_bytes!(concat!(env!("OUT_DIR"), "/pages.js")),
    gzip: include_bytes!(concat!(env!("OUT_DIR"), "/pages.js.gz")),
};

/// The icon of a tab: a plain disc, which says nothing about the page.
pub(crate) const ICON: Asset = Asset {
    name: env!("PAGES_SVG"),
    media_type: "image/svg+xml",
    plain: include_bytes!(concat!(env!("OUT_DIR"), "/pages.svg")),
    gzip: include_bytes!(concat!(env!("OUT_DIR"), "/pages.svg.gz")),
};

/// All files, by whose names the route's `{file}` finds them.
const ALL: [Asset; 3] = [STYLE, SCRIPT, ICON];

/// The bytes of all files as they travel, compressed.
pub const COMPRESSED_BYTES: usize = STYLE.gzip.len() + SCRIPT.gzip.len() + ICON.gzip.len();

/// The file that the route's `{file}` names.
pub fn asset(request: &Request) -> Result<Response, Problem> {
    let asked = request.path_parameter("file");
    let Some(asset) = ALL.into_iter().find(|asset| Some(asset.name) == asked) else {
        return Err(Problem::not_found("There is no such file."));
    };
    let compressed = request.header("accept-encoding").is_some_and(takes_gzip);
    let body = if compressed { asset.gzip } else { asset.plain };
    let response = Response::ok()
        .bytes(asset.media_type, body.to_vec())
        .header("cache-control", "public, max-age=31536000, immutable")
        .header("vary", "accept-encoding");
    Ok(if compressed { response.header("content-encoding", "gzip") } else { response })
}

/// Whether an `Accept-Encoding` takes gzip: named, and not with a weight of nothing.
fn takes_gzip(accepted: &str) -> bool {
    accepted.split(',').any(|one| {
        let (name, weight) = one.split_once(";q=").unwrap_or((one, "1"));
        name.trim().eq_ignore_ascii_case("gzip")
            && weight.trim().parse().is_ok_and(|q: f32| q > 0.0)
    })
}

#[cfg(test)]
mod tests {
    use std::io::Read as _;

    use flate2::read::GzDecoder;
    use lambda_kit::http::Method;

    use super::*;

    fn asked(name: &str, accepts: Option<&str>) -> Result<Response, Problem> {
        let request =
            Request::builder(Method::GET, "GET /assets/{file}").path_parameter("file", name);
        let request = accepts
            .into_iter()
            .fold(request, |request, accepts| request.header("accept-encoding", accepts));
        asset(&request.build())
    }

    #[test]
    fn a_file_is_kept_for_ever_and_compressed_for_whoever_takes_that() {
        for file in ALL {
            for (accepts, encoding) in [
                (None, None),
                (Some("br, gzip;q=0"), None),
                (Some("deflate, gzip;q=0.5"), Some("gzip")),
            ] {
                let answer = asked(file.name, accepts).ok().unwrap();
                assert_eq!(answer.header_value("content-encoding"), encoding);
                assert!(answer.header_value("cache-control").unwrap().contains("immutable"));
                let mut plain = Vec::new();
                if encoding.is_some() {
                    GzDecoder::new(answer.body()).read_to_end(&mut plain).unwrap();
                } else {
                    plain.extend(answer.body());
                }
                assert!(plain == file.plain, "{}", file.name);
            }
        }
    }

    #[test]
    fn no_other_file_is_there() {
        assert_eq!(asked("pages.css", None).err().unwrap().status(), 404);
    }

    #[test]
    fn nothing_is_loaded_from_elsewhere_and_no_font_or_crest_is_left() {
        let style = String::from_utf8_lossy(STYLE.plain);
        for gone in ["GDS Transport", "@font-face", "crest", "url(", "@import"] {
            assert!(!style.contains(gone), "{gone}");
        }
        assert!(String::from_utf8_lossy(SCRIPT.plain).ends_with("initAll();\n"));
    }
}
