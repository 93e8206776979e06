//! Conversion of longitude and latitude (WGS 84) to the British National Grid, and polygons on that
//! grid.
//!
//! The conversion is the Ordnance Survey's seven-parameter Helmert transformation, then the
//! transverse Mercator projection. It is right to about 5 m in Great Britain, without the survey's
//! 15 MB correction grid. A catchment's edge runs along streets that are wider than that.
//!
//! Source: Ordnance Survey, "A guide to coordinate systems in Great Britain", annexes B and C.

mod geojson;
mod polygon;
mod project;

pub(crate) use self::{geojson::read, project::to_degrees};
pub use self::{polygon::Area, project::to_grid};
