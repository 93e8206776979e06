//! FHIR in XML, read into elements: no document type, no entities but XML's own five, no namespace
//! but those of FHIR and of its narrative.

use quick_xml::XmlVersion;
use quick_xml::events::{BytesStart, Event};
use quick_xml::name::{Namespace, ResolveResult};
use quick_xml::reader::NsReader;
use referral::{FieldError, Invalid};

use super::element::Element;
use super::{MAX_DEPTH, is_name};

const FHIR: &str = "http://hl7.org/fhir";
/// The namespace of the narrative, which is words for people.
const NARRATIVE: &str = "http://www.w3.org/1999/xhtml";

const NOT_XML: Invalid = Invalid::new("not_xml", "This is not well-formed XML.");
const DOCTYPE: Invalid =
    Invalid::new("doctype", "Send no document type (<!DOCTYPE>) and no entities of your own.");
const SHAPE: Invalid =
    Invalid::new("structure", "This is not a resource of FHIR in XML: see its XML format.");
const TOO_DEEP: Invalid = Invalid::new("too_deep", "Nest elements at most 64 deep.");
const NOT_UTF8: Invalid = Invalid::new("not_utf8", "The document must be UTF-8 text.");

/// Reads the bytes of one resource.
pub(super) fn parse(bytes: &[u8]) -> Result<Element, Vec<FieldError>> {
    let text = std::str::from_utf8(bytes).map_err(|_| vec![NOT_UTF8.at("")])?;
    Reading::default().read(text).map_err(|fault| vec![fault.at("")])
}

/// The elements that are open, the outermost first, and the one that ended last outside of any.
#[derive(Default)]
struct Reading {
    open: Vec<Element>,
    root: Option<Element>,
    /// The number of elements of the narrative that are open.
    narrative: usize,
}

impl Reading {
    fn read(mut self, text: &str) -> Result<Element, Invalid> {
        let mut reader = NsReader::from_str(text.trim_start_matches('\u{feff}'));
        reader.config_mut().enable_all_checks(true);
        loop {
            let (namespace, event) = reader.read_resolved_event().map_err(|_| NOT_XML)?;
            match event {
                Event::Start(tag) => self.start(&namespace, &tag)?,
                Event::Empty(tag) => {
                    self.start(&namespace, &tag)?;
                    self.end();
                }
                Event::End(_) => self.end(),
                Event::Text(text) => self.text(&text)?,
                Event::CData(text) => self.text(&text)?,
                Event::GeneralRef(entity) => {
                    let text = format!("&{};", &*entity);
                    let plain = quick_xml::escape::unescape(&text).map_err(|_| DOCTYPE)?;
                    self.text(&plain)?;
                }
                Event::DocType(_) => return Err(DOCTYPE),
                Event::PI(_) => return Err(SHAPE),
                Event::Comment(_) => {}
                Event::Decl(declared) => {
                    let encoding = declared.encoding().transpose().map_err(|_| NOT_XML)?;
                    if encoding.is_some_and(|name| !name.eq_ignore_ascii_case("utf-8")) {
                        return Err(NOT_UTF8);
                    }
                }
                Event::Eof => break,
            }
        }
        self.root.filter(|root| self.open.is_empty() && root.is_resource()).ok_or(SHAPE)
    }

    fn start(
        &mut self,
        namespace: &ResolveResult<'_>,
        tag: &BytesStart<'_>,
    ) -> Result<(), Invalid> {
        if self.open.len() + self.narrative >= MAX_DEPTH {
            return Err(TOO_DEEP);
        }
        match namespace {
            ResolveResult::Bound(Namespace(FHIR)) if self.narrative == 0 => {
                if self.open.is_empty() && self.root.is_some() {
                    return Err(SHAPE);
                }
                self.open.push(element(tag)?);
            }
            ResolveResult::Bound(Namespace(NARRATIVE)) if !self.open.is_empty() => {
                if self.narrative == 0 {
                    self.open.push(Element::leaf("div", String::new()));
                }
                self.narrative += 1;
            }
            _ => return Err(SHAPE),
        }
        Ok(())
    }

    fn end(&mut self) {
        if self.narrative > 1 {
            self.narrative -= 1;
            return;
        }
        self.narrative = 0;
        let Some(element) = self.open.pop() else { return };
        match self.open.last_mut() {
            Some(parent) => parent.children.push(element),
            None => self.root = Some(element),
        }
    }

    /// The words of the narrative are kept; anywhere else there is none but white space.
    fn text(&mut self, text: &str) -> Result<(), Invalid> {
        if self.narrative > 0 {
            let said = self.open.last_mut().and_then(|div| div.value.as_mut());
            if let Some(said) = said {
                said.push_str(text);
                said.push(' ');
            }
            return Ok(());
        }
        if text.trim().is_empty() { Ok(()) } else { Err(SHAPE) }
    }
}

/// The element of a tag. Its attributes other than `value` are elements too, as in JSON.
fn element(tag: &BytesStart<'_>) -> Result<Element, Invalid> {
    let mut element = Element::named(name(tag.local_name().as_ref())?);
    for attribute in tag.attributes() {
        let attribute = attribute.map_err(|_| NOT_XML)?;
        // Names of namespaces and places of schemas say nothing about anybody.
        if attribute.key.as_namespace_binding().is_some() || attribute.key.prefix().is_some() {
            continue;
        }
        let value = attribute.normalized_value(XmlVersion::Implicit1_0).map_err(|_| DOCTYPE)?;
        match attribute.key.as_ref() {
            "value" => element.value = Some(value.into_owned()),
            other => element.children.push(Element::leaf(name(other)?, value.into_owned())),
        }
    }
    Ok(element)
}

fn name(name: &str) -> Result<&str, Invalid> {
    if is_name(name) { Ok(name) } else { Err(SHAPE) }
}
