//! What every invented book must hold, whatever its size and seed.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Debug;

use chrono::{Datelike as _, Weekday};

use super::*;
use crate::model::*;

/// A Wednesday, a Sunday, a Monday, a leap day and a new year's day.
const TODAYS: [&str; 5] = ["2026-10-14", "2026-11-22", "2026-11-23", "2028-02-29", "2027-01-01"];

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn spec(contacts: usize, seed: u64, today: &str) -> DemoSpec {
    DemoSpec { contacts, seed, today: day(today), images: ImagePlan::None }
}

fn book(contacts: usize, seed: u64, today: &str) -> Book {
    make(&spec(contacts, seed, today)).unwrap().book
}

/// Says which of `wanted` is missing.
fn missing<T: PartialEq + Debug>(wanted: impl IntoIterator<Item = T>, found: &[T]) -> Vec<T> {
    wanted.into_iter().filter(|one| !found.contains(one)).collect()
}

#[test]
fn nothing_dangles_at_any_size() {
    for contacts in [0, 1, 2, 3, 10, 29, 30, 60, 250, 2000] {
        for today in TODAYS {
            let book = book(contacts, 1, today);
            assert_eq!(book.contacts.len(), contacts, "people of {contacts}");
            assert_eq!(book.dangling(), [], "links of {contacts}");
            assert!(book.header.is_demo && book.places.is_empty());
        }
    }
}

#[test]
fn the_same_seed_gives_the_same_book_and_bytes() {
    let small = DemoSpec { images: ImagePlan::Newest(5), ..spec(40, 3, "2026-10-14") };
    let first = make(&small).unwrap();
    assert!(first.images.len() >= 5);
    assert_eq!(first, make(&small).unwrap());
    assert_eq!(book(250, 3, "2026-10-14"), book(250, 3, "2026-10-14"));
    assert_ne!(book(250, 3, "2026-10-14"), book(250, 4, "2026-10-14"));
}

#[test]
fn pictures_fit_their_records() {
    let demo = make(&DemoSpec { images: ImagePlan::All, ..spec(10, 2, "2026-10-14") }).unwrap();
    for card in demo.book.cards.values() {
        assert!(card.front.is_some(), "every card has a picture");
    }
    for image in &demo.images {
        let record = &demo.book.attachments[&image.attachment.id];
        assert_eq!(**record, image.attachment);
        assert!(record.is_well_formed());
        assert_eq!(record.bytes, image.png.len() as u64);
        assert_eq!(record.hash, blake3::hash(&image.png).to_hex().to_string());
        let picture = image::load_from_memory(&image.png).unwrap();
        assert_eq!((record.width, record.height), (picture.width(), picture.height()));
    }
    assert_eq!(demo.book.dangling(), []);
}

#[test]
fn some_people_have_a_portrait_of_their_own() {
    let demo = make(&DemoSpec { images: ImagePlan::Newest(60), ..spec(80, 2, "2026-10-14") }).unwrap();
    let portraits: Vec<_> = demo.book.contacts.values().filter_map(|contact| contact.portrait).collect();
    assert!((8..50).contains(&portraits.len()), "{}", portraits.len());
    let different: std::collections::BTreeSet<_> = portraits.iter().collect();
    assert_eq!(different.len(), portraits.len(), "no two of them look the same");
    assert!(book(80, 2, "2026-10-14").contacts.values().all(|contact| contact.portrait.is_none()));
}

#[test]
fn a_stop_stops_and_hands_back_its_reason() {
    let stopped = make_book(&spec(600, 1, "2026-10-14"), &mut |_, _| Err("enough"), &mut |_, _| Ok(()));
    assert!(matches!(stopped, Err(DemoError::Caller("enough"))));
    let full = make_book(
        &DemoSpec { images: ImagePlan::Newest(1), ..spec(3, 1, "2026-10-14") },
        &mut |_, _| Ok(()),
        &mut |_, _| Err("disk full"),
    );
    assert!(matches!(full, Err(DemoError::Caller("disk full"))));
}

#[test]
fn only_the_newest_cards_of_a_large_book_are_drawn() {
    assert_eq!(ImagePlan::Automatic.count(250, 250), 250);
    assert_eq!(ImagePlan::Automatic.count(9_000, 10_000), ImagePlan::MOST);
    assert_eq!(ImagePlan::Newest(9).count(4, 5), 4);
    assert_eq!(ImagePlan::All.count(9_000, 10_000), 9_000);
}

#[test]
fn every_state_of_every_record_occurs() {
    for seed in 1..13 {
        let book = book(250, seed, "2026-10-14");
        let events: Vec<Attendance> = book.events.values().map(|event| event.status).collect();
        assert_eq!(missing(Attendance::ALL, &events), [], "events");
        let others: Vec<Attendance> =
            book.events.values().flat_map(|event| event.participants.values().copied()).collect();
        assert_eq!(missing(Attendance::ALL, &others), [], "participants");
        let kinds: Vec<EncounterKind> = book.encounters.values().map(|record| record.kind).collect();
        assert_eq!(missing(EncounterKind::ALL, &kinds), [], "encounters");
        let replies: Vec<Reply> = book.encounters.values().map(|record| record.reply).collect();
        assert_eq!(missing([Reply::None, Reply::Once, Reply::Continuing], &replies), [], "replies");
        let favours: Vec<(FavourKind, bool)> = book
            .encounters
            .values()
            .flat_map(|record| record.favours.iter().map(|favour| (favour.kind, favour.given)))
            .collect();
        assert_eq!(
            missing(
                [
                    (FavourKind::Advice, true),
                    (FavourKind::Advice, false),
                    (FavourKind::Gift, true),
                    (FavourKind::Business, false)
                ],
                &favours
            ),
            []
        );
        let exchanges: Vec<Exchange> = book.cards.values().map(|card| card.exchange).collect();
        assert_eq!(missing(Exchange::ALL, &exchanges), [], "exchanges");
        let introductions: Vec<IntroductionState> =
            book.introductions.values().map(|record| record.state).collect();
        assert_eq!(missing(IntroductionState::ALL, &introductions), [], "introductions");
        let by_me = book.introductions.values().filter(|record| record.introducer == Party::Me).count();
        assert!(by_me > 10 && by_me + 10 < book.introductions.len());
        let referrals: Vec<ReferralState> = book.referrals.values().map(|record| record.state).collect();
        assert_eq!(missing(ReferralState::ALL, &referrals), [], "referrals");
        let outcomes: Vec<OutcomeKind> = book
            .referrals
            .values()
            .filter_map(|record| record.outcome.as_ref())
            .map(|outcome| outcome.kind)
            .collect();
        assert_eq!(
            missing([OutcomeKind::Talking, OutcomeKind::LedToWork, OutcomeKind::CameToNothing], &outcomes),
            []
        );
        let untold = book.referrals.values().filter(|record| record.owner_must_be_told()).count();
        assert_eq!(untold, 2, "owners not told yet");
        let open: Vec<FollowUpKind> =
            book.follow_ups.values().filter(|record| record.is_open()).map(|record| record.kind).collect();
        assert_eq!(missing(FollowUpKind::ALL, &open), [], "open follow-ups");
        let finished: Vec<FollowUpKind> = book
            .follow_ups
            .values()
            .filter(|record| matches!(record.state, FollowUpState::Done { .. }))
            .map(|record| record.kind)
            .collect();
        use FollowUpKind::{Amends, Birthday, Call, Meet, Message, Other, Review, ThankYou};
        assert_eq!(
            missing([ThankYou, Review, Call, Message, Meet, Amends, Birthday, Other], &finished),
            [],
            "done follow-ups"
        );
        assert!(book.follow_ups.values().any(|record| matches!(record.state, FollowUpState::Dropped { .. })));
        assert!(book.follow_ups.values().any(|record| !record.repeat.is_empty()));
        let verdicts: Vec<u8> = book
            .reviews
            .values()
            .map(|review| match review.verdict {
                Verdict::Deepen { .. } => 0,
                Verdict::Keep { .. } => 1,
                Verdict::LetGo => 2,
            })
            .collect();
        assert_eq!(missing(0..3, &verdicts), Vec::<u8>::new(), "verdicts");
        let places: Vec<u8> = book
            .cards
            .values()
            .map(|card| match card.whereabouts {
                Whereabouts::Unknown => 0,
                Whereabouts::Digital => 1,
                Whereabouts::StoredIn(_) => 2,
                Whereabouts::LentTo { .. } => 3,
                Whereabouts::PassedOnTo { .. } => 4,
                Whereabouts::Discarded { .. } => 5,
            })
            .collect();
        assert_eq!(missing(0..6, &places), Vec::<u8>::new(), "whereabouts");
        assert!(book.relationships.values().map(|record| &record.kind).collect::<BTreeSet<_>>().len() >= 12);
        assert_eq!(book.cards.values().filter(|card| card.contact.is_none()).count(), 12, "the pile");
        assert_eq!(book.circles.len(), 5);
        let count =
            |test: fn(&Contact) -> bool| book.contacts.values().filter(|contact| test(contact)).count();
        assert!(count(|contact| contact.circles.len() > 1) > 20, "overlapping circles");
        assert!(count(|contact| contact.only_mentioned) >= 3);
        assert!(count(|contact| contact.archived.is_some()) >= 3);
        assert_eq!(book.trash.len(), 1, "somebody was deleted last week");
        assert!(count(|contact| contact.affiliations.len() > 1) >= 4, "job changes");
        let leap =
            |contact: &Contact| contact.human.birthday.is_some_and(|date| (date.month, date.day) == (2, 29));
        assert!(count(leap) >= 1);
        assert!(count(|contact| !contact.human.starters.is_empty()) > 120);
        assert!(count(|contact| !contact.help.is_empty()) > 150);
    }
}

#[test]
fn today_shows_what_a_busy_day_holds() {
    for today in TODAYS {
        let book = book(250, 1, today);
        let today = day(today);
        let open: Vec<_> = book.follow_ups.values().filter(|record| record.is_open()).collect();
        let fetches = open.iter().filter(|record| record.fetches.is_some()).count();
        assert_eq!(fetches, 2, "lent cards that are to be back on a day");
        let overdue: Vec<_> =
            open.iter().filter(|record| record.due_on < today && record.fetches.is_none()).collect();
        assert_eq!(overdue.len(), 3, "overdue on {today}: {overdue:#?}");
        let due = |kind: FollowUpKind, on: NaiveDate| {
            open.iter().filter(|record| record.kind == kind && record.due_on == on).count()
        };
        assert_eq!(due(FollowUpKind::ThankYou, today), 3);
        assert_eq!(due(FollowUpKind::ThankYou, today.succ_opt().unwrap()), 3);
        assert!((2..=4).contains(&due(FollowUpKind::Review, today)), "reviews on {today}");
        assert_eq!(due(FollowUpKind::TellOwner, today), 1);
        assert_eq!(due(FollowUpKind::Call, today), 1);
        assert_eq!(due(FollowUpKind::Meet, today), 1);
        let index = crate::index::Index::rebuild(&book);
        assert!(index.untouched.len() >= 3, "cards with which nothing was done yet");
        assert!(index.loans().first().is_some_and(|loan| loan.is_overdue(today)), "a lent card is late");
        let thanked =
            book.encounters.values().filter(|record| record.on == today && record.is_thank_you).count();
        assert_eq!(thanked, 5, "thanked this morning");
        let virtual_only = {
            let index = crate::index::Index::rebuild(&book);
            book.contacts.keys().filter(|id| crate::index::is_virtual_only(&book, &index, **id)).count()
        };
        assert!(virtual_only >= 3);
        // The coming three weeks have something on most working days, and no day is a wall.
        let mut per_day: BTreeMap<NaiveDate, usize> = BTreeMap::new();
        for record in &open {
            *per_day.entry(record.due_on).or_default() += 1;
        }
        let busy = (1..=21).filter(|days| per_day.contains_key(&desk::shift(today, *days))).count();
        assert!(busy >= 12, "{busy} busy days after {today}");
        assert!((1..=40).all(|days| per_day.get(&desk::shift(today, days)).is_none_or(|count| *count <= 14)));
    }
}

#[test]
fn nothing_happens_before_people_met() {
    for contacts in [10, 250, 2000] {
        let book = book(contacts, 5, "2026-10-14");
        let met: BTreeMap<Id<Contact>, NaiveDate> =
            book.contacts.values().map(|contact| (contact.id, contact.created_at.date_naive())).collect();
        for encounter in book.encounters.values() {
            assert!(!encounter.contacts.is_empty());
            for contact in &encounter.contacts {
                assert!(encounter.on >= met[contact], "{encounter:?}");
            }
        }
        let waiting: BTreeSet<Id<Card>> =
            crate::index::Index::rebuild(&book).whole_pile().into_iter().collect();
        for card in book.cards.values() {
            let Some(contact) = card.contact else { continue };
            assert_eq!(card.received_on, Some(met[&contact]));
            if let Some(event) = card.event.map(|id| &book.events[&id]) {
                let on = card.received_on.unwrap();
                assert!(event.starts_on.unwrap() <= on && on <= event.last_day().unwrap());
                assert_eq!(event.status, Attendance::Attended);
            }
            assert!(card.impressions.is_sorted_by_key(|thought| thought.on));
            // Only a card with which nothing was done yet has no first impression, and every such card.
            let first = card.impressions.first().map(|thought| thought.on);
            let waits = waiting.contains(&card.id);
            assert_eq!(first, card.received_on.filter(|_| !waits), "{card:?}");
        }
        for referral in book.referrals.values() {
            let on = referral.steps.first().unwrap().on;
            assert!(on >= met[&referral.subject], "{referral:?}");
            for party in [referral.giver, referral.recipient].into_iter().filter_map(Party::contact) {
                assert!(on >= met[&party], "{referral:?}");
            }
            assert!(referral.steps.is_sorted_by_key(|step| step.on));
            assert_eq!(referral.steps.last().map(|step| step.state), Some(referral.state));
            assert_ne!(referral.giver, referral.recipient);
            assert_ne!(referral.recipient, Party::Contact(referral.subject));
        }
        for record in book.introductions.values() {
            assert!(
                record
                    .parties()
                    .into_iter()
                    .filter_map(Party::contact)
                    .all(|id| record.on.unwrap() >= met[&id]),
                "{record:?}"
            );
            assert_eq!(record.parties().into_iter().collect::<BTreeSet<_>>().len(), 3, "{record:?}");
        }
        for review in book.reviews.values() {
            assert!(review.on >= met[&review.contact]);
        }
    }
}

#[test]
fn nothing_lies_in_the_future_but_plans() {
    for today in TODAYS {
        let book = book(250, 7, today);
        let today = day(today);
        assert!(book.encounters.values().all(|record| record.on <= today));
        assert!(book.reviews.values().all(|record| record.on < today));
        assert!(book.introductions.values().all(|record| record.on < Some(today)));
        assert!(book.referrals.values().flat_map(|record| &record.steps).all(|step| step.on < today));
        assert!(book.cards.values().all(|card| card.received_on <= Some(today)));
        assert!(book.cards.values().flat_map(|card| &card.impressions).all(|thought| thought.on <= today));
        let limit = today.and_hms_opt(10, 30, 0).unwrap().and_utc();
        assert!(
            book.contacts
                .values()
                .all(|record| record.created_at <= record.updated_at && record.updated_at <= limit)
        );
        assert!(
            book.follow_ups
                .values()
                .all(|record| record.created_at <= record.updated_at && record.updated_at <= limit)
        );
        for follow_up in book.follow_ups.values() {
            match &follow_up.state {
                FollowUpState::Done { on, .. } | FollowUpState::Dropped { on, .. } => assert!(*on <= today),
                FollowUpState::Open => {}
            }
        }
        for event in book.events.values() {
            let planned = event.status == Attendance::Planned;
            assert_eq!(planned, event.starts_on > Some(today), "{}", event.title);
        }
        for contact in book.contacts.values() {
            for affiliation in &contact.affiliations {
                assert!(affiliation.until <= Some(today) && affiliation.from.unwrap_or_default() <= today);
            }
            assert!(
                contact
                    .needs
                    .iter()
                    .all(|need| need.opened_on <= Some(today) && need.closed_on <= Some(today))
            );
            assert!(
                contact
                    .needs
                    .iter()
                    .all(|need| need.closed_on.is_none_or(|closed| Some(closed) >= need.opened_on))
            );
        }
    }
}

#[test]
fn working_events_are_on_working_days() {
    for today in TODAYS {
        let book = book(250, 2, today);
        let weekend = ["Food & Craft Supper", "Workshop Open Day", "Neighbours' Long Table"];
        for event in book.events.values().filter(|event| !weekend.contains(&event.title.as_str())) {
            let mut on = event.starts_on.unwrap();
            while on <= event.last_day().unwrap() {
                assert!(!matches!(on.weekday(), Weekday::Sat | Weekday::Sun), "{} on {on}", event.title);
                on = on.succ_opt().unwrap();
            }
        }
    }
}

#[test]
fn a_large_book_stays_as_dense_as_a_small_one() {
    for contacts in [250, 2000] {
        let book = book(contacts, 1, "2026-10-14");
        let edges = book.relationships.len() + book.introductions.len() + book.referrals.len();
        let share = |count: usize| count as f64 / contacts as f64;
        assert!((1.5..3.2).contains(&share(edges)), "{} edges a person", share(edges));
        assert!(
            (2.2..4.2).contains(&share(book.encounters.len())),
            "{} encounters a person",
            share(book.encounters.len())
        );
        let mut ends: BTreeMap<Id<Contact>, usize> = BTreeMap::new();
        for tie in book.relationships.values() {
            *ends.entry(tie.from).or_default() += 1;
            *ends.entry(tie.to).or_default() += 1;
        }
        assert!(ends.values().max().is_some_and(|most| *most >= 10), "no hubs");
        let inside = book.relationships.values().filter(|tie| {
            let (from, to) = (&book.contacts[&tie.from], &book.contacts[&tie.to]);
            from.circles.intersection(&to.circles).next().is_some()
        });
        assert!(inside.count() * 10 > book.relationships.len() * 6, "ties stay inside circles");
    }
}

/// Prints sixty cards for the eye into the folder named by `CARDLOOM_CONTACT_SHEET`.
#[test]
#[ignore = "prints pictures for the eye"]
fn sixty_cards() {
    let Some(folder) = std::env::var_os("CARDLOOM_CONTACT_SHEET").map(std::path::PathBuf::from) else {
        return;
    };
    let demo = make(&DemoSpec { images: ImagePlan::Newest(60), ..spec(250, 1, "2026-10-14") }).unwrap();
    let mut sheet = image::RgbImage::from_pixel(8 * 312, 9 * 204, image::Rgb([205, 203, 198]));
    for (number, picture) in demo.images.iter().take(72).enumerate() {
        let card = image::load_from_memory(&picture.png).unwrap().thumbnail(304, 196).to_rgb8();
        let (column, row) = (number as i64 % 8, number as i64 / 8);
        image::imageops::replace(&mut sheet, &card, column * 312 + 4, row * 204 + 4);
    }
    sheet.save(folder.join("sheet.png")).unwrap();
    for contact in demo.book.contacts.values().rev().take(60) {
        println!(
            "{} | {} | {:?} | {:?}",
            contact.display_name(),
            contact.help,
            contact.phones,
            contact.human
        );
    }
    for card in demo.book.cards.values().rev().take(80) {
        println!("{:?}", card.impressions);
    }
}
