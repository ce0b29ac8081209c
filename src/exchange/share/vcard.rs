//! A person as a vCard for others: version 3.0 (RFC 2426), which phones understand best.
//!
//! Invariant: nothing stands in it but what came through the gate; no id, no date of the book, no picture
//! (`suite::share::a_vcard_is_read_by_others_and_holds_only_what_is_allowed`).

use calcard::vcard::{
    VCard, VCardEntry, VCardLevel, VCardParameter, VCardParameterName, VCardParameterValue, VCardProperty,
    VCardType, VCardValue, VCardVersion,
};

use super::clean::{clean, one_line};
use super::person::{Shareable, value_of};
use super::sieve::{Kind, day_text};
use crate::model::ExpertiseLevel;

impl Shareable {
    /// The person as a vCard.
    pub fn vcard(&self) -> String {
        let contact = &self.contact;
        let name = &contact.name;
        let mut card = VCard { entries: Vec::new() };
        let mut put = |property: VCardProperty, params: Vec<VCardParameter>, values: Vec<&str>| {
            let values: Vec<VCardValue> =
                values.into_iter().map(|value| VCardValue::Text(clean(value))).collect();
            card.entries.push(VCardEntry { group: None, name: property, params, values });
        };
        let shown = Some(self.name()).filter(|name| !name.is_empty());
        let shown = shown.unwrap_or_else(|| self.texts.share_nameless().to_owned());
        put(VCardProperty::Fn, Vec::new(), vec![&shown]);
        put(
            VCardProperty::N,
            Vec::new(),
            vec![&name.family, &name.given, &name.additional, &name.prefix, &name.suffix],
        );
        for (property, reading) in
            [("X-PHONETIC-LAST-NAME", &name.family_reading), ("X-PHONETIC-FIRST-NAME", &name.given_reading)]
        {
            if !reading.is_empty() {
                put(VCardProperty::Other(property.to_owned()), Vec::new(), vec![reading]);
            }
        }
        if !name.nickname.is_empty() {
            put(VCardProperty::Nickname, Vec::new(), vec![&name.nickname]);
        }
        let affiliation = contact.affiliations.first();
        if let Some(organization) = &self.organization {
            let department = affiliation.map_or("", |affiliation| affiliation.department.as_str());
            let mut parts = vec![organization.name.as_str()];
            parts.extend(Some(department).filter(|department| !department.is_empty()));
            put(VCardProperty::Org, Vec::new(), parts);
        }
        if let Some(affiliation) = affiliation.filter(|affiliation| !affiliation.title.is_empty()) {
            put(VCardProperty::Title, Vec::new(), vec![&affiliation.title]);
        }
        for mail in &contact.emails {
            let mut params = vec![VCardParameter {
                name: VCardParameterName::Type,
                value: VCardParameterValue::Text("INTERNET".to_owned()),
            }];
            params.extend(label(&mail.label));
            put(VCardProperty::Email, params, vec![&mail.value]);
        }
        for phone in &contact.phones {
            put(VCardProperty::Tel, label(&phone.label), vec![&phone.value]);
        }
        for address in &contact.addresses {
            let street = one_line(&address.street);
            let parts =
                vec!["", "", &street, &address.city, &address.region, &address.postal_code, &address.country];
            put(VCardProperty::Adr, label(&address.label), parts);
        }
        if affiliation.is_some()
            && contact.addresses.is_empty()
            && let Some(city) = self
                .organization
                .as_ref()
                .map(|organization| organization.city.as_str())
                .filter(|city| !city.is_empty())
        {
            put(VCardProperty::Adr, vec![of_type(VCardType::Work)], vec!["", "", "", city, "", "", ""]);
        }
        let mut pages = std::collections::BTreeSet::new();
        let website = self.organization.iter().map(|organization| organization.website.as_str());
        for link in contact
            .links
            .iter()
            .map(|link| link.value.as_str())
            .chain(website)
            .filter(|link| !link.is_empty() && pages.insert(value_of(Kind::Link, link)))
        {
            put(VCardProperty::Url, Vec::new(), vec![link]);
        }
        if let Some(day) = contact.human.birthday {
            put(VCardProperty::Bday, Vec::new(), vec![&day_text(day)]);
        }
        for expertise in &contact.expertise {
            let level = match expertise.level {
                ExpertiseLevel::Unknown => None,
                ExpertiseLevel::Beginner => Some(VCardLevel::Beginner),
                ExpertiseLevel::Average => Some(VCardLevel::Average),
                ExpertiseLevel::Expert => Some(VCardLevel::Expert),
            };
            let level = level.map(|level| VCardParameter {
                name: VCardParameterName::Level,
                value: VCardParameterValue::Level(level),
            });
            put(VCardProperty::Expertise, level.into_iter().collect(), vec![&expertise.what]);
        }
        // RFC 6715, as EXPERTISE is.
        for (property, values) in [
            (VCardProperty::Interest, &contact.human.interests),
            (VCardProperty::Hobby, &contact.human.hobbies),
        ] {
            for value in values {
                put(property.clone(), Vec::new(), vec![value]);
            }
        }
        let note = self.note();
        if !note.is_empty() {
            put(VCardProperty::Note, Vec::new(), vec![&note]);
        }
        let mut text = String::new();
        // Writing into memory cannot fail.
        if card.write_to(&mut text, VCardVersion::V3_0).is_err() {
            text.clear();
        }
        text
    }

    /// The comment, and what has no property of its own.
    fn note(&self) -> String {
        let mut parts: Vec<String> = Vec::new();
        parts.extend(Some(self.comment.clone()).filter(|comment| !comment.is_empty()));
        for line in self.allowed() {
            use Kind::{Avoids, Enjoys, Gifts, Home, Impression, Offer, People, Problem, Starters};
            if matches!(
                line.kind,
                Offer | Problem | Home | People | Enjoys | Avoids | Gifts | Starters | Impression
            ) {
                parts.push(self.texts.share_line(&line.value, &line.kind.words(&self.texts)));
            }
        }
        parts.join("\n")
    }
}

fn of_type(kind: VCardType) -> VCardParameter {
    VCardParameter { name: VCardParameterName::Type, value: VCardParameterValue::Type(kind) }
}

fn label(label: &str) -> Vec<VCardParameter> {
    let kind = match label {
        "work" => VCardType::Work,
        "home" => VCardType::Home,
        "mobile" => VCardType::Cell,
        "fax" => VCardType::Fax,
        _ => return Vec::new(),
    };
    vec![of_type(kind)]
}
