//! Areas on the grid, and whether a place lies in one. A place exactly on an edge shared by two
//! areas lies in one of the two, always the same one.

use crate::Grid;

/// One or more polygons, each a ring and its holes, in metres on the British National Grid.
#[derive(Debug, Clone, PartialEq)]
pub struct Area {
    polygons: Vec<Polygon>,
}

#[derive(Debug, Clone, PartialEq)]
struct Polygon {
    /// The least easting and northing, then the greatest easting and northing.
    bounds: [f64; 4],
    /// The outer ring, then the holes.
    rings: Vec<Vec<(f64, f64)>>,
}

impl Area {
    /// Makes an area of polygons, each a list of rings of which the first is the outer one.
    pub(crate) fn new(polygons: Vec<Vec<Vec<(f64, f64)>>>) -> Self {
        let polygons = polygons.into_iter().map(|rings| {
            let mut bounds = [f64::INFINITY, f64::INFINITY, f64::NEG_INFINITY, f64::NEG_INFINITY];
            for (x, y) in rings.iter().flatten() {
                bounds =
                    [bounds[0].min(*x), bounds[1].min(*y), bounds[2].max(*x), bounds[3].max(*y)];
            }
            Polygon { bounds, rings }
        });
        Self { polygons: polygons.collect() }
    }

    /// Whether a place lies in one of the area's polygons.
    pub fn contains(&self, place: Grid) -> bool {
        let (x, y) = (f64::from(place.easting), f64::from(place.northing));
        self.polygons.iter().any(|polygon| polygon.contains(x, y))
    }

    /// The outlines: every ring of every polygon, holes included, in metres east and north.
    pub fn rings(&self) -> impl Iterator<Item = &[(f64, f64)]> {
        self.polygons.iter().flat_map(|polygon| polygon.rings.iter().map(Vec::as_slice))
    }
}

impl Polygon {
    fn contains(&self, x: f64, y: f64) -> bool {
        let [west, south, east, north] = self.bounds;
        if x < west || x > east || y < south || y > north {
            return false;
        }
        // Crossing any ring turns inside to outside, and the ring of a hole does so too.
        self.rings.iter().filter(|ring| crosses(ring, x, y)).count() % 2 == 1
    }
}

/// Whether a line from the place to the east crosses the ring an odd number of times.
fn crosses(ring: &[(f64, f64)], x: f64, y: f64) -> bool {
    let mut inside = false;
    let closed = ring.last().into_iter().chain(ring).zip(ring);
    for (&(x1, y1), &(x2, y2)) in closed {
        if (y1 > y) != (y2 > y) && x < (x2 - x1) * (y - y1) / (y2 - y1) + x1 {
            inside = !inside;
        }
    }
    inside
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn square(from: f64, to: f64) -> Vec<(f64, f64)> {
        vec![(from, from), (to, from), (to, to), (from, to), (from, from)]
    }

    fn at(easting: u32, northing: u32) -> Grid {
        Grid { easting, northing }
    }

    #[test]
    fn a_hole_is_outside_and_an_island_in_it_inside() {
        let area =
            Area::new(vec![vec![square(0.0, 100.0), square(20.0, 80.0)], vec![square(40.0, 60.0)]]);
        assert!(area.contains(at(10, 10)));
        assert!(!area.contains(at(30, 30)));
        assert!(area.contains(at(50, 50)));
        assert!(!area.contains(at(150, 50)));
    }

    proptest! {
        /// Two halves of a square are parted by a slanting line: each place is in exactly one.
        #[test]
        fn neighbours_share_no_place_and_leave_none_out(
            x in 1u32..100, y in 1u32..100, cut in 1.0f64..99.0, end in 1.0f64..99.0,
        ) {
            let west = Area::new(vec![vec![vec![(0.0, 0.0), (cut, 0.0), (end, 100.0), (0.0, 100.0)]]]);
            let east =
                Area::new(vec![vec![vec![(cut, 0.0), (100.5, 0.0), (100.5, 100.0), (end, 100.0)]]]);
            prop_assert!(west.contains(at(x, y)) != east.contains(at(x, y)) || y == 100);
        }
    }
}
