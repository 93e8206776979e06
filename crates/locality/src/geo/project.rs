//! Projection from WGS 84 to Airy 1830 by a Helmert transformation, and then onto the grid.

/// An ellipsoid, given by its half axes in metres.
struct Ellipsoid {
    a: f64,
    b: f64,
}

impl Ellipsoid {
    fn eccentricity_squared(&self) -> f64 {
        1.0 - (self.b * self.b) / (self.a * self.a)
    }
}

const WGS84: Ellipsoid = Ellipsoid { a: 6_378_137.0, b: 6_356_752.314_245 };
const AIRY: Ellipsoid = Ellipsoid { a: 6_377_563.396, b: 6_356_256.909 };

/// The shifts in metres, the scale, and the turns in seconds of arc of the Helmert transformation.
const SHIFT: [f64; 3] = [-446.448, 125.157, -542.060];
const SCALE: f64 = 20.489_4e-6;
const TURN: [f64; 3] = [-0.1502, -0.2470, -0.8421];

/// The projection: the scale on the central meridian, the true origin, and its place on the grid.
const F0: f64 = 0.999_601_271_7;
const LATITUDE_0: f64 = 49.0;
const LONGITUDE_0: f64 = -2.0;
const EASTING_0: f64 = 400_000.0;
const NORTHING_0: f64 = -100_000.0;

/// The metres east and north on the British National Grid of a place given in degrees. They are
/// right to about 5 m in Great Britain, and meaningless far from it.
pub fn to_grid(longitude: f64, latitude: f64) -> (f64, f64) {
    let (latitude, longitude) = to_airy(latitude.to_radians(), longitude.to_radians());
    project(latitude, longitude)
}

/// The longitude and latitude, in degrees, of a place on the grid. They are found by coming nearer
/// step by step with [`to_grid`].
pub(crate) fn to_degrees(easting: f64, northing: f64) -> (f64, f64) {
    const METRES_A_DEGREE: f64 = 111_320.0;
    let (mut longitude, mut latitude) = (LONGITUDE_0, 52.0);
    // Each step leaves a few per cent of what was missing; after twenty it is under a millimetre.
    for _ in 0..20 {
        let (e, n) = to_grid(longitude, latitude);
        latitude += (northing - n) / METRES_A_DEGREE;
        longitude += (easting - e) / (METRES_A_DEGREE * latitude.to_radians().cos());
    }
    (longitude, latitude)
}

#[expect(clippy::many_single_char_names, reason = "the guide's own names")]
fn to_airy(latitude: f64, longitude: f64) -> (f64, f64) {
    let e2 = WGS84.eccentricity_squared();
    let nu = WGS84.a / (1.0 - e2 * latitude.sin().powi(2)).sqrt();
    let x = nu * latitude.cos() * longitude.cos();
    let y = nu * latitude.cos() * longitude.sin();
    let z = (1.0 - e2) * nu * latitude.sin();

    let [rx, ry, rz] = TURN.map(|seconds| (seconds / 3600.0).to_radians());
    let s = 1.0 + SCALE;
    let x2 = SHIFT[0] + s * x - rz * y + ry * z;
    let y2 = SHIFT[1] + rz * x + s * y - rx * z;
    let z2 = SHIFT[2] - ry * x + rx * y + s * z;

    let e2 = AIRY.eccentricity_squared();
    let p = x2.hypot(y2);
    let mut latitude = z2.atan2(p * (1.0 - e2));
    // Each round gains three digits; after six nothing is left to gain.
    for _ in 0..6 {
        let nu = AIRY.a / (1.0 - e2 * latitude.sin().powi(2)).sqrt();
        latitude = (z2 + e2 * nu * latitude.sin()).atan2(p);
    }
    (latitude, y2.atan2(x2))
}

/// Projects onto the grid as in annex C of the guide, with the guide's names.
#[expect(clippy::many_single_char_names, reason = "the guide's own names")]
fn project(latitude: f64, longitude: f64) -> (f64, f64) {
    let (a, b) = (AIRY.a, AIRY.b);
    let e2 = AIRY.eccentricity_squared();
    let n = (a - b) / (a + b);
    let (sin, cos, tan) = (latitude.sin(), latitude.cos(), latitude.tan());
    let nu = a * F0 / (1.0 - e2 * sin * sin).sqrt();
    let rho = a * F0 * (1.0 - e2) / (1.0 - e2 * sin * sin).powf(1.5);
    let eta2 = nu / rho - 1.0;

    let from = LATITUDE_0.to_radians();
    let (less, more) = (latitude - from, latitude + from);
    let (n2, n3) = (n * n, n * n * n);
    let m = b
        * F0
        * ((1.0 + n + 1.25 * n2 + 1.25 * n3) * less
            - (3.0 * n + 3.0 * n2 + 2.625 * n3) * less.sin() * more.cos()
            + (1.875 * n2 + 1.875 * n3) * (2.0 * less).sin() * (2.0 * more).cos()
            - 35.0 / 24.0 * n3 * (3.0 * less).sin() * (3.0 * more).cos());

    let (t2, t4) = (tan.powi(2), tan.powi(4));
    let one = m + NORTHING_0;
    let two = nu / 2.0 * sin * cos;
    let three = nu / 24.0 * sin * cos.powi(3) * (5.0 - t2 + 9.0 * eta2);
    let three_a = nu / 720.0 * sin * cos.powi(5) * (61.0 - 58.0 * t2 + t4);
    let four = nu * cos;
    let five = nu / 6.0 * cos.powi(3) * (nu / rho - t2);
    let six = nu / 120.0 * cos.powi(5) * (5.0 - 18.0 * t2 + t4 + 14.0 * eta2 - 58.0 * t2 * eta2);

    let l = longitude - LONGITUDE_0.to_radians();
    let northing = one + two * l.powi(2) + three * l.powi(4) + three_a * l.powi(6);
    let easting = EASTING_0 + four * l + five * l.powi(3) + six * l.powi(5);
    (easting, northing)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The guide's worked example is the water tower at Caister, on Airy's ellipsoid already.
    #[test]
    fn the_projection_gives_the_guide_s_own_example() {
        let degrees = |d: f64, m: f64, s: f64| (d + m / 60.0 + s / 3600.0).to_radians();
        let (e, n) = project(degrees(52.0, 39.0, 27.2531), degrees(1.0, 43.0, 4.5177));
        assert!((e - 651_409.903).abs() < 0.01, "{e}");
        assert!((n - 313_177.270).abs() < 0.01, "{n}");
    }

    #[test]
    fn a_place_converted_and_converted_back_is_the_same() {
        for (east, north) in [(90_000.0, 10_000.0), (450_690.0, 88_945.0), (450_000.0, 1_200_000.0)]
        {
            let (longitude, latitude) = to_degrees(east, north);
            let (e, n) = to_grid(longitude, latitude);
            assert!((e - east).hypot(n - north) < 0.001, "{e} {n}");
        }
    }

    /// The ONS publishes the longitude and latitude of these postcodes beside their grid
    /// references.
    #[test]
    fn real_places_are_within_five_metres() {
        for (longitude, latitude, easting, northing) in [
            (-0.141_62, 51.491_31, 529_113.0, 178_567.0),
            (-1.283_62, 50.697_93, 450_690.0, 88_945.0),
            (0.500_62, 51.742_49, 572_740.0, 207_824.0),
            (-2.142_68, 53.626_80, 390_661.0, 414_482.0),
        ] {
            let (e, n) = to_grid(longitude, latitude);
            let off = (e - easting).hypot(n - northing);
            assert!(off < 5.0, "{off} m off at {easting} {northing}");
        }
    }
}
