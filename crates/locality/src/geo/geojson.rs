//! Reads GeoJSON (RFC 7946) as an area on the grid: polygons and multi-polygons, alone, in a
//! feature or in a collection of features. Coordinates are longitude and latitude, as the RFC has
//! it.

use serde::Deserialize;
use serde_json::Value;

use super::{Area, to_grid};

/// Great Britain and its islands, in degrees: west, south, east, north.
const BRITAIN: [f64; 4] = [-9.5, 49.5, 2.5, 61.5];

/// A fault in a GeoJSON file, and how to mend it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct GeoJsonFault {
    /// The sentence that says what is wrong.
    pub(crate) message: String,
    /// The sentence that says how to mend it.
    pub(crate) help: String,
}

impl GeoJsonFault {
    fn new(message: impl Into<String>, help: impl Into<String>) -> Self {
        Self { message: message.into(), help: help.into() }
    }
}

#[derive(Deserialize)]
#[serde(tag = "type")]
enum Object {
    FeatureCollection { features: Vec<Feature> },
    Feature(Feature),
    Polygon { coordinates: Rings },
    MultiPolygon { coordinates: Vec<Rings> },
}

#[derive(Deserialize)]
struct Feature {
    geometry: Option<Geometry>,
    #[serde(default)]
    properties: Option<Value>,
}

#[derive(Deserialize)]
#[serde(tag = "type")]
enum Geometry {
    Polygon {
        coordinates: Rings,
    },
    MultiPolygon {
        coordinates: Vec<Rings>,
    },
    #[serde(other)]
    Other,
}

/// Rings of positions. A position may carry a height, which is dropped.
type Rings = Vec<Vec<Vec<f64>>>;

/// Reads the polygons of a file: all of them, or those of the features whose `name` is `feature`.
pub(crate) fn read(text: &str, feature: Option<&str>) -> Result<Area, GeoJsonFault> {
    let object: Object = serde_json::from_str(text).map_err(|error| {
        GeoJsonFault::new(
            format!("this file is not GeoJSON with polygons ({error})"),
            "export the areas as GeoJSON polygons (RFC 7946)",
        )
    })?;
    let rings = match (object, feature) {
        (Object::FeatureCollection { features }, _) => pick(features, feature)?,
        (Object::Feature(one), _) => pick(vec![one], feature)?,
        (Object::Polygon { coordinates }, None) => vec![coordinates],
        (Object::MultiPolygon { coordinates }, None) => coordinates,
        (_, Some(name)) => {
            return Err(GeoJsonFault::new(
                format!("the file has no feature named `{name}`, only a shape without a name"),
                "leave `feature` out",
            ));
        }
    };
    if rings.is_empty() {
        return Err(GeoJsonFault::new("the file has no polygon", "draw one, or name another file"));
    }
    rings.iter().map(polygon).collect::<Result<_, _>>().map(Area::new)
}

fn pick(features: Vec<Feature>, wanted: Option<&str>) -> Result<Vec<Rings>, GeoJsonFault> {
    let mut rings = Vec::new();
    let mut names = Vec::new();
    for feature in features {
        let properties = feature.properties.unwrap_or_default();
        let name = properties.get("name").and_then(Value::as_str).unwrap_or_default().to_owned();
        let take = wanted.is_none_or(|wanted| wanted == name);
        names.push(name);
        if !take {
            continue;
        }
        match feature.geometry {
            Some(Geometry::Polygon { coordinates }) => rings.push(coordinates),
            Some(Geometry::MultiPolygon { coordinates }) => rings.extend(coordinates),
            Some(Geometry::Other) | None => {
                return Err(GeoJsonFault::new(
                    "a feature is neither a polygon nor a multi-polygon",
                    "keep only areas in the file, no points or lines",
                ));
            }
        }
    }
    match wanted {
        Some(wanted) if rings.is_empty() => Err(GeoJsonFault::new(
            format!("the file has no feature named `{wanted}`"),
            format!("use one of: {}", names.join(", ")),
        )),
        _ => Ok(rings),
    }
}

fn polygon(rings: &Rings) -> Result<Vec<Vec<(f64, f64)>>, GeoJsonFault> {
    if rings.is_empty() {
        return Err(GeoJsonFault::new("a polygon has no ring", "take it out"));
    }
    rings.iter().map(|positions| ring(positions)).collect()
}

fn ring(positions: &[Vec<f64>]) -> Result<Vec<(f64, f64)>, GeoJsonFault> {
    if positions.len() < 4 || positions.first() != positions.last() {
        return Err(GeoJsonFault::new(
            "a ring has fewer than four positions, or does not end where it begins",
            "close each ring with its first position",
        ));
    }
    positions
        .iter()
        .map(|position| match position.as_slice() {
            [longitude, latitude, ..] if in_britain(*longitude, *latitude) => {
                Ok(to_grid(*longitude, *latitude))
            }
            [first, second, ..] => Err(GeoJsonFault::new(
                format!("the position {first}, {second} is not in Great Britain"),
                "write longitude first, then latitude, in degrees (WGS 84), as in -0.14, 51.49",
            )),
            _ => Err(GeoJsonFault::new("a position has fewer than two numbers", "take it out")),
        })
        .collect()
}

fn in_britain(longitude: f64, latitude: f64) -> bool {
    let [west, south, east, north] = BRITAIN;
    (west..=east).contains(&longitude) && (south..=north).contains(&latitude)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Grid;

    const PIMLICO: Grid = Grid { easting: 529_113, northing: 178_567 };
    const SQUARE: &str = "[[[-0.15,51.48],[-0.13,51.48],[-0.13,51.5],[-0.15,51.5],[-0.15,51.48]]]";

    fn feature(name: &str) -> String {
        format!(
            r#"{{"type":"Feature","properties":{{"name":"{name}"}},
                "geometry":{{"type":"Polygon","coordinates":{SQUARE}}}}}"#
        )
    }

    #[test]
    fn a_polygon_is_read_in_each_of_its_wrappings() {
        let polygon = format!(r#"{{"type":"Polygon","coordinates":{SQUARE}}}"#);
        let multi = format!(r#"{{"type":"MultiPolygon","coordinates":[{SQUARE}]}}"#);
        let all = format!(r#"{{"type":"FeatureCollection","features":[{}]}}"#, feature("South"));
        for text in [polygon, multi, feature("South"), all] {
            let area = read(&text, None).unwrap();
            assert!(area.contains(PIMLICO));
            assert!(!area.contains(Grid { easting: 528_000, northing: 181_000 }));
        }
        assert!(read(&feature("South"), Some("South")).unwrap().contains(PIMLICO));
    }

    #[test]
    fn a_file_that_is_no_area_is_refused_with_advice() {
        let said = |text: &str, name| {
            let fault = read(text, name).unwrap_err();
            format!("{}; {}", fault.message, fault.help)
        };
        let swapped = SQUARE.replace("-0.15,51.48", "51.48,-0.15");
        let swapped = format!(r#"{{"type":"Polygon","coordinates":{swapped}}}"#);
        let open = r#"{"type":"Polygon","coordinates":[[[-0.1,51.4],[-0.1,51.5],[-0.2,51.5]]]}"#;
        let point = r#"{"type":"Feature","properties":null,"geometry":{"type":"Point","coordinates":[0,51]}}"#;
        let lines = [
            said("[", None),
            said(&swapped, None),
            said(open, None),
            said(point, None),
            said(&feature("South"), Some("North")),
            said(&format!(r#"{{"type":"Polygon","coordinates":{SQUARE}}}"#), Some("North")),
            said(r#"{"type":"MultiPolygon","coordinates":[]}"#, None),
            said(r#"{"type":"Polygon","coordinates":[]}"#, None),
            said(r#"{"type":"Polygon","coordinates":[[[1],[1],[1],[1]]]}"#, None),
        ];
        insta::assert_snapshot!(lines.join("\n"));
    }
}
