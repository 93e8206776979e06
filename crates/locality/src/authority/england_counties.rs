//! County councils of England (E10), the upper tier over districts.

use super::{Authority, upper};

/// County councils of England (E10), the upper tier over districts.
pub(super) const ENGLAND_COUNTIES: &[Authority] = &[
    upper("E10000003", "Cambridgeshire"),
    upper("E10000007", "Derbyshire"),
    upper("E10000008", "Devon"),
    upper("E10000011", "East Sussex"),
    upper("E10000012", "Essex"),
    upper("E10000013", "Gloucestershire"),
    upper("E10000014", "Hampshire"),
    upper("E10000015", "Hertfordshire"),
    upper("E10000016", "Kent"),
    upper("E10000017", "Lancashire"),
    upper("E10000018", "Leicestershire"),
    upper("E10000019", "Lincolnshire"),
    upper("E10000020", "Norfolk"),
    upper("E10000024", "Nottinghamshire"),
    upper("E10000025", "Oxfordshire"),
    upper("E10000028", "Staffordshire"),
    upper("E10000029", "Suffolk"),
    upper("E10000030", "Surrey"),
    upper("E10000031", "Warwickshire"),
    upper("E10000032", "West Sussex"),
    upper("E10000034", "Worcestershire"),
];
