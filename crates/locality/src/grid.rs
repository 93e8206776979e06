//! A place on the British National Grid, to the metre. It is not a latitude and longitude.

use serde::{Deserialize, Serialize};

/// A place in metres east and north of the grid's false origin (EPSG:27700).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Grid {
    /// The metres east.
    pub easting: u32,
    /// The metres north.
    pub northing: u32,
}

impl Grid {
    /// The square of the straight distance in metres, which is enough to say exactly which of two
    /// places is nearer.
    pub(crate) fn distance_squared(self, other: Self) -> u64 {
        let east = u64::from(self.easting.abs_diff(other.easting));
        let north = u64::from(self.northing.abs_diff(other.northing));
        east.saturating_mul(east).saturating_add(north.saturating_mul(north))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn distance_is_the_same_both_ways_and_exact() {
        let (a, b) = (Grid { easting: 3, northing: 10 }, Grid { easting: 0, northing: 6 });
        assert_eq!(a.distance_squared(b), 25);
        assert_eq!(b.distance_squared(a), 25);
    }
}
