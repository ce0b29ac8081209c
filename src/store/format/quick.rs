//! A quick way to read a record that is written exactly as this program writes it.
//!
//! RON allows blanks, comments, raw texts, names of structs and much more, and looks for all of it at every place; of
//! what [`super::write()`] writes none of that occurs. [`read`] understands just this form, which is much less work, and
//! gives up at anything else: then RON reads the record, tells what is wrong with it, or finds fields of newer versions.
//!
//! Invariant: what is read here, RON reads as the same
//! (held by `quick_reads_what_ron_reads` and `quick_never_takes_what_ron_refuses`).

use std::fmt;

use memchr::memchr2;
use serde::Deserialize;
use serde::de::{
    self, DeserializeSeed, EnumAccess, IntoDeserializer, MapAccess, SeqAccess, VariantAccess, Visitor,
};

/// Reads a value; nothing when it is not in the very form in which it is written.
pub(super) fn read<'a, T: Deserialize<'a>>(text: &'a str) -> Option<T> {
    let mut reader = Reader { text, at: 0 };
    let value = T::deserialize(&mut reader).ok()?;
    (reader.at == text.len()).then_some(value)
}

/// It is something else; RON knows what.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct GiveUp;

impl fmt::Display for GiveUp {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("not in the form that is written")
    }
}

impl std::error::Error for GiveUp {}

impl de::Error for GiveUp {
    fn custom<T: fmt::Display>(_message: T) -> Self {
        Self
    }
}

type Result<T> = std::result::Result<T, GiveUp>;

struct Reader<'a> {
    text: &'a str,
    at: usize,
}

impl<'a> Reader<'a> {
    fn peek(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    fn take(&mut self, byte: u8) -> bool {
        let is_there = self.peek() == Some(byte);
        self.at += usize::from(is_there);
        is_there
    }

    fn expect(&mut self, byte: u8) -> Result<()> {
        if self.take(byte) { Ok(()) } else { Err(GiveUp) }
    }

    /// Takes a name of ASCII letters, digits and `_`.
    fn word(&mut self) -> Result<&'a str> {
        let rest = self.text.as_bytes().get(self.at..).unwrap_or_default();
        let length = rest.iter().take_while(|byte| byte.is_ascii_alphanumeric() || **byte == b'_').count();
        let word = self.text.get(self.at..self.at + length).ok_or(GiveUp)?;
        if !word.bytes().next().is_some_and(|byte| byte.is_ascii_alphabetic()) {
            return Err(GiveUp);
        }
        self.at += length;
        Ok(word)
    }

    /// Whether this word stands here, and no longer one.
    fn take_word(&mut self, word: &str) -> bool {
        let rest = self.text.get(self.at..).unwrap_or_default();
        let is_there = rest.strip_prefix(word).is_some_and(|after| {
            !after.bytes().next().is_some_and(|byte| byte.is_ascii_alphanumeric() || byte == b'_')
        });
        if is_there {
            self.at += word.len();
        }
        is_there
    }

    /// Takes a text: as it stands when nothing in it is escaped.
    fn string(&mut self) -> Result<Text<'a>> {
        self.expect(b'"')?;
        let bytes = self.text.as_bytes();
        let start = self.at;
        let end = memchr2(b'"', b'\\', bytes.get(start..).ok_or(GiveUp)?).ok_or(GiveUp)? + start;
        if bytes.get(end) == Some(&b'"') {
            self.at = end + 1;
            return Ok(Text::Plain(self.text.get(start..end).ok_or(GiveUp)?));
        }
        let mut whole = String::with_capacity(end - start + 32);
        let mut from = start;
        loop {
            let next = memchr2(b'"', b'\\', bytes.get(from..).ok_or(GiveUp)?).ok_or(GiveUp)? + from;
            whole.push_str(self.text.get(from..next).ok_or(GiveUp)?);
            if bytes.get(next) == Some(&b'"') {
                self.at = next + 1;
                whole.shrink_to_fit();
                return Ok(Text::Escaped(whole));
            }
            // Those that RON writes for what occurs in texts; rare ones it reads itself.
            whole.push(match bytes.get(next + 1) {
                Some(b'n') => '\n',
                Some(b't') => '\t',
                Some(b'r') => '\r',
                Some(b'"') => '"',
                Some(b'\\') => '\\',
                Some(b'\'') => '\'',
                _ => return Err(GiveUp),
            });
            from = next + 2;
        }
    }

    /// Counts the elements of the list that begins here, so that memory is taken for just as many: lists that grow
    /// keep room for four, which for the lists of ten thousand people is many megabytes of nothing.
    fn count_elements(&self) -> Option<usize> {
        let bytes = self.text.as_bytes();
        let (mut at, mut depth) = (self.at, 0_usize);
        let mut count = usize::from(bytes.get(at) != Some(&b']'));
        loop {
            match bytes.get(at)? {
                b'"' => {
                    at += 1;
                    loop {
                        at += memchr2(b'"', b'\\', bytes.get(at..)?)?;
                        if bytes.get(at) == Some(&b'"') {
                            break;
                        }
                        at += 2;
                    }
                }
                b'(' | b'[' | b'{' => depth += 1,
                b']' if depth == 0 => return Some(count),
                b')' | b']' | b'}' => depth = depth.checked_sub(1)?,
                b',' if depth == 0 => count += 1,
                _ => {}
            }
            at += 1;
        }
    }

    /// Takes a whole number as it is written: no sign but a minus, no zeros before it.
    fn whole(&mut self) -> Result<&'a str> {
        let rest = self.text.as_bytes().get(self.at..).unwrap_or_default();
        let minus = usize::from(rest.first() == Some(&b'-'));
        let digits = rest.iter().skip(minus).take_while(|byte| byte.is_ascii_digit()).count();
        let first = rest.get(minus);
        let after = rest.get(minus + digits);
        let is_written = digits > 0
            && !(first == Some(&b'0') && (digits > 1 || minus == 1))
            && matches!(after, None | Some(b',' | b')' | b']' | b'}' | b':'));
        let number = self.text.get(self.at..self.at + minus + digits).filter(|_| is_written).ok_or(GiveUp)?;
        self.at += number.len();
        Ok(number)
    }

    /// Takes a number with a point: digits on both sides of it, perhaps an exponent.
    fn broken(&mut self) -> Result<&'a str> {
        let rest = self.text.as_bytes().get(self.at..).unwrap_or_default();
        let digits = |from: usize| rest.iter().skip(from).take_while(|byte| byte.is_ascii_digit()).count();
        let minus = usize::from(rest.first() == Some(&b'-'));
        let before = digits(minus);
        let point = minus + before;
        if before == 0 || rest.get(point) != Some(&b'.') {
            return Err(GiveUp);
        }
        let behind = digits(point + 1);
        let end = point + 1 + behind;
        if behind == 0 || !matches!(rest.get(end), None | Some(b',' | b')' | b']' | b'}')) {
            return Err(GiveUp);
        }
        let number = self.text.get(self.at..self.at + end).ok_or(GiveUp)?;
        self.at += end;
        Ok(number)
    }
}

/// A text that was read.
enum Text<'a> {
    Plain(&'a str),
    Escaped(String),
}

macro_rules! whole_numbers {
    ($($deserialize:ident $visit:ident;)*) => {
        $(fn $deserialize<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value> {
            visitor.$visit(self.whole()?.parse().map_err(|_too_large| GiveUp)?)
        })*
    };
}

macro_rules! not_written {
    ($($deserialize:ident)*) => {
        $(fn $deserialize<V: Visitor<'de>>(self, _visitor: V) -> Result<V::Value> {
            Err(GiveUp)
        })*
    };
}

impl<'de> de::Deserializer<'de> for &mut Reader<'de> {
    type Error = GiveUp;

    whole_numbers! {
        deserialize_i8 visit_i8; deserialize_i16 visit_i16; deserialize_i32 visit_i32; deserialize_i64 visit_i64;
        deserialize_u8 visit_u8; deserialize_u16 visit_u16; deserialize_u32 visit_u32; deserialize_u64 visit_u64;
    }

    not_written! {
        deserialize_any deserialize_ignored_any deserialize_char deserialize_bytes deserialize_byte_buf
        deserialize_unit
    }

    fn deserialize_bool<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value> {
        if self.take_word("true") {
            visitor.visit_bool(true)
        } else if self.take_word("false") {
            visitor.visit_bool(false)
        } else {
            Err(GiveUp)
        }
    }

    fn deserialize_f32<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value> {
        visitor.visit_f32(self.broken()?.parse().map_err(|_wrong| GiveUp)?)
    }

    fn deserialize_f64<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value> {
        visitor.visit_f64(self.broken()?.parse().map_err(|_wrong| GiveUp)?)
    }

    fn deserialize_str<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value> {
        match self.string()? {
            Text::Plain(text) => visitor.visit_borrowed_str(text),
            Text::Escaped(text) => visitor.visit_string(text),
        }
    }

    fn deserialize_string<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value> {
        self.deserialize_str(visitor)
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value> {
        if self.take_word("None") {
            return visitor.visit_none();
        }
        // A value is written without `Some`, which RON would take off.
        if self.take_word("Some") {
            return Err(GiveUp);
        }
        visitor.visit_some(self)
    }

    fn deserialize_unit_struct<V: Visitor<'de>>(self, _name: &'static str, _visitor: V) -> Result<V::Value> {
        Err(GiveUp)
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(
        self,
        _name: &'static str,
        visitor: V,
    ) -> Result<V::Value> {
        self.expect(b'(')?;
        let value = visitor.visit_newtype_struct(&mut *self)?;
        self.expect(b')')?;
        Ok(value)
    }

    fn deserialize_seq<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value> {
        self.expect(b'[')?;
        let count = self.count_elements();
        let value = visitor.visit_seq(Parts { reader: self, end: b']', is_first: true, count })?;
        self.expect(b']')?;
        Ok(value)
    }

    fn deserialize_tuple<V: Visitor<'de>>(self, _length: usize, visitor: V) -> Result<V::Value> {
        self.expect(b'(')?;
        let value = visitor.visit_seq(Parts { reader: self, end: b')', is_first: true, count: None })?;
        self.expect(b')')?;
        Ok(value)
    }

    fn deserialize_tuple_struct<V: Visitor<'de>>(
        self,
        _name: &'static str,
        length: usize,
        visitor: V,
    ) -> Result<V::Value> {
        self.deserialize_tuple(length, visitor)
    }

    fn deserialize_map<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value> {
        self.expect(b'{')?;
        let value = visitor.visit_map(Parts { reader: self, end: b'}', is_first: true, count: None })?;
        self.expect(b'}')?;
        Ok(value)
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _name: &'static str,
        _fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value> {
        self.expect(b'(')?;
        let value = visitor.visit_map(Fields { reader: self, is_first: true })?;
        self.expect(b')')?;
        Ok(value)
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _name: &'static str,
        _variants: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value> {
        visitor.visit_enum(self)
    }

    fn deserialize_identifier<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value> {
        visitor.visit_borrowed_str(self.word()?)
    }
}

/// Elements of a list or tuple, or entries of a map.
struct Parts<'r, 'a> {
    reader: &'r mut Reader<'a>,
    end: u8,
    is_first: bool,
    /// How many there are, where that is known.
    count: Option<usize>,
}

impl Parts<'_, '_> {
    /// Whether another one follows; a comma stands before all but the first, and none at the end.
    fn goes_on(&mut self) -> Result<bool> {
        if self.reader.peek() == Some(self.end) {
            return Ok(false);
        }
        if !std::mem::take(&mut self.is_first) {
            self.reader.expect(b',')?;
        }
        Ok(true)
    }
}

impl<'de> SeqAccess<'de> for Parts<'_, 'de> {
    type Error = GiveUp;

    fn next_element_seed<T: DeserializeSeed<'de>>(&mut self, seed: T) -> Result<Option<T::Value>> {
        if self.goes_on()? { seed.deserialize(&mut *self.reader).map(Some) } else { Ok(None) }
    }

    fn size_hint(&self) -> Option<usize> {
        self.count
    }
}

impl<'de> MapAccess<'de> for Parts<'_, 'de> {
    type Error = GiveUp;

    fn next_key_seed<K: DeserializeSeed<'de>>(&mut self, seed: K) -> Result<Option<K::Value>> {
        if self.goes_on()? { seed.deserialize(&mut *self.reader).map(Some) } else { Ok(None) }
    }

    fn next_value_seed<V: DeserializeSeed<'de>>(&mut self, seed: V) -> Result<V::Value> {
        self.reader.expect(b':')?;
        seed.deserialize(&mut *self.reader)
    }
}

/// Fields of a struct.
struct Fields<'r, 'a> {
    reader: &'r mut Reader<'a>,
    is_first: bool,
}

impl<'de> MapAccess<'de> for Fields<'_, 'de> {
    type Error = GiveUp;

    fn next_key_seed<K: DeserializeSeed<'de>>(&mut self, seed: K) -> Result<Option<K::Value>> {
        if self.reader.peek() == Some(b')') {
            return Ok(None);
        }
        if !std::mem::take(&mut self.is_first) {
            self.reader.expect(b',')?;
        }
        let name: de::value::BorrowedStrDeserializer<'de, GiveUp> =
            de::value::BorrowedStrDeserializer::new(self.reader.word()?);
        seed.deserialize(name).map(Some)
    }

    fn next_value_seed<V: DeserializeSeed<'de>>(&mut self, seed: V) -> Result<V::Value> {
        self.reader.expect(b':')?;
        seed.deserialize(&mut *self.reader)
    }
}

impl<'de> EnumAccess<'de> for &mut Reader<'de> {
    type Error = GiveUp;
    type Variant = Self;

    fn variant_seed<V: DeserializeSeed<'de>>(self, seed: V) -> Result<(V::Value, Self)> {
        let name: &str = self.word()?;
        let variant = seed.deserialize(IntoDeserializer::<GiveUp>::into_deserializer(name))?;
        Ok((variant, self))
    }
}

impl<'de> VariantAccess<'de> for &mut Reader<'de> {
    type Error = GiveUp;

    fn unit_variant(self) -> Result<()> {
        // `Name()` is one for RON too, but it is not written.
        if self.peek() == Some(b'(') { Err(GiveUp) } else { Ok(()) }
    }

    fn newtype_variant_seed<T: DeserializeSeed<'de>>(self, seed: T) -> Result<T::Value> {
        self.expect(b'(')?;
        let value = seed.deserialize(&mut *self)?;
        self.expect(b')')?;
        Ok(value)
    }

    fn tuple_variant<V: Visitor<'de>>(self, length: usize, visitor: V) -> Result<V::Value> {
        de::Deserializer::deserialize_tuple(self, length, visitor)
    }

    fn struct_variant<V: Visitor<'de>>(
        self,
        fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value> {
        de::Deserializer::deserialize_struct(self, "", fields, visitor)
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;
    use std::fmt::Debug;

    use proptest::prelude::*;
    use serde::Serialize;

    use super::*;
    use crate::store::format::options;

    /// Everything that occurs in records.
    #[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
    struct Sample {
        text: String,
        flag: bool,
        small: u8,
        long: i64,
        point: f32,
        list: Vec<String>,
        map: BTreeMap<String, Way>,
        maybe: Option<String>,
        way: Option<Way>,
        nested: Option<Inner>,
        pair: (u32, String),
    }

    #[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
    #[serde(default)]
    struct Inner {
        #[serde(skip_serializing_if = "Option::is_none")]
        a: Option<u32>,
        ways: Vec<Way>,
    }

    #[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
    enum Way {
        Never,
        SomeDay,
        Inner(String),
        Kept { on: String, times: u32 },
        Both(u8, bool),
    }

    fn way() -> impl Strategy<Value = Way> {
        prop_oneof![
            Just(Way::Never),
            Just(Way::SomeDay),
            ".{0,4}".prop_map(Way::Inner),
            (".{0,4}", any::<u32>()).prop_map(|(on, times)| Way::Kept { on, times }),
            any::<(u8, bool)>().prop_map(|(number, flag)| Way::Both(number, flag)),
        ]
    }

    fn sample() -> impl Strategy<Value = Sample> {
        let text = || "[ -~äあ\\n\\t\\u{1}]{0,12}";
        let inner = (any::<Option<u32>>(), prop::collection::vec(way(), 0..3))
            .prop_map(|(a, ways)| Inner { a, ways });
        let first = (text(), any::<bool>(), any::<u8>(), any::<i64>(), any::<f32>());
        let map = prop::collection::btree_map("[a-z]{1,3}", way(), 0..3);
        let second =
            (prop::collection::vec(text(), 0..3), map, prop::option::of(text()), prop::option::of(way()));
        (first, second, prop::option::of(inner), (any::<u32>(), text())).prop_map(
            |((text, flag, small, long, point), (list, map, maybe, way), nested, pair)| Sample {
                text,
                flag,
                small,
                long,
                point,
                list,
                map,
                maybe,
                way,
                nested,
                pair,
            },
        )
    }

    fn by_ron<T: for<'de> Deserialize<'de>>(text: &str) -> Option<T> {
        options().from_str(text).ok()
    }

    /// Compares by words, in which every NaN is the same.
    fn words(value: &impl Debug) -> String {
        format!("{value:?}")
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn quick_reads_what_ron_reads(sample in sample()) {
            let text = options().to_string(&sample).expect("it can be written");
            let quick = read::<Sample>(&text);
            if let Some(quick) = &quick {
                prop_assert_eq!(words(quick), words(&by_ron::<Sample>(&text).expect("it is RON")));
            }
            let is_rare = text.contains("\\u") || text.contains("\\x") || text.contains("\\0")
                || !sample.point.is_finite() || text.contains('e') && words(&sample.point).contains('e');
            prop_assert!(quick.is_some() || is_rare, "{}", text);
        }

        #[test]
        fn quick_never_takes_what_ron_refuses(
            sample in sample(),
            changes in prop::collection::vec((any::<prop::sample::Index>(), "[(){}\\[\\],:\"\\\\ 0-9.a-zA-Z#/_+-]{0,2}", 0..3_usize), 1..4),
        ) {
            let mut text = options().to_string(&sample).expect("it can be written");
            for (at, put, take) in changes {
                let letters: Vec<char> = text.chars().collect();
                let at = at.index(letters.len() + 1);
                let end = (at + take).min(letters.len());
                text = letters[..at].iter().copied().chain(put.chars()).chain(letters[end..].iter().copied()).collect();
            }
            if let Some(quick) = read::<Sample>(&text) {
                let ron = by_ron::<Sample>(&text);
                prop_assert!(ron.is_some(), "RON refuses {}", text);
                prop_assert_eq!(words(&quick), words(&ron.expect("just seen")));
            }
        }
    }

    #[test]
    fn what_only_people_write_is_left_to_ron() {
        for text in [
            "( a:1,ways:[])",
            "(a:1,ways:[],)",
            "(a:01,ways:[])",
            "(a:0x1,ways:[])",
            "(a:Some(1),ways:[])",
            "(a:1,ways:[Inner(r\"x\")])",
            "(a:1,ways:[Never()])",
            "(a:1,ways:[],new:7)",
            "(a:1,a:2)",
            "(a:1)//",
            "Inner(a:1)",
        ] {
            assert_eq!(read::<Inner>(text), None, "{text}");
        }
        assert_eq!(read::<Inner>("(a:1,ways:[SomeDay])").map(|inner| inner.a), Some(Some(1)));
        assert_eq!(read::<Inner>("(a:None)"), Some(Inner::default()));
    }

    #[test]
    fn a_list_takes_no_more_memory_than_it_needs() {
        let text = r#"["a,]", "b"]"#.replace(", ", ",");
        let list: Vec<String> = read(&text).expect("a list");
        assert_eq!((list.len(), list.capacity()), (2, 2));
        let ways: Vec<Way> = read(r#"[Kept(on:"x,\"",times:3),Inner("]")]"#).expect("a list");
        assert_eq!((ways.len(), ways.capacity()), (2, 2));
        assert_eq!(read::<Vec<String>>(r#"["a""#), None);
    }
}
