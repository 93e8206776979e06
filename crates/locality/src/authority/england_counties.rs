//! County councils of England (E10), the upper tier over districts.

use super::{Authority, replaced, upper};

/// County councils of England (E10), the upper tier over districts.
pub(super) const ENGLAND_COUNTIES: &[Authority] = &[
    replaced("E10000002", "Buckinghamshire County", "2020-04-01", &["E06000060"]),
    upper("E10000003", "Cambridgeshire"),
    replaced("E10000006", "Cumbria", "2023-04-01", &["E06000063", "E06000064"]),
    upper("E10000007", "Derbyshire"),
    upper("E10000008", "Devon"),
    replaced("E10000009", "Dorset County", "2019-04-01", &["E06000058", "E06000059"]),
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
    replaced("E10000021", "Northamptonshire", "2021-04-01", &["E06000061", "E06000062"]),
    replaced("E10000023", "North Yorkshire County", "2023-04-01", &["E06000065"]),
    upper("E10000024", "Nottinghamshire"),
    upper("E10000025", "Oxfordshire"),
    replaced("E10000027", "Somerset County", "2023-04-01", &["E06000066"]),
    upper("E10000028", "Staffordshire"),
    upper("E10000029", "Suffolk"),
    upper("E10000030", "Surrey"),
    upper("E10000031", "Warwickshire"),
    upper("E10000032", "West Sussex"),
    upper("E10000034", "Worcestershire"),
];
