//! XML without its dangers: no entities but the five of the standard, no files of others, no depth without end.

use std::borrow::Cow;

use quick_xml::events::{BytesStart, Event};
use quick_xml::{Reader, XmlVersion};

use super::build::Builder;
use super::{DEEPEST, LineCount, Unread};

/// Bytes between two looks at whether to go on.
const STRIDE: usize = 256 << 10;

/// What stands in a file, one after another. An empty tag is opened and closed.
pub(super) enum Item<'a> {
    /// A tag begins.
    Open(Tag<'a>),
    /// The tag that was opened last ends.
    Close,
    /// Text between tags; a reference is a text of its own.
    Text(Cow<'a, str>),
    /// That was all.
    End,
}

/// A tag with its attributes.
pub(super) struct Tag<'a>(BytesStart<'a>);

impl Tag<'_> {
    /// The name without a prefix.
    pub fn name(&self) -> String {
        let name = self.0.name();
        let name: &str = name.as_ref();
        name.rsplit(':').next().unwrap_or(name).to_owned()
    }

    /// The value of an attribute, whatever its prefix.
    pub fn get(&self, wanted: &str) -> Option<String> {
        let mut attributes = self.0.attributes();
        // The check for doubles compares each with each.
        attributes.with_checks(false);
        attributes.filter_map(Result::ok).find_map(|attribute| {
            let name: &str = attribute.key.as_ref();
            let bare = name.rsplit(':').next().unwrap_or(name);
            (name == wanted || bare == wanted).then(|| {
                let value = attribute.normalized_value(XmlVersion::Implicit1_0);
                value.map_or_else(|_| attribute.value.to_string(), Cow::into_owned)
            })
        })
    }
}

/// Reads XML item by item.
pub(super) struct Xml<'a> {
    reader: Reader<&'a [u8]>,
    lines: LineCount<'a>,
    depth: usize,
    /// The tag that was just opened is empty.
    closes: bool,
    looked: usize,
    seen_root: bool,
}

impl<'a> Xml<'a> {
    pub fn new(text: &'a str) -> Self {
        Self {
            reader: Reader::from_str(text),
            lines: LineCount::new(text),
            depth: 0,
            closes: false,
            looked: 0,
            seen_root: false,
        }
    }

    /// The line in which the reading stands.
    pub fn line(&mut self) -> u32 {
        let place = usize::try_from(self.reader.buffer_position()).unwrap_or(usize::MAX);
        self.lines.at(place)
    }

    /// The next item.
    pub fn next(&mut self, builder: &mut Builder<'_>) -> Result<Item<'a>, Unread> {
        if std::mem::take(&mut self.closes) {
            self.depth -= 1;
            return Ok(Item::Close);
        }
        loop {
            let place = usize::try_from(self.reader.buffer_position()).unwrap_or(usize::MAX);
            if place >= self.looked + STRIDE {
                self.looked = place;
                builder.done(place as u64)?;
            }
            let event = match self.reader.read_event() {
                Ok(event) => event,
                Err(_) => {
                    let line = self.line();
                    return Err(builder.broken(line));
                }
            };
            match event {
                Event::Start(tag) => {
                    self.deeper()?;
                    return Ok(Item::Open(Tag(tag)));
                }
                Event::Empty(tag) => {
                    self.deeper()?;
                    self.closes = true;
                    return Ok(Item::Open(Tag(tag)));
                }
                Event::End(_) => {
                    self.depth = self.depth.saturating_sub(1);
                    return Ok(Item::Close);
                }
                Event::Text(text) if self.depth > 0 => return Ok(Item::Text(text.into_inner())),
                Event::CData(text) if self.depth > 0 => return Ok(Item::Text(text.into_inner())),
                Event::GeneralRef(reference) => {
                    if let Ok(Some(sign)) = reference.resolve_char_ref() {
                        return Ok(Item::Text(Cow::Owned(sign.to_string())));
                    }
                    let name = reference.into_inner();
                    let known = quick_xml::escape::resolve_predefined_entity(&name);
                    return Ok(Item::Text(match known {
                        Some(sign) => Cow::Borrowed(sign),
                        // Nothing is expanded; what it was called says more than nothing.
                        None => Cow::Owned(format!("&{name};")),
                    }));
                }
                Event::DocType(text) if text.contains("<!") => {
                    let line = self.line();
                    return Err(Unread::Entities(line));
                }
                Event::Eof => {
                    if self.depth > 0 || !self.seen_root {
                        let line = self.line();
                        return Err(builder.broken(line));
                    }
                    return Ok(Item::End);
                }
                _ => {}
            }
        }
    }

    fn deeper(&mut self) -> Result<(), Unread> {
        self.depth += 1;
        self.seen_root = true;
        if self.depth > DEEPEST {
            let line = self.line();
            return Err(Unread::TooDeep(line));
        }
        Ok(())
    }
}
