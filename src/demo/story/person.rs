//! The records of one person: contact, organization, impressions, where the card is.
//!
//! It must not know events or what happens later.

use std::collections::BTreeSet;

use chrono::NaiveDate;

use super::crowd::{Source, column, voice};
use super::desk::{Desk, shift};
use super::lines::{self, Tongue, fill};
use super::stage::{BUSINESS, FOOD, FRIENDS, MAKERS, MEDTECH, Stage};
use crate::demo::face::{CardFace, CardLanguage, Trade};
use crate::demo::people::Person;
use crate::demo::rng::Rng;
use crate::model::{
    Address, Affiliation, Circle, Contact, Exchange, Expertise, ExpertiseLevel, HumanSide, Id, Impression,
    Labelled, Need, Organization, PersonName, ResearchNote, Storage, Whereabouts, YearlessDate,
};

pub(super) fn organization(desk: &mut Desk, person: &Person, on: NaiveDate) -> Id<Organization> {
    let at = desk.moment(on, 17, 0);
    let id = desk.fresh(at);
    desk.put(Organization {
        id,
        name: person.company.clone(),
        latin: person.company_latin.clone(),
        city: person.city.clone(),
        website: if person.url.is_empty() { String::new() } else { format!("https://{}", person.url) },
        created_at: at,
        updated_at: at,
        ..Organization::default()
    })
}

pub(super) fn recognized(face: &CardFace) -> String {
    let mut lines = vec![face.company.clone(), face.name.clone(), face.role_line(), face.address_line()];
    lines.extend(face.contact_lines());
    lines.retain(|line| !line.is_empty());
    lines.join("\n")
}

pub(super) fn impressions(
    desk: &Desk,
    person: &Person,
    met: NaiveDate,
    bond: usize,
    column: usize,
    dice: &mut Rng,
) -> Vec<Impression> {
    let mut list = vec![Impression { on: met, text: person.impression.clone() }];
    let age = (desk.today - met).num_days();
    let mut later = 25;
    while age > later && list.len() < 3 && dice.chance(16 + 14 * bond as u32) {
        let on = shift(met, dice.range(later, (later + 60).min(age - 1)));
        let voice = voice(column, dice);
        list.push(Impression { on, text: fill(dice.pick(&lines::LATER), voice, "") });
        later += 120;
    }
    list
}

pub(super) fn whereabouts(
    stage: &Stage,
    person: &Person,
    exchange: Exchange,
    newest: bool,
    dice: &mut Rng,
) -> Whereabouts {
    if exchange == Exchange::Digital {
        return Whereabouts::Digital;
    }
    if newest {
        return if dice.chance(70) { Whereabouts::StoredIn(stage.storages[7]) } else { Whereabouts::Unknown };
    }
    let place: Option<Id<Storage>> = match person.trade {
        _ if dice.chance(22) => None,
        Trade::Medicine => Some(stage.storages[5]),
        Trade::Craft | Trade::Machinery => Some(stage.storages[6]),
        _ if person.language == CardLanguage::Japanese => Some(stage.storages[4]),
        _ => Some(stage.storages[1 + dice.below(2)]),
    };
    place.map_or(Whereabouts::Unknown, Whereabouts::StoredIn)
}

pub(super) fn contact(
    desk: &mut Desk,
    stage: &Stage,
    person: &Person,
    id: Id<Contact>,
    affiliations: Vec<Affiliation>,
    (circle, source, bond, met): (usize, Source, usize, NaiveDate),
    dice: &mut Rng,
) -> Contact {
    let created_at = desk.moment(met, 17, 0);
    let column = column(person.language);
    let mentioned = source == Source::Mentioned;
    let known = !mentioned;
    let field = person.expertise.first().map_or("", String::as_str);
    let mut needs = Vec::new();
    for what in person.needs.iter().filter(|_| known) {
        let opened_on = shift(met, dice.range(0, 20)).min(desk.day(-1));
        let open_days = (desk.today - opened_on).num_days();
        let closed_on =
            (open_days > 60 && dice.chance(22)).then(|| shift(opened_on, dice.range(30, open_days - 10)));
        needs.push(Need {
            id: desk.fresh(created_at),
            what: what.clone(),
            opened_on: Some(opened_on.max(met)),
            closed_on,
        });
    }
    let joined = |first: &str, second: &str| {
        [first, second].iter().filter(|part| !part.is_empty()).copied().collect::<Vec<_>>().join(" ")
    };
    let separator = if column == 2 { "、" } else { ", " };
    let avoids = ["no ", "kein", "苦手", "lerg", "アレルギー"].iter().any(|word| person.food.contains(word));
    let human_known = known && dice.chance(55 + 12 * bond as u32);
    let mut enjoys = person.hobbies.clone();
    if !avoids {
        enjoys.push(person.food.clone());
    }
    let hobby = person.hobbies.first().map_or("", String::as_str);
    let human = if human_known {
        HumanSide {
            birthday: person.birthday.and_then(|(month, day)| {
                YearlessDate::new(dice.chance(40).then(|| dice.range(1955, 1998) as i32), month, day)
            }),
            home: if dice.chance(35) {
                format!("{}{}{}", person.city, if column == 2 { "" } else { ", " }, person.district)
            } else {
                String::new()
            },
            people: if dice.chance(70) { person.family_fact.clone() } else { String::new() },
            enjoys: enjoys.join(separator),
            hobbies: person.hobbies.clone(),
            interests: Vec::new(),
            avoids: if avoids { person.food.clone() } else { String::new() },
            gifts: String::new(),
            starters: fill(dice.pick(&lines::STARTERS), column, hobby),
        }
    } else {
        HumanSide::default()
    };
    let help = if mentioned {
        String::new()
    } else if let Some(need) = needs.iter().find(|need| need.closed_on.is_none()) {
        fill(dice.pick(&lines::HELP_NEED), voice(column, dice), &need.what)
    } else if dice.chance(60) {
        fill(dice.pick(&lines::HELP_FIELD), voice(column, dice), field)
    } else {
        String::new()
    };
    let research = if known && dice.chance(14 + 10 * bond as u32) {
        let days = (desk.today - met).num_days().max(1);
        vec![ResearchNote {
            text: fill(dice.pick(&lines::RESEARCH), voice(column, dice), field),
            source: (*dice.pick(&lines::SOURCES)).to_owned(),
            researched_on: Some(shift(met, dice.range(0, days - 1))),
        }]
    } else {
        Vec::new()
    };
    let mut circles: BTreeSet<Id<Circle>> = BTreeSet::new();
    if !dice.chance(4) {
        circles.insert(stage.circles[circle]);
        if dice.chance(17) {
            circles.insert(
                stage.circles
                    [*dice.weighted(&[(5, BUSINESS), (3, MAKERS), (2, FOOD), (2, MEDTECH), (2, FRIENDS)])],
            );
        }
        if bond == 3 {
            circles.insert(stage.circles[FRIENDS]);
        }
    }
    let mut expertise: Vec<Expertise> = Vec::new();
    for (at, what) in person.expertise.iter().enumerate() {
        let level = if at == 0 {
            ExpertiseLevel::Expert
        } else {
            *dice.pick(&[ExpertiseLevel::Unknown, ExpertiseLevel::Average, ExpertiseLevel::Beginner])
        };
        expertise.push(Expertise { what: what.clone(), level });
    }
    let take = |table: &[[&str; 3]], chance: u32, dice: &mut Rng| {
        let some = known && dice.chance(chance);
        let line = some.then(|| dice.try_pick(table)).flatten();
        line.map(|line| fill(line, column, field)).into_iter().collect::<Vec<String>>()
    };
    let offers = take(&lines::OFFERS, 55, dice);
    let problems_solved = take(&lines::PROBLEMS, 60, dice);
    // From dice of its own: what was drawn before stays as it was.
    let mut own = Rng::for_purpose(id.value() as u64, 0x0DD5);
    let own_words = if known && bond > 0 && own.chance(30) {
        fill(own.pick(&lines::OWN_WORDS), Tongue { own: column, chosen: column }, field)
    } else {
        String::new()
    };
    let notes =
        if mentioned { format!("{} {}", person.given, dice.pick(&lines::MENTIONED)) } else { String::new() };
    let email_label =
        if ["info@", "office@", "kontakt@"].iter().any(|shared| person.email.starts_with(shared)) {
            "other"
        } else {
            "work"
        };
    let mut phones = Vec::new();
    for (label, number) in [("work", &person.phone), ("mobile", &person.mobile)] {
        if known && !number.is_empty() {
            phones.push(Labelled::new(label, number));
        }
    }
    Contact {
        id,
        name: PersonName {
            family: person.family.clone(),
            given: person.given.clone(),
            family_reading: person.family_reading.clone(),
            given_reading: person.given_reading.clone(),
            latin: joined(&person.family_latin, &person.given_latin),
            ..PersonName::default()
        },
        affiliations,
        phones,
        emails: if known { vec![Labelled::new(email_label, &person.email)] } else { Vec::new() },
        addresses: if known {
            vec![Address {
                label: "work".to_owned(),
                street: if column == 2 {
                    format!("{}{}", person.district, person.street)
                } else {
                    person.street.clone()
                },
                city: person.city.clone(),
                postal_code: person.postal_code.clone(),
                country: person.country.clone(),
                ..Address::default()
            }]
        } else {
            Vec::new()
        },
        links: if known && !person.url.is_empty() {
            vec![Labelled::new("work", format!("https://{}", person.url))]
        } else {
            Vec::new()
        },
        languages: person.languages.clone(),
        help,
        expertise,
        problems_solved,
        offers,
        needs,
        research,
        own_words,
        human,
        notes,
        tags: tag_of(id).filter(|_| known).map(|tag| fill(tag, column, field)).into_iter().collect(),
        circles,
        only_mentioned: mentioned,
        created_at,
        updated_at: created_at,
        ..Contact::default()
    }
}

/// One person in three has a tag. It follows the id, so that the rest of the story stays as it was before there were tags.
fn tag_of(id: Id<Contact>) -> Option<&'static [&'static str; 3]> {
    let at = usize::try_from(id.value() % (3 * lines::TAGS.len() as u128)).ok()?;
    lines::TAGS.get(at)
}
