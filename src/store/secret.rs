//! Books and pictures behind a passphrase, in files that the `age` program opens too.
//!
//! Owns the passphrase, the key that it guards, and the form of the encrypted files. Knows bytes, no records and no
//! paths. Start reading at [`Key`]; how a whole book is turned over is in [`super::protect`].
//!
//! Making a passphrase slow to guess takes about a second, too long for every save. So a book has a key of its own,
//! an X25519 identity made at random; the passphrase encrypts only that key (scrypt), everything else is encrypted to
//! the key. An encrypted book is two comment lines, the key as an armored age file (text), and the body as a binary
//! age file behind it. The body is binary because armor makes a book a third longer and takes eight times as long
//! to encrypt, and because `tail` cuts it off unharmed:
//!
//! ```sh
//! sed -n 3,10p book.ron > key; tail -n +11 book.ron > body; age -d -i key -o plain.ron body
//! ```
//!
//! The second comment line of each book names its own line numbers. `docs/privacy.md` tells all this to the user.
//!
//! Invariant: a wrong passphrase is told from a damaged file (`store::secret::tests::what_is_wrong_is_said`).
//! Invariant: no passphrase and no key is ever shown by `Debug` (`…::nothing_secret_is_printed`).
//! Invariant: a file cannot make this program compute for minutes (`…::a_costly_container_is_refused`).

use std::borrow::Cow;
use std::fmt;
use std::io::{self, Cursor, Read, Seek, SeekFrom, Write};
use std::iter;
use std::sync::{Arc, Mutex, PoisonError, Weak};

use age::secrecy::{ExposeSecret as _, SecretString};
use age::{DecryptError, Decryptor, Encryptor, armor, scrypt, x25519};
use unicode_normalization::UnicodeNormalization as _;

use super::error::OpenProblem;

/// Ending of an encrypted picture, behind that of the picture itself.
pub const EXTENSION: &str = "age";

/// How every encrypted book begins.
const MAGIC: &str = "// Cardloom book, encrypted with a passphrase";
const BEGIN: &str = "-----BEGIN AGE ENCRYPTED FILE-----";
const END: &str = "-----END AGE ENCRYPTED FILE-----\n";
const BODY: &str = "age-encryption.org/";
/// Before the base64 text of a line that was encrypted by itself.
const LINE: &str = "age ";

/// Longer than any head that this program writes (about 700 bytes).
const LONGEST_HEAD: usize = 4 << 10;
/// Longer than any header of a body (about 350 bytes with the random stanza that age puts in).
const LONGEST_HEADER: usize = 16 << 10;
/// Plain bytes of one block of an age file, and those that its encryption adds.
const BLOCK: u64 = 64 << 10;
const TAG: u64 = 16;

/// What a user types to open a book. Wiped from memory when dropped, never printed.
#[derive(Clone)]
pub struct Passphrase(SecretString);

impl Passphrase {
    /// Takes what was typed. The same letters may be composed differently by another system's keyboard, so they are
    /// brought into one form (NFC), which is also what terminals send.
    pub fn new(typed: &str) -> Self {
        Self(SecretString::from(typed.nfc().collect::<String>()))
    }

    /// Takes the first line of a file, without its line end.
    pub fn from_file_content(content: &[u8]) -> Option<Self> {
        let text = std::str::from_utf8(content.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(content)).ok()?;
        let line = text.split('\n').next().unwrap_or_default();
        Some(Self::new(line.strip_suffix('\r').unwrap_or(line)))
    }

    /// Whether nothing was typed.
    pub fn is_empty(&self) -> bool {
        self.0.expose_secret().is_empty()
    }

    /// Returns the number of characters.
    pub fn characters(&self) -> usize {
        self.0.expose_secret().chars().count()
    }
}

/// Two equal ones were typed without a mistake.
impl PartialEq for Passphrase {
    fn eq(&self, other: &Self) -> bool {
        self.0.expose_secret() == other.0.expose_secret()
    }
}

impl Eq for Passphrase {}

impl fmt::Debug for Passphrase {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Passphrase(…)")
    }
}

/// How much work one guess of a passphrase takes: the logarithm of scrypt's N.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Work(u8);

impl Work {
    /// About a second and 256 MB, as the `age` program does.
    pub const USUAL: Self = Self(18);
    /// Next to nothing: for tests.
    pub const LITTLE: Self = Self(4);
    /// The most that a file may ask for: some four seconds and 1 GB.
    pub const MOST: Self = Self(20);
}

/// Why encrypted bytes cannot be read.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum SecretProblem {
    /// The passphrase is another one.
    #[error("the passphrase is wrong")]
    WrongPassphrase,
    /// The bytes are encrypted with the key of another book.
    #[error("it is encrypted with another key")]
    OtherKey,
    /// The part with the key has changed or is missing; the passphrase cannot open it any more.
    #[error("the first lines, which hold the key, are damaged")]
    DamagedKey,
    /// The key is good but the rest is not what was written.
    #[error("the encrypted content is damaged or cut off")]
    Damaged,
    /// A newer Cardloom wrote it.
    #[error("a newer Cardloom encrypted it (form {found}; this program reads {FORM})")]
    NewerForm {
        /// The form in the file.
        found: u32,
    },
    /// Trying one passphrase would take very long: not made by this program.
    #[error("trying a passphrase would take too much work (2^{0})")]
    TooMuchWork(u8),
    /// More bytes than the caller wants.
    #[error("the content has more than {0} bytes")]
    TooLarge(u64),
    /// The system did not give what encryption needs.
    #[error("encrypting failed ({0})")]
    Failed(String),
}

/// The form of the encrypted files.
const FORM: u32 = 1;

/// The key of a book. Cheap to clone; the secret part is wiped from memory with the last clone.
#[derive(Clone)]
pub struct Key(Arc<Inner>);

/// The keys of the books that are open in this program, so that whoever reads a backup of one need not know its key.
static KNOWN: Mutex<Vec<Weak<Inner>>> = Mutex::new(Vec::new());

struct Inner {
    identity: x25519::Identity,
    recipient: x25519::Recipient,
    /// The first lines of every file of this book: comments and the key, encrypted with the passphrase.
    head: String,
    tag: String,
}

impl Key {
    /// Makes a new key and guards it with a passphrase; takes as long as `work` says.
    ///
    /// # Errors
    /// When the system refuses.
    pub fn create(passphrase: &Passphrase, work: Work) -> Result<Self, SecretProblem> {
        Self::guarded(x25519::Identity::generate(), passphrase, work)
    }

    /// Returns the same key guarded by another passphrase.
    ///
    /// # Errors
    /// As [`Key::create`].
    pub fn with_passphrase(&self, passphrase: &Passphrase, work: Work) -> Result<Self, SecretProblem> {
        Self::guarded(self.0.identity.clone(), passphrase, work)
    }

    /// Gets the key out of an encrypted book; takes as long as its maker wanted.
    ///
    /// # Errors
    /// When the passphrase is wrong, or the part with the key is not whole.
    pub fn unlock(container: &[u8], passphrase: &Passphrase) -> Result<Self, SecretProblem> {
        let parts = Parts::of(container)?;
        let mut guard = scrypt::Identity::new(passphrase.0.clone());
        guard.set_max_work_factor(Work::MOST.0);
        let decrypted = Decryptor::new_buffered(armor::ArmoredReader::new(parts.block.as_bytes()))
            .and_then(|decryptor| {
                if !decryptor.is_scrypt() {
                    return Err(DecryptError::InvalidHeader);
                }
                let mut text = String::with_capacity(128);
                decryptor.decrypt(iter::once(&guard as _))?.take(1024).read_to_string(&mut text)?;
                Ok(SecretString::from(text))
            })
            .map_err(|error| match error {
                DecryptError::ExcessiveWork { required, .. } => SecretProblem::TooMuchWork(required),
                // A flipped bit in the salt looks like a wrong passphrase to age; the check tells them apart.
                DecryptError::DecryptionFailed
                | DecryptError::KeyDecryptionFailed
                | DecryptError::NoMatchingKeys
                    if parts.is_whole() =>
                {
                    SecretProblem::WrongPassphrase
                }
                _ => SecretProblem::DamagedKey,
            })?;
        let line = decrypted.expose_secret().lines().find(|line| !line.starts_with('#'));
        let identity = line
            .and_then(|line| line.trim().parse::<x25519::Identity>().ok())
            .ok_or(SecretProblem::DamagedKey)?;
        // The comments are written anew: they may be those of another version, or damaged.
        Ok(Self::from_parts(identity, head(parts.block)))
    }

    /// Returns letters that tell the files of this key from those of others; they do not help to guess it.
    pub fn tag(&self) -> &str {
        &self.0.tag
    }

    /// Returns the first lines of every book with this key and passphrase.
    pub fn head(&self) -> &[u8] {
        self.0.head.as_bytes()
    }

    /// Encrypts a book.
    ///
    /// # Errors
    /// When the system refuses.
    pub fn seal(&self, plain: &[u8]) -> Result<Vec<u8>, SecretProblem> {
        self.seal_pieces(&[plain])
    }

    /// Encrypts a book that comes in pieces.
    ///
    /// # Errors
    /// When the system refuses.
    pub fn seal_pieces(&self, pieces: &[&[u8]]) -> Result<Vec<u8>, SecretProblem> {
        let mut out = self.head().to_vec();
        self.encrypt(pieces, &mut out)?;
        Ok(out)
    }

    /// Decrypts a book.
    ///
    /// # Errors
    /// When it has another key, is damaged, or has more than `limit` bytes.
    pub fn open(&self, container: &[u8], limit: u64) -> Result<Vec<u8>, SecretProblem> {
        self.open_bare(Parts::of(container)?.body, limit)
    }

    /// Returns a book with the key guarded as here, whatever guarded it before; the content is not decrypted.
    ///
    /// # Errors
    /// When it has another key or its header is damaged.
    pub fn with_this_head(&self, container: &[u8]) -> Result<Vec<u8>, SecretProblem> {
        let parts = Parts::of(container)?;
        self.start(parts.body)?;
        Ok([self.head(), parts.body].concat())
    }

    /// Returns this key guarded as in a book, which has the same key with perhaps another passphrase.
    ///
    /// # Errors
    /// When the book has another key or is damaged.
    pub fn with_head_of(&self, container: &[u8]) -> Result<Self, SecretProblem> {
        if container.starts_with(self.head()) {
            return Ok(self.clone());
        }
        let parts = Parts::of(container)?;
        self.start(parts.body)?;
        // A damaged head is not taken over: it would lock out everybody at the next save.
        if parts.is_whole() {
            Ok(Self::from_parts(self.0.identity.clone(), head(parts.block)))
        } else {
            Ok(self.clone())
        }
    }

    /// Decrypts what can be read of a damaged book: the blocks of 64 KB that are whole. Each lost one leaves a line
    /// end behind. Returns the text and the number of lost blocks.
    ///
    /// # Errors
    /// When the book has another key, or its header is damaged so that nothing can be read.
    pub fn salvage(&self, container: &[u8]) -> Result<(Vec<u8>, usize), SecretProblem> {
        let body = Parts::of(container)?.body;
        let header = header_of(body).ok_or(SecretProblem::Damaged)?;
        let nonce = 16;
        let blocks = (body.len().saturating_sub(header + nonce) as u64).div_ceil(BLOCK + TAG);
        let mut reader = self.start(body)?;
        let (mut plain, mut lost) = (Vec::new(), 0);
        for block in 0..blocks {
            let mut found = Vec::new();
            // One byte into the block and back: seeking to its very start would check the last block first.
            let read = reader
                .seek(SeekFrom::Start(block * BLOCK + 1))
                .and_then(|_| reader.seek(SeekFrom::Current(-1)))
                .and_then(|_| reader.by_ref().take(BLOCK).read_to_end(&mut found));
            if read.is_ok() {
                plain.append(&mut found);
            } else {
                lost += 1;
                plain.push(b'\n');
                // A fresh reader: the old one stopped in the middle of a block.
                reader = self.start(body)?;
            }
        }
        Ok((plain, lost))
    }

    /// Encrypts a picture, as an age file of its own.
    ///
    /// # Errors
    /// When the system refuses.
    pub fn seal_bare(&self, plain: &[u8]) -> Result<Vec<u8>, SecretProblem> {
        let mut out = Vec::with_capacity(plain.len() + 1024);
        self.encrypt(&[plain], &mut out)?;
        Ok(out)
    }

    /// Decrypts a picture of at most `limit` bytes.
    ///
    /// # Errors
    /// As [`Key::open`].
    pub fn open_bare(&self, sealed: &[u8], limit: u64) -> Result<Vec<u8>, SecretProblem> {
        if sealed.len() as u64 > sealed_length(limit).1 {
            return Err(SecretProblem::TooLarge(limit));
        }
        let mut plain = Vec::with_capacity(sealed.len());
        let read = self.start(sealed)?.take(limit + 1).read_to_end(&mut plain);
        if read.is_err() {
            return Err(SecretProblem::Damaged);
        }
        if plain.len() as u64 > limit {
            return Err(SecretProblem::TooLarge(limit));
        }
        Ok(plain)
    }

    /// Encrypts one line of a file that grows line by line; the result is one line without its end.
    ///
    /// # Errors
    /// When the system refuses.
    pub fn seal_line(&self, line: &str) -> Result<String, SecretProblem> {
        let armored = age::encrypt_and_armor(&self.0.recipient, line.as_bytes()).map_err(failed)?;
        let text: String = armored.lines().filter(|line| !line.starts_with("-----")).collect();
        Ok(format!("{LINE}{text}"))
    }

    /// Decrypts a line.
    ///
    /// # Errors
    /// When it has another key, is damaged, or was never encrypted.
    pub fn open_line(&self, line: &str) -> Result<String, SecretProblem> {
        let text = line.strip_prefix(LINE).ok_or(SecretProblem::Damaged)?.trim_end();
        if !text.is_ascii() {
            return Err(SecretProblem::Damaged);
        }
        let mut armored = format!("{BEGIN}\n");
        for row in text.as_bytes().chunks(64) {
            armored.extend(row.iter().map(|byte| char::from(*byte)));
            armored.push('\n');
        }
        armored.push_str(END);
        let plain = age::decrypt(&self.0.identity, armored.as_bytes()).map_err(|error| sorted(&error))?;
        String::from_utf8(plain).map_err(|_bytes| SecretProblem::Damaged)
    }

    fn guarded(
        identity: x25519::Identity,
        passphrase: &Passphrase,
        work: Work,
    ) -> Result<Self, SecretProblem> {
        let mut guard = scrypt::Recipient::new(passphrase.0.clone());
        guard.set_work_factor(work.0.max(1));
        let secret = identity.to_string();
        let line = SecretString::from(format!("{}\n", secret.expose_secret()));
        let block = age::encrypt_and_armor(&guard, line.expose_secret().as_bytes()).map_err(failed)?;
        let block = if block.ends_with('\n') { block } else { block + "\n" };
        Ok(Self::from_parts(identity, head(&block)))
    }

    /// Returns the key of an open book that fits a container.
    pub fn known_for(container: &[u8]) -> Option<Self> {
        let known = KNOWN.lock().unwrap_or_else(PoisonError::into_inner);
        let mut known = known.iter().filter_map(Weak::upgrade).map(Self);
        let body = Parts::of(container).ok()?.body;
        known.find(|key| key.start(body).is_ok())
    }

    fn from_parts(identity: x25519::Identity, head: String) -> Self {
        let recipient = identity.to_public();
        // The recipient is never written down: who does not have the key cannot make files that it opens.
        let tag = hex16(format!("cardloom tag {recipient}").as_bytes())[..8].to_owned();
        let inner = Arc::new(Inner { identity, recipient, head, tag });
        let mut known = KNOWN.lock().unwrap_or_else(PoisonError::into_inner);
        known.retain(|key| key.strong_count() > 0);
        known.push(Arc::downgrade(&inner));
        Self(inner)
    }

    fn encrypt(&self, pieces: &[&[u8]], out: &mut Vec<u8>) -> Result<(), SecretProblem> {
        let length: usize = pieces.iter().map(|piece| piece.len()).sum();
        out.reserve(length + length / 4000 + 1024);
        let encryptor = Encryptor::with_recipients(iter::once(&self.0.recipient as _)).map_err(failed)?;
        let mut writer = encryptor.wrap_output(out).map_err(failed)?;
        for piece in pieces {
            writer.write_all(piece).map_err(failed)?;
        }
        writer.finish().map(drop).map_err(failed)
    }

    /// Begins to decrypt; what is wrong with the header shows here.
    fn start<'a>(
        &self,
        sealed: &'a [u8],
    ) -> Result<age::stream::StreamReader<Cursor<&'a [u8]>>, SecretProblem> {
        if header_of(sealed).is_none() {
            return Err(SecretProblem::Damaged);
        }
        Decryptor::new_buffered(Cursor::new(sealed))
            .and_then(|decryptor| decryptor.decrypt(iter::once(&self.0.identity as _)))
            .map_err(|error| sorted(&error))
    }
}

/// Two keys are equal when they open the same files.
impl PartialEq for Key {
    fn eq(&self, other: &Self) -> bool {
        self.0.identity.to_string().expose_secret() == other.0.identity.to_string().expose_secret()
    }
}

impl Eq for Key {}

impl fmt::Debug for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Key({}, …)", self.tag())
    }
}

/// What opens an encrypted book.
#[derive(Debug, Clone, Copy)]
pub enum Opener<'a> {
    /// Nothing: only plain books open.
    None,
    /// What the user typed.
    Passphrase(&'a Passphrase),
    /// The key of a book that is open already.
    Key(&'a Key),
    /// Whatever key of an open book fits: for its backups and other copies.
    Known,
}

impl<'a> From<Option<&'a Passphrase>> for Opener<'a> {
    fn from(passphrase: Option<&'a Passphrase>) -> Self {
        passphrase.map_or(Self::None, Self::Passphrase)
    }
}

impl<'a> From<Option<&'a Key>> for Opener<'a> {
    fn from(key: Option<&'a Key>) -> Self {
        key.map_or(Self::None, Self::Key)
    }
}

/// Returns the bytes of a book as its format reads them, and the key when they were encrypted.
///
/// # Errors
/// With [`OpenProblem::Locked`] when they are encrypted and nothing fits, else why they cannot be decrypted.
pub fn unseal<'a>(
    bytes: Vec<u8>,
    opener: impl Into<Opener<'a>>,
    limit: u64,
) -> Result<(Vec<u8>, Option<Key>), OpenProblem> {
    if !is_sealed(&bytes) {
        return Ok((bytes, None));
    }
    let key = match opener.into() {
        Opener::None => return Err(OpenProblem::Locked),
        Opener::Passphrase(passphrase) => Key::unlock(&bytes, passphrase)?,
        // Another program may have changed the passphrase meanwhile.
        Opener::Key(key) => key.with_head_of(&bytes)?,
        Opener::Known => Key::known_for(&bytes).ok_or(OpenProblem::Locked)?,
    };
    let plain = key.open(&bytes, limit)?;
    Ok((plain, Some(key)))
}

/// As [`unseal`] with the key of an open book, for a book that may be damaged: what can be decrypted of it, and the key.
///
/// # Errors
/// With [`OpenProblem::Locked`] when no key of an open book fits, or when nothing can be decrypted.
pub fn unseal_damaged(bytes: &[u8], limit: u64) -> Result<(Cow<'_, [u8]>, Option<Key>), OpenProblem> {
    if !is_sealed(bytes) {
        return Ok((Cow::Borrowed(bytes), None));
    }
    let key = Key::known_for(bytes).ok_or(OpenProblem::Locked)?;
    let plain = match key.open(bytes, limit) {
        Err(SecretProblem::Damaged) => key.salvage(bytes)?.0,
        opened => opened?,
    };
    Ok((Cow::Owned(plain), Some(key)))
}

/// Decrypts a line with the key of whatever open book fits; nothing when there is none.
pub fn open_known_line(line: &str) -> Option<String> {
    let known: Vec<Key> = {
        let known = KNOWN.lock().unwrap_or_else(PoisonError::into_inner);
        known.iter().filter_map(Weak::upgrade).map(Key).collect()
    };
    known.iter().find_map(|key| key.open_line(line).ok())
}

/// Whether bytes are an encrypted book, whole or damaged.
pub fn is_sealed(bytes: &[u8]) -> bool {
    let start = &bytes[..bytes.len().min(LONGEST_HEAD)];
    let has_line = |line: &str| {
        memchr::memmem::find_iter(start, line).any(|at| at == 0 || start.get(at - 1) == Some(&b'\n'))
    };
    start.starts_with(MAGIC.as_bytes()) || has_line(BEGIN) || has_line(BODY)
}

/// Whether a line was made by [`Key::seal_line`].
pub fn is_sealed_line(line: &str) -> bool {
    line.starts_with(LINE)
}

/// Returns the least and the greatest length of the age file of a picture with so many bytes.
pub fn sealed_length(plain: u64) -> (u64, u64) {
    let blocks = plain.div_ceil(BLOCK).max(1);
    let length = plain.saturating_add(blocks.saturating_mul(TAG));
    // Magic, one X25519 stanza, the line with the hash, and the nonce come first.
    (length.saturating_add(180), length.saturating_add(LONGEST_HEADER as u64))
}

/// An encrypted book, taken apart.
struct Parts<'a> {
    /// The first line.
    first: &'a [u8],
    block: &'a str,
    body: &'a [u8],
}

impl<'a> Parts<'a> {
    fn of(container: &'a [u8]) -> Result<Self, SecretProblem> {
        let start = &container[..container.len().min(LONGEST_HEAD)];
        let first = start.split(|byte| *byte == b'\n').next().unwrap_or_default();
        if let Some(found) = form_of(first)
            && found > FORM
        {
            return Err(SecretProblem::NewerForm { found });
        }
        let begin = memchr::memmem::find(start, BEGIN.as_bytes()).ok_or(SecretProblem::DamagedKey)?;
        let end = memchr::memmem::find(start, END.as_bytes()).ok_or(SecretProblem::DamagedKey)? + END.len();
        let block = start.get(begin..end).and_then(|block| std::str::from_utf8(block).ok());
        Ok(Self { first, block: block.ok_or(SecretProblem::DamagedKey)?, body: &container[end..] })
    }

    /// Whether the block with the key is the one that was written.
    fn is_whole(&self) -> bool {
        let check = hex16(self.block.as_bytes());
        memchr::memmem::find(self.first, check.as_bytes()).is_some()
    }
}

/// Returns the form that a first line names.
fn form_of(first: &[u8]) -> Option<u32> {
    let text = std::str::from_utf8(first.strip_prefix(MAGIC.as_bytes())?).ok()?;
    text.strip_prefix("; form ")?.split(',').next()?.parse().ok()
}

/// Returns the first lines of a book whose key is in `block`.
fn head(block: &str) -> String {
    let last = 2 + block.lines().count();
    let check = hex16(block.as_bytes());
    let body = last + 1;
    format!(
        "{MAGIC}; form {FORM}, check {check}.\n\
         // By hand, with age 1.0 or later: sed -n 3,{last}p THIS >key; tail -n +{body} THIS >body; age -d -i key body\n\
         {block}"
    )
}

/// Returns the length of the header of an age file, without the nonce behind it.
fn header_of(sealed: &[u8]) -> Option<usize> {
    let start = &sealed[..sealed.len().min(LONGEST_HEADER)];
    let mac = memchr::memmem::find(start, b"\n--- ")? + 1;
    memchr::memchr(b'\n', start.get(mac..)?).map(|end| mac + end + 1)
}

fn sorted(error: &DecryptError) -> SecretProblem {
    match error {
        DecryptError::NoMatchingKeys => SecretProblem::OtherKey,
        _ => SecretProblem::Damaged,
    }
}

fn failed(error: impl fmt::Display) -> SecretProblem {
    SecretProblem::Failed(error.to_string())
}

fn hex16(bytes: &[u8]) -> String {
    blake3::hash(bytes).to_hex()[..16].to_owned()
}

impl From<SecretProblem> for io::Error {
    fn from(problem: SecretProblem) -> Self {
        Self::other(problem.to_string())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const LIMIT: u64 = 1 << 30;

    fn passphrase() -> Passphrase {
        Passphrase::new("correct horse battery staple")
    }

    fn key() -> Key {
        Key::create(&passphrase(), Work::LITTLE).unwrap()
    }

    /// Text of several blocks, no two of which are alike.
    fn text(lines: usize) -> Vec<u8> {
        (0..lines).flat_map(|line| format!("(id:\"{line:032}\",),\n").into_bytes()).collect()
    }

    #[test]
    fn a_sealed_book_opens_with_its_passphrase() {
        for length in [0, 1, BLOCK as usize - 1, BLOCK as usize, BLOCK as usize + 1, 300_000] {
            let plain: Vec<u8> = text(9000)[..length].to_vec();
            let (left, right) = plain.split_at(length / 3);
            let sealed = key().seal_pieces(&[left, right]).unwrap();
            assert!(is_sealed(&sealed) && !is_sealed(&plain));
            let key = Key::unlock(&sealed, &passphrase()).unwrap();
            assert_eq!(key.open(&sealed, LIMIT).unwrap(), plain);
            if length > 40 {
                assert!(memchr::memmem::find(&sealed, &plain[..40]).is_none());
                assert_eq!(
                    key.open(&sealed, length as u64 - 1),
                    Err(SecretProblem::TooLarge(length as u64 - 1))
                );
            }
        }
    }

    #[test]
    fn the_recipe_in_the_second_line_opens_it_with_nothing_but_age() {
        let plain = text(5000);
        let sealed = key().seal(&plain).unwrap();
        // What `sed -n 3,10p` and `tail -n +11` do, with the numbers that stand in the file.
        let second = String::from_utf8(sealed.split(|byte| *byte == b'\n').nth(1).unwrap().to_vec()).unwrap();
        let number = |before: &str, after: &str| -> usize {
            let rest = &second[second.find(before).unwrap() + before.len()..];
            rest[..rest.find(after).unwrap()].parse().unwrap()
        };
        let (first, last, body) = (number("sed -n ", ","), number("3,", "p"), number("tail -n +", " "));
        let lines: Vec<&[u8]> = sealed.split_inclusive(|byte| *byte == b'\n').collect();
        let (block, body) = (lines[first - 1..last].concat(), lines[body - 1..].concat());
        // What `age -d -i key body` does.
        let guard = scrypt::Identity::new(SecretString::from("correct horse battery staple".to_owned()));
        let identity = age::decrypt(&guard, &block).unwrap();
        let identity: x25519::Identity = String::from_utf8(identity).unwrap().trim().parse().unwrap();
        assert_eq!(age::decrypt(&identity, &body).unwrap(), plain);
        let picture = key().seal_bare(b"picture").unwrap();
        assert_eq!(age::decrypt(&identity, &picture).unwrap_err().to_string(), "No matching keys found");
    }

    #[test]
    fn what_is_wrong_is_said() {
        let sealed = key().seal(&text(3000)).unwrap();
        let other = Passphrase::new("Correct horse battery staple");
        assert_eq!(Key::unlock(&sealed, &other).unwrap_err(), SecretProblem::WrongPassphrase);
        assert_eq!(key().open(&sealed, LIMIT), Err(SecretProblem::OtherKey));
        let newer =
            [b"// Cardloom book, encrypted with a passphrase; form 2, check x.\n", &sealed[..]].concat();
        assert_eq!(Key::unlock(&newer, &passphrase()).unwrap_err(), SecretProblem::NewerForm { found: 2 });
        assert_eq!(Key::unlock(b"", &passphrase()).unwrap_err(), SecretProblem::DamagedKey);
    }

    #[test]
    fn every_flipped_bit_and_every_cut_is_found() {
        let key = key();
        let plain = b"(version:2,)\n".repeat(3);
        let sealed = key.seal(&plain).unwrap();
        let outcome = |bytes: &[u8]| -> Result<Vec<u8>, SecretProblem> {
            Key::unlock(bytes, &passphrase())?.open(bytes, LIMIT)
        };
        for at in 0..sealed.len() {
            let mut flipped = sealed.clone();
            flipped[at] ^= 1 << (at % 8);
            match outcome(&flipped) {
                // In the comment lines; they are written anew.
                Ok(found) => assert!(found == plain && at < sealed.len() - 500, "byte {at}"),
                Err(problem) => {
                    // A flip in the first line may hit the check or the number of the form.
                    assert!(problem != SecretProblem::WrongPassphrase, "byte {at}: {problem}");
                    assert!(is_sealed(&flipped), "byte {at}");
                }
            }
        }
        for length in 0..sealed.len() {
            let problem = outcome(&sealed[..length]).unwrap_err();
            let known = matches!(problem, SecretProblem::DamagedKey | SecretProblem::Damaged);
            assert!(known, "cut at {length}: {problem}");
        }
        assert_eq!(outcome(&[&sealed[..], b"\n"].concat()), Err(SecretProblem::Damaged));
    }

    #[test]
    fn a_costly_container_is_refused() {
        let sealed = key().seal(b"x").unwrap();
        let parts = Parts::of(&sealed).unwrap();
        // Made by age itself with a factor above the limit; nobody has to compute it to refuse it.
        let mut header = Vec::new();
        armor::ArmoredReader::new(parts.block.as_bytes()).read_to_end(&mut header).unwrap();
        let at = memchr::memmem::find(&header, b" 4\n").unwrap();
        let costly = [&header[..at], b" 62\n", &header[at + 3..]].concat();
        let mut armored = armor::ArmoredWriter::wrap_output(Vec::new(), armor::Format::AsciiArmor).unwrap();
        armored.write_all(&costly).unwrap();
        let mut file = armored.finish().unwrap();
        file.extend_from_slice(b"\n");
        file.extend_from_slice(parts.body);
        assert_eq!(Key::unlock(&file, &passphrase()).unwrap_err(), SecretProblem::TooMuchWork(62));
        // A head without end is not read to the end either.
        let endless = [format!("{MAGIC}\n{BEGIN}\n").into_bytes(), b"QUFB\n".repeat(1 << 16)].concat();
        assert_eq!(Key::unlock(&endless, &passphrase()).unwrap_err(), SecretProblem::DamagedKey);
        let stanzas = [b"age-encryption.org/v1\n".to_vec(), b"-> X25519 a\nb\n".repeat(1 << 16)].concat();
        assert_eq!(key().open_bare(&stanzas, LIMIT), Err(SecretProblem::Damaged));
    }

    #[test]
    fn another_passphrase_guards_the_same_key() {
        let old = key();
        let sealed = old.seal(b"the book").unwrap();
        let new = old.with_passphrase(&Passphrase::new("another"), Work::LITTLE).unwrap();
        assert_eq!((new.tag(), &new), (old.tag(), &old));
        let changed = new.with_this_head(&sealed).unwrap();
        assert_eq!(Key::unlock(&changed, &passphrase()).unwrap_err(), SecretProblem::WrongPassphrase);
        let unlocked = Key::unlock(&changed, &Passphrase::new("another")).unwrap();
        assert_eq!(unlocked.open(&changed, LIMIT).unwrap(), b"the book");
        assert_eq!(key().with_this_head(&sealed), Err(SecretProblem::OtherKey));
    }

    #[test]
    fn whole_blocks_of_a_damaged_book_are_read() {
        let key = key();
        let plain = text(9000);
        let sealed = key.seal(&plain).unwrap();
        assert_eq!(key.salvage(&sealed).unwrap(), (plain.clone(), 0));
        let block = BLOCK as usize;
        let body = sealed.len() - plain.len() - plain.len().div_ceil(block) * TAG as usize;
        let mut damaged = sealed.clone();
        damaged[body + block + 700] ^= 4;
        let (found, lost) = key.salvage(&damaged).unwrap();
        assert_eq!(lost, 1);
        assert_eq!(found, [&plain[..block], b"\n", &plain[2 * block..]].concat());
        // Cut off: everything before the last block that is there.
        let (found, lost) = key.salvage(&sealed[..body + 2 * block + 5000]).unwrap();
        assert_eq!((found, lost), ([&plain[..2 * block], b"\n"].concat(), 1));
    }

    #[test]
    fn a_line_is_sealed_by_itself() {
        let key = key();
        for line in ["", "Do(step:1)", &"見積もり ".repeat(500)] {
            let sealed = key.seal_line(line).unwrap();
            assert!(is_sealed_line(&sealed) && !sealed.contains('\n'));
            assert_eq!(key.open_line(&sealed).unwrap(), line);
            let cut = &sealed[..sealed.len() - 5];
            assert_eq!(key.open_line(cut), Err(SecretProblem::Damaged));
            assert_eq!(self::key().open_line(&sealed), Err(SecretProblem::OtherKey));
        }
        assert_eq!(key.open_line("Do(step:1)"), Err(SecretProblem::Damaged));
        assert_eq!(key.open_line("age ü"), Err(SecretProblem::Damaged));
    }

    #[test]
    fn the_length_of_a_sealed_picture_is_foreseen() {
        for plain in [0, 1, 65_535, 65_536, 65_537, 200_000] {
            let sealed = key().seal_bare(&vec![7; plain]).unwrap().len() as u64;
            let (least, most) = sealed_length(plain as u64);
            assert!((least..=most).contains(&sealed), "{plain}: {sealed} in {least}..{most}");
        }
        assert_eq!(sealed_length(u64::MAX).1, u64::MAX);
    }

    #[test]
    fn nothing_secret_is_printed() {
        let key = key();
        let secret = key.0.identity.to_string();
        let printed = format!("{:?} {key:?} {}", passphrase(), String::from_utf8_lossy(key.head()));
        assert!(!printed.contains("horse") && !printed.contains(secret.expose_secret()));
        assert!(!printed.contains(&key.0.recipient.to_string()));
    }

    #[test]
    fn a_passphrase_is_the_same_on_every_keyboard() {
        assert_eq!(Passphrase::new("Gru\u{308}n"), Passphrase::new("Grün"));
        assert_ne!(Passphrase::new("grün"), Passphrase::new("Grün"));
        assert_eq!(Passphrase::from_file_content(b"a b \r\nsecond"), Some(Passphrase::new("a b ")));
        assert_eq!(Passphrase::from_file_content(b"\xff"), None);
        assert!(Passphrase::from_file_content(b"\n").unwrap().is_empty());
        assert_eq!(Passphrase::new("三年間").characters(), 3);
    }

    #[test]
    fn the_first_lines_of_a_backup_mend_those_of_a_damaged_book() {
        let key = key();
        let (book, backup) = (key.seal(&text(40)).unwrap(), key.seal(b"an older state").unwrap());
        // `head -n 10` of the one and `tail -n +11` of the other, as docs/privacy.md says.
        let lines = |bytes: &[u8]| -> Vec<Vec<u8>> {
            bytes.split_inclusive(|byte| *byte == b'\n').map(<[u8]>::to_vec).collect()
        };
        let mended = [lines(&backup)[..10].concat(), lines(&book)[10..].concat()].concat();
        let key = Key::unlock(&mended, &passphrase()).unwrap();
        assert_eq!(key.open(&mended, LIMIT).unwrap(), text(40));
    }
}
