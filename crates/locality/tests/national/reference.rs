//! Placing again, as slowly and plainly as can be: straight from the files' TOML and GeoJSON, with
//! floating-point distances and winding numbers. It shares nothing with what it checks but the
//! names of authorities and the map projection.

use locality::{Authority, PostcodeRecord, geo::to_grid};
use referral::{GssCode, Lane};
use toml::Value;

/// The sample authorities, as their files say.
pub(crate) struct Reference {
    books: Vec<Value>,
    drawn: Vec<(String, serde_json::Value)>,
}

impl Reference {
    pub(crate) fn new(files: &[(String, String)]) -> Self {
        let of = |kind: &'static str| files.iter().filter(move |(name, _)| name.ends_with(kind));
        Self {
            books: of(".toml").map(|(_, text)| toml::from_str(text).unwrap()).collect(),
            drawn: of(".geojson")
                .map(|(name, text)| (name.clone(), serde_json::from_str(text).unwrap()))
                .collect(),
        }
    }

    pub(crate) fn serves(&self, code: Option<GssCode>) -> bool {
        self.book(code).is_some()
    }

    fn book(&self, code: Option<GssCode>) -> Option<&Value> {
        let upper = Authority::find(code?)?.upper;
        self.books.iter().find(|book| text(&book["authority"]["code"]) == upper)
    }

    pub(crate) fn place(&self, postcode: &str, record: &PostcodeRecord, lane: Lane) -> String {
        let area: String = postcode.chars().take_while(char::is_ascii_alphabetic).collect();
        match area.as_str() {
            "GIR" | "BX" | "XX" | "BF" => return "review".to_owned(),
            "BT" | "GY" | "JE" | "IM" => return "out-of-area".to_owned(),
            _ => {}
        }
        let Some(code) = record.authority else { return "review".to_owned() };
        let Some(book) = self.book(Some(code)) else { return "out-of-area".to_owned() };
        let id = text(&book["authority"]["id"]);
        match lane {
            Lane::Safeguarding => return format!("{id}-front-door"),
            Lane::NotAgreed => return format!("{id}-triage"),
            Lane::Agreed => {}
        }
        for catchment in book["catchment"].as_array().unwrap() {
            let hub = || format!("{id}-{}", text(&catchment["hub"]));
            match text(&catchment["kind"]) {
                "authority" => return hub(),
                "district" if text(&catchment["district"]) == code.as_str() => return hub(),
                "polygon" if self.inside(catchment, record) => return hub(),
                "district" | "polygon" => {}
                "nearest" => {
                    if let Some(nearest) = nearest(book, catchment, record) {
                        return format!("{id}-{nearest}");
                    }
                }
                other => panic!("the reference does not know `{other}`"),
            }
        }
        format!("{id}-triage")
    }

    fn inside(&self, catchment: &Value, record: &PostcodeRecord) -> bool {
        let Some(grid) = record.grid else { return false };
        let name = text(&catchment["file"]);
        let (_, drawn) = self.drawn.iter().find(|(file, _)| file == name).unwrap();
        let wanted = catchment.get("feature").map(text);
        let features = drawn["features"].as_array().unwrap();
        features
            .iter()
            .filter(|one| wanted.is_none_or(|name| one["properties"]["name"] == name))
            .any(|one| {
                let ring = one["geometry"]["coordinates"][0].as_array().unwrap();
                let ring: Vec<(f64, f64)> = ring
                    .iter()
                    .map(|at| to_grid(at[0].as_f64().unwrap(), at[1].as_f64().unwrap()))
                    .collect();
                winds_around(&ring, f64::from(grid.easting), f64::from(grid.northing))
            })
    }
}

/// Whether a ring turns around a place: the angles to its corners add up to a full turn.
fn winds_around(ring: &[(f64, f64)], x: f64, y: f64) -> bool {
    let mut turned = 0.0;
    for pair in ring.windows(2) {
        let from = (pair[0].1 - y).atan2(pair[0].0 - x);
        let to = (pair[1].1 - y).atan2(pair[1].0 - x);
        let mut step = to - from;
        if step > std::f64::consts::PI {
            step -= std::f64::consts::TAU;
        } else if step < -std::f64::consts::PI {
            step += std::f64::consts::TAU;
        }
        turned += step;
    }
    f64::abs(turned) > std::f64::consts::PI
}

fn nearest(book: &Value, catchment: &Value, record: &PostcodeRecord) -> Option<String> {
    let grid = record.grid?;
    let allowed: Option<Vec<&str>> =
        catchment.get("hubs").map(|hubs| hubs.as_array().unwrap().iter().map(text).collect());
    let mut best: Option<(f64, String)> = None;
    for hub in book["hub"].as_array().unwrap() {
        let id = text(&hub["id"]);
        if allowed.as_ref().is_some_and(|allowed| !allowed.contains(&id)) {
            continue;
        }
        let sites = hub.get("site").and_then(Value::as_array).into_iter().flatten();
        for place in sites.chain([hub]) {
            let metres = |name: &str| {
                f64::from(u32::try_from(place["grid"][name].as_integer().unwrap()).unwrap())
            };
            let far = (metres("easting") - f64::from(grid.easting))
                .hypot(metres("northing") - f64::from(grid.northing));
            if best.as_ref().is_none_or(|(least, _)| far < *least) {
                best = Some((far, id.to_owned()));
            }
        }
    }
    best.map(|(_, id)| id)
}

fn text(value: &Value) -> &str {
    value.as_str().unwrap()
}
