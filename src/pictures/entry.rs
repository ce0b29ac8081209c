//! One thumbnail as a file of the cache: a head with a checksum, and a JPEG.
//!
//! A cache is written without waiting for the disk, so a power cut may leave half a file or one full of zeros. Only
//! what fits its checksum is shown; the rest is made anew.

use crate::scan::{Limits, RgbImage, decode, encode_jpeg};

/// What every file begins with. The digit is the version of the form and of how thumbnails are made: it stands in the
/// names too, so that another version is not even opened.
const MAGIC: &[u8; 8] = b"cardthm1";

/// Magic, colour, a reserved byte, width, height, checksum of all that and the JPEG.
const HEAD: usize = 8 + 4 + 4 + 4 + 16;

/// No thumbnail is larger, in bytes; one of noise takes 1.5 MB.
pub(super) const LARGEST: u64 = 4 << 20;

/// A thumbnail as it is kept.
#[derive(Clone, PartialEq, Eq)]
pub struct Kept {
    /// The picture.
    pub image: RgbImage,
    /// The dominant colour of the original.
    pub colour: [u8; 3],
}

impl Kept {
    /// Returns the content of the file; nothing for a picture that cannot be kept.
    pub(super) fn to_bytes(image: &RgbImage, colour: [u8; 3]) -> Option<Vec<u8>> {
        let jpeg = encode_jpeg(image).ok()?;
        let mut head = Vec::with_capacity(HEAD + jpeg.len());
        head.extend(MAGIC);
        head.extend(colour);
        head.push(0);
        head.extend(image.width().to_le_bytes());
        head.extend(image.height().to_le_bytes());
        let sum = checksum(&head, &jpeg);
        head.extend(sum);
        head.extend(jpeg);
        Some(head)
    }

    /// Reads the content of a file; nothing when a single bit is not as it was written.
    pub(super) fn from_bytes(bytes: &[u8]) -> Option<Self> {
        let (head, jpeg) = bytes.split_at_checked(HEAD)?;
        let (facts, sum) = head.split_at(HEAD - 16);
        if !facts.starts_with(MAGIC) || checksum(facts, jpeg) != sum {
            return None;
        }
        let number = |at: usize| facts.get(at..at + 4)?.try_into().ok().map(u32::from_le_bytes);
        let size = (number(12)?, number(16)?);
        let colour = facts.get(8..11)?.try_into().ok()?;
        let image = decode(jpeg, &Limits::default()).ok().filter(|image| image.dimensions() == size)?;
        Some(Self { image, colour })
    }
}

fn checksum(head: &[u8], jpeg: &[u8]) -> [u8; 16] {
    let mut hasher = blake3::Hasher::new();
    hasher.update(head);
    hasher.update(jpeg);
    let mut sum = [0; 16];
    sum.copy_from_slice(&hasher.finalize().as_bytes()[..16]);
    sum
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_single_changed_bit_is_noticed() {
        let image = crate::scan::samples::quarters(60, 40);
        let bytes = Kept::to_bytes(&image, [1, 2, 3]).unwrap();
        let kept = Kept::from_bytes(&bytes).unwrap();
        assert_eq!((kept.image.dimensions(), kept.colour), ((60, 40), [1, 2, 3]));
        for at in 0..bytes.len() {
            let mut damaged = bytes.clone();
            damaged[at] ^= 4;
            assert!(Kept::from_bytes(&damaged).is_none(), "byte {at}");
        }
        for end in 0..bytes.len() {
            assert!(Kept::from_bytes(&bytes[..end]).is_none(), "cut at {end}");
        }
        assert!(Kept::from_bytes(&vec![0; 5_000]).is_none());
    }
}
