//! New values of single fields of a person or an organization, as edits carry them.

use std::collections::BTreeSet;

use crate::model::*;

/// A new value of one field of a contact.
#[derive(Debug, Clone, PartialEq)]
#[expect(missing_docs, reason = "the variants are the fields of `Contact`, documented there")]
pub enum ContactField {
    Name(PersonName),
    Phones(Vec<Labelled>),
    Emails(Vec<Labelled>),
    Addresses(Vec<Address>),
    Links(Vec<Labelled>),
    Custom(Vec<Labelled>),
    Languages(Vec<String>),
    Help(String),
    Expertise(Vec<Expertise>),
    ProblemsSolved(Vec<String>),
    Offers(Vec<String>),
    Needs(Vec<Need>),
    Research(Vec<ResearchNote>),
    OwnWords(String),
    Human(HumanSide),
    Notes(String),
    Tags(BTreeSet<String>),
    Portrait(Option<Id<Attachment>>),
    Cadence(Option<Cadence>),
    Formality(Option<Formality>),
    OtherNames(Vec<String>),
    OtherPortraits(Vec<Id<Attachment>>),
    NotTheSameAs(BTreeSet<Id<Contact>>),
}

impl ContactField {
    /// Name of the field, by which typing is joined to one step.
    pub fn key(&self) -> &'static str {
        match self {
            Self::Name(_) => "name",
            Self::Phones(_) => "phones",
            Self::Emails(_) => "emails",
            Self::Addresses(_) => "addresses",
            Self::Links(_) => "links",
            Self::Custom(_) => "custom",
            Self::Languages(_) => "languages",
            Self::Help(_) => "help",
            Self::Expertise(_) => "expertise",
            Self::ProblemsSolved(_) => "problems_solved",
            Self::Offers(_) => "offers",
            Self::Needs(_) => "needs",
            Self::Research(_) => "research",
            Self::OwnWords(_) => "own_words",
            Self::Human(_) => "human",
            Self::Notes(_) => "notes",
            Self::Tags(_) => "tags",
            Self::Portrait(_) => "portrait",
            Self::Cadence(_) => "cadence",
            Self::Formality(_) => "formality",
            Self::OtherNames(_) => "other_names",
            Self::OtherPortraits(_) => "other_portraits",
            Self::NotTheSameAs(_) => "not_the_same_as",
        }
    }
}

/// A new value of one field of an organization; its name changes by [`Edit::RenameOrganization`].
#[derive(Debug, Clone, PartialEq)]
#[expect(missing_docs, reason = "the variants are the fields of `Organization`, documented there")]
pub enum OrganizationField {
    Reading(String),
    Latin(String),
    FormerNames(Vec<String>),
    City(String),
    Website(String),
    Notes(String),
}

impl OrganizationField {
    /// Name of the field, by which typing is joined to one step.
    pub fn key(&self) -> &'static str {
        match self {
            Self::Reading(_) => "reading",
            Self::Latin(_) => "latin",
            Self::FormerNames(_) => "former_names",
            Self::City(_) => "city",
            Self::Website(_) => "website",
            Self::Notes(_) => "notes",
        }
    }
}
