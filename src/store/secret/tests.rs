//! Encrypted bytes: whole, damaged, hostile, and opened by age alone.

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
            assert_eq!(key.open(&sealed, length as u64 - 1), Err(SecretProblem::TooLarge(length as u64 - 1)));
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
    let newer = [b"// Cardloom book, encrypted with a passphrase; form 2, check x.\n", &sealed[..]].concat();
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
    assert_eq!(found, [&plain[..block], b"\0\n", &plain[2 * block..]].concat());
    // Cut off: everything before the last block that is there.
    let (found, lost) = key.salvage(&sealed[..body + 2 * block + 5000]).unwrap();
    assert_eq!((found, lost), ([&plain[..2 * block], b"\0\n"].concat(), 1));
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
