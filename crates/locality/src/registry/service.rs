//! Services of Open Referral UK (HSDS 3.0), as far as they are exported. The fields are the
//! standard's, in the standard's spelling.

use referral::LanguageTag;
use schemars::JsonSchema;
use serde::Serialize;

/// A page of services.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct ServicePage<'a> {
    /// The number of services on all pages.
    pub total_items: usize,
    /// The number of pages.
    pub total_pages: usize,
    /// The number of this page, from 1.
    pub page_number: usize,
    /// The number of services on this page.
    pub size: usize,
    /// Whether this is the first page.
    pub first_page: bool,
    /// Whether this is the last page.
    pub last_page: bool,
    /// Whether there are no services on this page.
    pub empty: bool,
    /// The services of this page, one for each hub.
    pub contents: Vec<Service<'a>>,
}

/// A hub as a service.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct Service<'a> {
    /// The id of the service; the same in every export.
    pub id: String,
    /// The name of the hub.
    pub name: &'a str,
    /// The description of the hub.
    pub description: String,
    /// Whether new families are taken: `active` or `temporarily closed`.
    pub status: Status,
    /// The youngest age of a child, in years; 0 before birth.
    pub minimum_age: u8,
    /// The oldest age of a child, in years.
    pub maximum_age: u8,
    /// The council that the hub belongs to.
    pub organization: Organization<'a>,
    /// The areas that the hub serves.
    pub service_areas: Vec<ServiceArea>,
    /// The places of the hub: its own, then its further sites.
    pub service_at_locations: Vec<ServiceAtLocation<'a>>,
    /// The opening hours of the hub.
    pub schedules: Vec<Schedule>,
    /// The languages that are spoken.
    pub languages: Vec<Language<'a>>,
    /// The needs that the hub helps with; none where it helps with every need.
    pub attributes: Vec<Attribute>,
    /// The room that the hub has. It is of the standard's development version, which 3.0 readers
    /// skip.
    pub service_capacity: [ServiceCapacity; 1],
    /// The website of the hub.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(with = "&str")]
    pub url: Option<&'a str>,
    /// The e-mail address of the hub.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(with = "&str")]
    pub email: Option<&'a str>,
    /// The phone of the hub; left out where it has none.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(with = "[Phone<'_>; 1]")]
    pub phones: Option<[Phone<'a>; 1]>,
}

/// Whether a service takes new families.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
#[schemars(rename = "ServiceStatus")]
pub enum Status {
    /// It takes families.
    #[serde(rename = "active")]
    Active,
    /// It is full for now.
    #[serde(rename = "temporarily closed")]
    TemporarilyClosed,
}

/// A council that runs children's services.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Organization<'a> {
    /// The id of the council; the same in every export.
    pub id: String,
    /// The name of the council.
    pub name: &'a str,
    /// The description of the council.
    pub description: String,
    /// The council's area at the Office for National Statistics.
    pub uri: String,
}

/// An area that a service is for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct ServiceArea {
    /// The id of the area for this service; the same in every export.
    pub id: String,
    /// The name of the area, or its code.
    pub name: String,
    /// The area at the Office for National Statistics.
    pub uri: String,
}

/// A place at which a service is given.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct ServiceAtLocation<'a> {
    /// The id of the service at this place; the same in every export.
    pub id: String,
    /// The place where the service is given.
    pub location: Location<'a>,
}

/// A place where a service is given.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct Location<'a> {
    /// The id of the place; the same in every export.
    pub id: String,
    /// The type of the place, which is always `physical`.
    pub location_type: &'a str,
    /// The name of the place.
    pub name: &'a str,
    /// The latitude in degrees; left out where only the postcode is known.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(with = "f64")]
    pub latitude: Option<f64>,
    /// The longitude in degrees; left out where only the postcode is known.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(with = "f64")]
    pub longitude: Option<f64>,
    /// The address; left out where neither address nor postcode is known.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(with = "[Address<'_>; 1]")]
    pub addresses: Option<[Address<'a>; 1]>,
    /// The ways in which the place can be used by all; left out where nothing is said of them.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(with = "Vec<Accessibility<'_>>")]
    pub accessibility: Option<Vec<Accessibility<'a>>>,
}

/// The address of a place.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Address<'a> {
    /// The id of the address; the same in every export.
    pub id: String,
    /// The first line, or the name of the place.
    pub address_1: &'a str,
    /// The postcode; null where it is not known.
    pub postal_code: Option<&'a str>,
    /// The country, which is always `GB`.
    pub country: &'a str,
    /// The type of the address, which is always `physical`.
    pub address_type: &'a str,
}

/// A way in which a place can be used by all.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Accessibility<'a> {
    /// The id of the offer at this place; the same in every export.
    pub id: String,
    /// The offer in words.
    pub description: &'a str,
    /// The code of the offer.
    pub details: &'a str,
}

/// A phone of a service.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Phone<'a> {
    /// The id of the phone; the same in every export.
    pub id: String,
    /// The number, as a person dials it.
    pub number: &'a str,
    /// The type of the phone, which is always `voice`.
    pub r#type: &'a str,
}

/// Opening hours, which come again every week.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Schedule {
    /// The id of the hours; the same in every export.
    pub id: String,
    /// How often they come again, which is always `WEEKLY`.
    pub freq: &'static str,
    /// The days as RFC 5545 writes them: `MO,TU`.
    pub byday: String,
    /// The time of opening: `09:00:00`.
    pub opens_at: String,
    /// The time of closing.
    pub closes_at: String,
}

/// A language that is spoken.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Language<'a> {
    /// The id of the language at this service; the same in every export.
    pub id: String,
    /// The language as a BCP 47 tag.
    #[schemars(with = "&str")]
    pub code: &'a LanguageTag,
}

/// A need that a service helps with.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Attribute {
    /// The id of the need at this service; the same in every export.
    pub id: String,
    /// The type of the link, which is always `need`.
    pub link_type: &'static str,
    /// The code of the need.
    pub value: &'static str,
    /// The need in words.
    pub label: &'static str,
}

/// The room that a service has.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct ServiceCapacity {
    /// The id of the capacity; the same in every export.
    pub id: String,
    /// The unit in which it is counted.
    pub unit: Unit,
    /// The families that can be taken now; left out where nothing is said.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(with = "u32")]
    pub available: Option<u32>,
    /// The most families that can be taken; left out where nothing is said.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(with = "u32")]
    pub maximum: Option<u32>,
    /// The day on which this was said.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(with = "&str", extend("format" = "date"))]
    pub updated: Option<jiff::civil::Date>,
}

/// The unit of a capacity.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Unit {
    /// The id of the unit; the same in every export.
    pub id: String,
    /// The name of the unit, which is always `families a week`.
    pub name: &'static str,
}
