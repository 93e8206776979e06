//! Reads codes of districts, wards and LSOAs, and areas drawn in GeoJSON files.

use std::ops::Range;

use referral::GssCode;

use super::Parse;
use crate::{
    Authority,
    geo::{self, Area},
};

impl Parse<'_> {
    /// A district that lies in the file's authority or, with `anywhere`, in any.
    pub(super) fn district(
        &mut self,
        span: Range<usize>,
        code: &str,
        anywhere: bool,
    ) -> Option<&'static Authority> {
        let Some(district) = GssCode::parse(code).ok().and_then(Authority::find) else {
            self.faults.at(
                span,
                format!("`{code}` is not the code of a UK district"),
                "look its GSS code up, as in `E07000070` for Chelmsford",
            );
            return None;
        };
        if let Some(authority) = self.authority
            && !anywhere
            && district.upper != authority.code
        {
            self.faults.at(
                span,
                format!(
                    "{} lies in {}, not in {}",
                    district.name,
                    district.upper_tier().name,
                    authority.name
                ),
                "name a district of this authority",
            );
            return None;
        }
        Some(district)
    }

    /// The code of a ward (E05, W05, S13) or of a small area (E01, W01, S01).
    pub(super) fn area_code(
        &mut self,
        span: Range<usize>,
        code: &str,
        what: &str,
        starts: [&str; 3],
    ) -> Option<GssCode> {
        let parsed = GssCode::parse(code).ok();
        let fits = parsed.filter(|_| starts.iter().any(|start| code.starts_with(start)));
        if fits.is_none() {
            self.faults.at(
                span,
                format!("`{code}` is not the code of {what}"),
                format!("write its GSS code, which begins with {}", starts[0]),
            );
        }
        fits
    }

    /// The area of a GeoJSON file beside the rulebook.
    pub(super) fn drawn(
        &mut self,
        span: Range<usize>,
        file: &str,
        feature: Option<&str>,
    ) -> Option<Area> {
        let Some((name, text)) = self.files.get_key_value(file) else {
            let known: Vec<_> = self.files.keys().copied().collect();
            let help = if known.is_empty() {
                "put the file beside the rulebook, its name ending in .geojson".to_owned()
            } else {
                format!("put the file beside the rulebook, or use one of: {}", known.join(", "))
            };
            self.faults.at(span, format!("there is no file `{file}`"), help);
            return None;
        };
        self.used.insert(name);
        match geo::read(text, feature) {
            Ok(area) => Some(area),
            Err(fault) => {
                self.faults.at(span, format!("in {file}: {}", fault.message), fault.help);
                None
            }
        }
    }
}

/// The beginnings of the codes of wards.
pub(super) const WARDS: [&str; 3] = ["E05", "W05", "S13"];
/// The beginnings of the codes of lower-layer super output areas (in Scotland, data zones).
pub(super) const LSOAS: [&str; 3] = ["E01", "W01", "S01"];
