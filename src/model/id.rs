//! Stable 128-bit ids, typed by what they name.

use std::cmp::Ordering;
use std::fmt;
use std::hash::{Hash, Hasher};
use std::marker::PhantomData;
use std::str::FromStr;

use serde::{Deserialize, Deserializer, Serialize, Serializer};
use uuid::Uuid;

/// The stable id of one record of kind `T`: 128 bits, written as 32 hexadecimal digits.
///
/// Ids made by the program are UUID version 7 (RFC 9562 §5.7), so that id order is the
/// order of creation and new records are appended to the file.
pub struct Id<T: ?Sized> {
    value: u128,
    kind: PhantomData<fn() -> T>,
}

impl<T: ?Sized> Id<T> {
    /// The id that names nothing; a record that is read with it is refused.
    pub const NIL: Self = Self::new(0);

    /// Returns the id with these 128 bits.
    pub const fn new(value: u128) -> Self {
        Self { value, kind: PhantomData }
    }

    /// Returns the 128 bits.
    pub const fn value(self) -> u128 {
        self.value
    }

    /// Whether this is [`Id::NIL`].
    pub const fn is_nil(self) -> bool {
        self.value == 0
    }

    /// Returns the same bits as the id of another kind, for records that are kept one to one.
    pub const fn cast<U: ?Sized>(self) -> Id<U> {
        Id::new(self.value)
    }
}

impl<T: ?Sized> Copy for Id<T> {}
impl<T: ?Sized> Clone for Id<T> {
    fn clone(&self) -> Self {
        *self
    }
}
impl<T: ?Sized> PartialEq for Id<T> {
    fn eq(&self, other: &Self) -> bool {
        self.value == other.value
    }
}
impl<T: ?Sized> Eq for Id<T> {}
impl<T: ?Sized> PartialOrd for Id<T> {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}
impl<T: ?Sized> Ord for Id<T> {
    fn cmp(&self, other: &Self) -> Ordering {
        self.value.cmp(&other.value)
    }
}
impl<T: ?Sized> Hash for Id<T> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.value.hash(state);
    }
}
impl<T: ?Sized> Default for Id<T> {
    fn default() -> Self {
        Self::NIL
    }
}
impl<T: ?Sized> fmt::Display for Id<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(Uuid::from_u128(self.value).as_simple(), f)
    }
}
impl<T: ?Sized> fmt::Debug for Id<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Id({self})")
    }
}

/// A text that is not an id.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("not an id of 32 hexadecimal digits: {0:?}")]
pub struct InvalidId(pub String);

impl<T: ?Sized> FromStr for Id<T> {
    type Err = InvalidId;

    fn from_str(text: &str) -> Result<Self, InvalidId> {
        // Only the plain form: braces or hyphens would give one record two spellings on disk.
        if text.len() == 32
            && let Ok(uuid) = Uuid::try_parse(text)
        {
            return Ok(Self::new(uuid.as_u128()));
        }
        Err(InvalidId(text.chars().take(64).collect()))
    }
}

impl<T: ?Sized> Serialize for Id<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut buffer = Uuid::encode_buffer();
        serializer.serialize_str(Uuid::from_u128(self.value).as_simple().encode_lower(&mut buffer))
    }
}

impl<'de, T: ?Sized> Deserialize<'de> for Id<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = std::borrow::Cow::<str>::deserialize(deserializer)?;
        text.parse().map_err(serde::de::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_reads_back_what_it_writes() {
        let id = Id::<u8>::new(0x0123_4567_89ab_cdef_0011_2233_4455_6677);
        assert_eq!(id.to_string(), "0123456789abcdef0011223344556677");
        assert_eq!(id.to_string().parse(), Ok(id));
        let text = ron::to_string(&id).unwrap();
        assert_eq!(ron::from_str::<Id<u8>>(&text).unwrap(), id);
    }

    #[test]
    fn other_spellings_are_refused() {
        for text in
            ["", "12", "01234567-89ab-cdef-0011-223344556677", "{0123456789abcdef00112233445566}", "zz"]
        {
            assert!(text.parse::<Id<u8>>().is_err(), "{text}");
        }
    }
}
