//! What the palette offers for a text: people, things to do, events, circles, views, choices.
//!
//! Owns which rows there are and in which order. Must not know how they are drawn. Start reading at [`find`].

use std::ops::Range;

use super::first::{begin_with, is_called};
use super::fuzzy::Fuzzy;
use crate::gui::command::{Action, Command, FollowUpDraft, MatchAsk, Route, Sheet};
use crate::gui::ctx::ViewCtx;
use crate::gui::theme::icons;
use crate::gui::views::mail_link;
use crate::gui::views::people::{name_of, shown_name, tidy, work_line};
use crate::index::{Field, Query, SearchResult};
use crate::model::{Contact, Event, Id};
use crate::quick::{BookNames, Sentence};
use crate::text::fold::{find_folded, fold};

/// So many people are offered.
pub(super) const PEOPLE: usize = 5;
/// So many events and circles.
const EVENTS: usize = 4;
/// So many commands beside other things; all of them behind `>`.
const COMMANDS: usize = 5;
/// Signs of a text around what was found in it.
const AROUND: usize = 70;
/// So many of the people looked at last while nothing is typed.
const EMPTY_PEOPLE: usize = 4;

/// The sections, in their order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Section {
    /// What is called just as it was typed, so far.
    First,
    People,
    Do,
    Events,
    Circles,
    Views,
    Settings,
}

/// What stands at the left of a row.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Picture {
    /// The card of a person.
    Card(Id<Contact>),
    /// A glyph.
    Icon(&'static str),
    /// The colour of a circle.
    Dot(u8),
}

/// What a row is about, for the actions behind Tab.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Subject {
    /// A person.
    Person(Id<Contact>),
    /// An event.
    Event(Id<Event>),
    /// A command, which is remembered when it is done.
    Action(Action),
    /// Nothing with actions of its own.
    None,
}

/// A text with the bytes that fit what was typed.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Marked {
    /// The text.
    pub text: String,
    /// What fits, in order.
    pub marks: Vec<Range<usize>>,
}

impl Marked {
    pub(super) fn plain(text: impl Into<String>) -> Self {
        Self { text: text.into(), marks: Vec::new() }
    }
}

/// One row.
#[derive(Debug, Clone, PartialEq)]
pub struct Row {
    /// Under which heading.
    pub section: Section,
    /// At the left.
    pub picture: Picture,
    /// The first line.
    pub title: Marked,
    /// The second line.
    pub detail: Marked,
    /// The key that does the same.
    pub key: Option<String>,
    /// What Enter asks for.
    pub asks: Vec<Command>,
    /// What it is about.
    pub subject: Subject,
}

/// What was found.
#[derive(Debug, Clone, Default)]
pub struct Found {
    /// The rows.
    pub rows: Vec<Row>,
    /// How many there are altogether, the people beyond the best ones included.
    pub hits: usize,
}

/// Returns what is offered for a text. `recent` are commands done lately, the last one first.
pub fn find(ctx: &ViewCtx<'_>, typed: &str, recent: &[Action], fuzzy: &mut Fuzzy) -> Found {
    let typed = typed.trim();
    let mut found = Found::default();
    let mut finder = Finder { ctx, fuzzy, found: &mut found };
    match typed.chars().next() {
        None => finder.useful(recent),
        Some('>' | '＞') => finder.commands(typed.trim_start_matches(['>', '＞']).trim(), usize::MAX),
        Some('#' | '＃') => finder.events_named(typed.trim_start_matches(['#', '＃']).trim()),
        Some('@' | '＠') => finder.people_named(typed.trim_start_matches(['@', '＠']).trim()),
        Some(_) => finder.everything(typed),
    }
    found.rows.sort_by_key(|row| row.section);
    found
}

struct Finder<'a, 'c> {
    ctx: &'a ViewCtx<'c>,
    fuzzy: &'a mut Fuzzy,
    found: &'a mut Found,
}

impl Finder<'_, '_> {
    fn everything(&mut self, typed: &str) {
        let Some(result) = self.look_up(typed) else {
            self.commands(typed, COMMANDS);
            return self.circles(typed);
        };
        self.sentence(typed);
        self.people(&result);
        self.for_the_best(&result, typed);
        let before = self.found.rows.len();
        self.commands(typed, COMMANDS);
        if !is_called(self.ctx, &result, typed) {
            begin_with(&mut self.found.rows[before..], typed);
        }
        self.events(&result);
        self.circles(typed);
        self.who_helps(typed);
    }

    /// What was typed may be what somebody looks for.
    fn who_helps(&mut self, typed: &str) {
        let ctx = self.ctx;
        if ctx.book.contacts.is_empty() || typed.chars().count() < 3 || crate::index::says_nothing(typed) {
            return;
        }
        let ask = MatchAsk::Text(typed.to_owned());
        self.put(Row {
            section: Section::Do,
            picture: Picture::Icon(icons::PUZZLE_PIECE),
            title: Marked::plain(tidy(&ctx.texts.matching_who_helps_with(typed))),
            detail: Marked::default(),
            key: None,
            asks: vec![Command::Open(Sheet::Matches(ask))],
            subject: Subject::Action(Action::WhoHelps),
        });
        self.found.hits += 1;
    }

    /// What a text finds; nothing while the search is being prepared, the field says so.
    fn look_up(&self, typed: &str) -> Option<SearchResult> {
        let index = self.ctx.index;
        index.is_search_ready().then(|| index.find(&Query::parse(typed), self.ctx.today))
    }

    /// A line that tells of a meeting can be logged as it stands.
    fn sentence(&mut self, typed: &str) {
        let ctx = self.ctx;
        let selected = ctx.selection.contacts();
        let names = BookNames::new(ctx.book, ctx.index, &selected);
        let sentence = Sentence::read(typed, ctx.today, ctx.texts.locale(), &names);
        if !ctx.writable
            || !sentence.is_likely()
            || typed.split_whitespace().nth(1).is_none() && typed.chars().count() < 7
        {
            return;
        }
        let texts = ctx.texts;
        let mut told: Vec<String> = Vec::new();
        if let Some(kind) = sentence.kind {
            told.push(crate::gui::views::words::encounter_label(kind, texts).to_owned());
        }
        for person in &sentence.people {
            told.push(match person.who {
                crate::quick::Who::Known(id) => name_of(ctx.book, texts, id),
                _ => format!("{}?", tidy(&person.said)),
            });
        }
        told.extend(match sentence.on {
            _ if !sentence.no_day.is_empty() => Some(texts.log_no_day(&tidy(&sentence.no_day))),
            on => on.map(|on| texts.relative_day(on, ctx.today)),
        });
        told.extend(sentence.topics.iter().map(|topic| tidy(topic)));
        if let Some(next) = &sentence.next {
            let due = next.due_on.unwrap_or_else(|| crate::quick::next_step_day(ctx.today));
            let when = match next.no_day.as_str() {
                "" => texts.relative_day(due, ctx.today),
                said => texts.log_no_day(&tidy(said)),
            };
            told.push(format!("→ {when}"));
        }
        let line = typed.to_owned();
        self.put(Row {
            section: Section::People,
            picture: Picture::Icon(icons::NOTE_PENCIL),
            title: Marked::plain(texts.palette_log_line()),
            detail: Marked::plain(told.join(" · ")),
            key: None,
            asks: vec![Command::Open(Sheet::LogLine { line, contacts: selected })],
            subject: Subject::Action(Action::LogEncounter),
        });
        self.found.hits += 1;
    }

    fn put(&mut self, row: Row) {
        self.found.rows.push(row);
    }

    // ---- People ---------------------------------------------------------------------------------------------------

    fn people_named(&mut self, typed: &str) {
        if typed.is_empty() {
            return self.recent_people(PEOPLE * 2);
        }
        if let Some(result) = self.look_up(typed) {
            self.people_up_to(&result, PEOPLE * 3);
        }
    }

    fn people(&mut self, result: &SearchResult) {
        self.people_up_to(result, PEOPLE);
    }

    fn people_up_to(&mut self, result: &SearchResult, most: usize) {
        let ctx = self.ctx;
        self.found.hits += result.count();
        for id in result.ranked().iter().take(most) {
            let Some(contact) = ctx.book.get(*id) else { continue };
            let name = shown_name(contact, ctx.texts);
            let marks = result.marks(Field::Name, &name);
            let detail = if marks.is_empty() { self.reason(result, contact) } else { None };
            let detail = detail.unwrap_or_else(|| {
                let work = work_line(ctx.book, contact);
                let marks = result.marks(Field::Organization, &work);
                Marked { text: work, marks }
            });
            self.put(person_row(ctx, *id, Marked { text: name, marks }, detail));
        }
    }

    /// Why somebody was found whose shown name does not say it.
    fn reason(&self, result: &SearchResult, contact: &Contact) -> Option<Marked> {
        let reasons = result.reasons(self.ctx.index, contact.id);
        let reason = reasons.into_iter().next()?;
        let around = around(&reason.text, &reason.marks);
        let field = field_label(reason.field, self.ctx);
        let shift = field.len() + " · ".len();
        let marks = around.marks.iter().map(|mark| mark.start + shift..mark.end + shift).collect();
        Some(Marked { text: format!("{field} · {}", around.text), marks })
    }

    fn recent_people(&mut self, most: usize) {
        let ctx = self.ctx;
        let trail = ctx.selection.trail.iter().rev();
        let known = trail.filter_map(|id| ctx.book.get(*id)).filter(|contact| contact.archived.is_none());
        for contact in known.take(most) {
            let name = Marked::plain(shown_name(contact, ctx.texts));
            let work = Marked::plain(work_line(ctx.book, contact));
            self.put(person_row(ctx, contact.id, name, work));
        }
    }

    /// What can be done with the best of the people found, and with all of them.
    fn for_the_best(&mut self, result: &SearchResult, typed: &str) {
        let ctx = self.ctx;
        let texts = ctx.texts;
        let Some(best) = result.ranked().first().copied() else { return };
        if ctx.writable {
            let log = self::actions_of(ctx, Subject::Person(best)).into_iter();
            self.found.rows.extend(log.filter(|row| {
                matches!(row.asks.as_slice(), [Command::Open(Sheet::PassOn(_) | Sheet::LogEncounter { .. })])
            }));
        }
        if result.count() > 1 {
            let count = texts.palette_people(i64::try_from(result.count()).unwrap_or(i64::MAX));
            for (title, route) in [
                (texts.palette_show_in_cards(typed), Route::Cards),
                (texts.palette_show_in_network(typed), Route::Network),
            ] {
                self.put(Row {
                    section: Section::Do,
                    picture: Picture::Icon(route.icon()),
                    title: Marked::plain(tidy(&title)),
                    detail: Marked::plain(count.clone()),
                    key: None,
                    asks: vec![Command::Find(typed.to_owned(), route)],
                    subject: Subject::None,
                });
            }
        }
    }

    // ---- Commands -------------------------------------------------------------------------------------------------

    fn commands(&mut self, typed: &str, most: usize) {
        let ctx = self.ctx;
        let mut fitting: Vec<(u32, Row)> = Vec::new();
        for action in Action::ALL.into_iter().filter(|action| action.is_offered(ctx)) {
            let label = action.label(ctx.texts);
            let Some(fit) = self.fuzzy.fit(typed, action, ctx.texts.locale()) else { continue };
            let title = Marked { text: label.to_owned(), marks: fit.marks };
            let mut row = action_row(ctx, action, title);
            if let Some(other) = fit.other {
                row.detail = Marked { text: other.0, marks: other.1 };
            }
            fitting.push((fit.score, row));
        }
        // First what is called just so, whatever it is; of two that fit alike the one that says less besides; of equal
        // ones the order of the table stays.
        let wanted = fold(typed);
        if let Some((score, row)) = fitting.iter_mut().find(|(_, row)| fold(&row.title.text) == wanted) {
            (*score, row.section) = (u32::MAX, Section::Do);
        }
        let besides = |row: &Row| if wanted.is_empty() { 0 } else { row.title.text.len() };
        fitting.sort_by_key(|(score, row)| (std::cmp::Reverse(*score), besides(row)));
        self.found.hits += fitting.len();
        self.found.rows.extend(fitting.into_iter().take(most).map(|(_, row)| row));
    }

    /// Nothing is typed: who was looked at, and what is done most often.
    fn useful(&mut self, recent: &[Action]) {
        let ctx = self.ctx;
        self.recent_people(EMPTY_PEOPLE);
        let with_people =
            [Action::LogEncounter, Action::AddFollowUp, Action::PassOn, Action::Introduce, Action::Mail];
        let useful = [
            Action::SortPile,
            Action::ClearTen,
            Action::AddCards,
            Action::NewContact,
            Action::AddEvent,
            Action::AddFollowUp,
        ];
        let selected = !ctx.selection.contacts().is_empty();
        let mut actions: Vec<Action> = Vec::new();
        let first = with_people.into_iter().filter(|_| selected);
        for action in first.chain(recent.iter().copied()).chain(useful) {
            if !actions.contains(&action) && action.is_offered(ctx) && actions.len() < 8 {
                actions.push(action);
            }
        }
        for action in actions {
            let row = action_row(ctx, action, Marked::plain(action.label(ctx.texts)));
            self.put(Row { section: Section::Do, ..row });
        }
        for route in Route::ALL.into_iter().filter(|route| *route != ctx.route) {
            let action = Action::Go(route);
            self.put(action_row(ctx, action, Marked::plain(action.label(ctx.texts))));
        }
        self.found.hits = self.found.rows.len();
    }

    // ---- Events and circles ---------------------------------------------------------------------------------------

    fn events_named(&mut self, typed: &str) {
        let ctx = self.ctx;
        if typed.is_empty() {
            let mut events: Vec<_> = ctx.book.events.values().collect();
            // What is near today stands first, whether it was or comes.
            events.sort_by_key(|event| {
                let days = event.starts_on.map(|day| day.signed_duration_since(ctx.today).num_days().abs());
                (days.unwrap_or(i64::MAX), event.id)
            });
            self.found.hits = events.len();
            for event in events.into_iter().take(EVENTS * 3) {
                self.put(event_row(ctx, event, Marked::plain(tidy(&event.title))));
            }
            return;
        }
        if let Some(result) = self.look_up(typed) {
            self.events_up_to(&result, EVENTS * 3);
        }
    }

    fn events(&mut self, result: &SearchResult) {
        self.events_up_to(result, EVENTS);
    }

    fn events_up_to(&mut self, result: &SearchResult, most: usize) {
        let ctx = self.ctx;
        if result.is_everything() {
            return;
        }
        let fitting = ctx.book.events.values().filter(|event| result.matches_event(event.id));
        let mut events: Vec<(bool, Marked, _)> = fitting
            .map(|event| {
                let title = tidy(&event.title);
                let marks = result.marks(Field::Event, &title);
                (marks.is_empty(), Marked { text: title, marks }, event)
            })
            .collect();
        events.sort_by_key(|(unmarked, _, event)| (*unmarked, std::cmp::Reverse(event.starts_on), event.id));
        self.found.hits += events.len();
        for (_, title, event) in events.into_iter().take(most) {
            self.put(event_row(ctx, event, title));
        }
    }

    fn circles(&mut self, typed: &str) {
        let ctx = self.ctx;
        let wanted = fold(typed);
        let mut circles: Vec<_> = ctx.book.circles.values().collect();
        circles.sort_by_key(|circle| (circle.order, circle.id));
        let mut fitting = Vec::new();
        for circle in circles {
            let name = tidy(&circle.name);
            let Some(mark) = find_folded(&name, &wanted) else { continue };
            let members = ctx.index.links.circle(circle.id).len();
            fitting.push(Row {
                section: Section::Circles,
                picture: Picture::Dot(circle.colour),
                title: Marked { text: name, marks: vec![mark] },
                detail: Marked::plain(ctx.texts.palette_people(i64::try_from(members).unwrap_or(i64::MAX))),
                key: None,
                asks: vec![Command::ShowCircle(Some(circle.id))],
                subject: Subject::None,
            });
        }
        self.found.hits += fitting.len();
        self.found.rows.extend(fitting.into_iter().take(EVENTS));
    }
}

fn person_row(ctx: &ViewCtx<'_>, id: Id<Contact>, title: Marked, detail: Marked) -> Row {
    // The settings have no inspector, and a narrow window shows it beside the cards and the network only.
    let stays = match ctx.route {
        Route::Cards | Route::Network => true,
        Route::Settings => false,
        _ => !ctx.compact,
    };
    let mut asks = vec![Command::Select(Some(id))];
    if !stays {
        asks.push(Command::Go(Route::Cards));
    }
    Row {
        section: Section::People,
        picture: Picture::Card(id),
        title,
        detail,
        key: None,
        asks,
        subject: Subject::Person(id),
    }
}

fn action_row(ctx: &ViewCtx<'_>, action: Action, title: Marked) -> Row {
    let section = match action {
        Action::Go(_) => Section::Views,
        _ if action.is_choice() => Section::Settings,
        _ => Section::Do,
    };
    let selected = ctx.selection.contacts();
    let detail = if action.needs_people() { who(ctx, &selected) } else { String::new() };
    Row {
        section,
        picture: Picture::Icon(action.icon()),
        title,
        detail: Marked::plain(detail),
        key: action.keys(),
        asks: vec![Command::Do(action)],
        subject: Subject::Action(action),
    }
}

/// The selected people in words: one name, two, or how many.
fn who(ctx: &ViewCtx<'_>, people: &[Id<Contact>]) -> String {
    match people {
        [] => String::new(),
        [one] => name_of(ctx.book, ctx.texts, *one),
        several => ctx.texts.palette_people(i64::try_from(several.len()).unwrap_or(i64::MAX)),
    }
}

fn event_row(ctx: &ViewCtx<'_>, event: &Event, title: Marked) -> Row {
    let mut detail: Vec<String> = Vec::new();
    detail.extend(event.starts_on.map(|day| ctx.texts.locale().day_with_year(day)));
    let place =
        [&event.venue, &event.city].into_iter().map(|part| tidy(part)).filter(|part| !part.is_empty());
    detail.push(place.collect::<Vec<_>>().join(ctx.texts.locale().comma()));
    detail.retain(|part| !part.is_empty());
    Row {
        section: Section::Events,
        picture: Picture::Icon(icons::TICKET),
        title,
        detail: Marked::plain(detail.join(" · ")),
        key: None,
        asks: vec![Command::ShowEvent(event.id)],
        subject: Subject::Event(event.id),
    }
}

/// Returns what can be done with the subject of a row, the opening of it first.
pub fn actions_of(ctx: &ViewCtx<'_>, subject: Subject) -> Vec<Row> {
    let texts = ctx.texts;
    let mut rows = Vec::new();
    let mut put = |icon, title: String, action: Option<Action>, asks: Vec<Command>| {
        rows.push(Row {
            section: Section::Do,
            picture: Picture::Icon(icon),
            title: Marked::plain(title),
            detail: Marked::default(),
            key: action.and_then(Action::keys),
            asks,
            subject: action.map_or(Subject::None, Subject::Action),
        });
    };
    match subject {
        Subject::Person(id) => {
            let Some(contact) = ctx.book.get(id) else { return rows };
            let name = shown_name(contact, texts);
            let open = |sheet: Sheet| vec![Command::Open(sheet)];
            put(
                icons::IDENTIFICATION_CARD,
                texts.palette_open(&name),
                None,
                person_row(ctx, id, Marked::default(), Marked::default()).asks,
            );
            if ctx.writable {
                let log = Sheet::LogEncounter { contacts: vec![id], completes: None };
                put(icons::NOTE_PENCIL, texts.palette_log_with(&name), Some(Action::LogEncounter), open(log));
                put(
                    icons::PAPER_PLANE_TILT,
                    texts.palette_pass_on(&name),
                    Some(Action::PassOn),
                    open(Sheet::PassOn(id)),
                );
                put(
                    icons::USERS_THREE,
                    texts.palette_introduce(&name),
                    Some(Action::Introduce),
                    open(Sheet::Introduction(id)),
                );
                put(
                    icons::PENCIL_SIMPLE_LINE,
                    texts.matching_note_about(&name),
                    Some(Action::Capture),
                    open(Sheet::Capture(Some(id))),
                );
                let draft = FollowUpDraft { contacts: vec![id], ..FollowUpDraft::default() };
                put(
                    icons::CLOCK,
                    texts.palette_remind(&name),
                    Some(Action::AddFollowUp),
                    open(Sheet::FollowUp(draft)),
                );
                put(icons::HOURGLASS_MEDIUM, texts.palette_review_of(&name), None, open(Sheet::Review(id)));
                put(icons::LINK_SIMPLE, texts.palette_relate_to(&name), None, open(Sheet::Relationship(id)));
            }
            let ask = MatchAsk::Card(id);
            put(icons::PUZZLE_PIECE, texts.matching_who_needs(&name), None, open(Sheet::Matches(ask)));
            if let Some(mail) = contact.emails.first().map(|mail| mail.value.trim().to_owned()) {
                put(
                    icons::ENVELOPE_SIMPLE,
                    texts.palette_write(&tidy(&mail)),
                    Some(Action::Mail),
                    vec![Command::OpenLink(mail_link(&mail))],
                );
                put(icons::COPY, texts.palette_copy(&tidy(&mail)), None, vec![Command::Copy(mail)]);
            }
            if let Some(phone) = contact.phones.first().map(|phone| phone.value.trim().to_owned()) {
                put(icons::PHONE, texts.palette_copy(&tidy(&phone)), None, vec![Command::Copy(phone)]);
            }
            put(
                icons::GRAPH,
                texts.palette_in_network(&name),
                None,
                vec![Command::Select(Some(id)), Command::Go(Route::Network)],
            );
        }
        Subject::Event(id) => {
            let Some(event) = ctx.book.get(id) else { return rows };
            let title = tidy(&event.title);
            put(icons::TICKET, texts.palette_open(&title), None, vec![Command::ShowEvent(id)]);
            if ctx.writable {
                let met: Vec<Id<Contact>> = ctx.index.links.event(id).contacts.iter().copied().collect();
                if !met.is_empty() {
                    let log = Sheet::LogEncounter { contacts: met, completes: None };
                    put(
                        icons::NOTE_PENCIL,
                        texts.palette_log_with_all(&title),
                        None,
                        vec![Command::Open(log)],
                    );
                }
                put(
                    icons::PENCIL_SIMPLE_LINE,
                    texts.palette_change(&title),
                    None,
                    vec![Command::Open(Sheet::Event(Some(id)))],
                );
            }
            if let Some(day) = event.starts_on {
                put(
                    icons::CALENDAR_DOTS,
                    texts.palette_in_calendar(&title),
                    None,
                    vec![Command::ShowDay(day)],
                );
            }
        }
        Subject::Action(_) | Subject::None => {}
    }
    rows
}

/// A text cut to what stands around its first mark.
fn around(text: &str, marks: &[Range<usize>]) -> Marked {
    let first = marks.first().map_or(0, |mark| mark.start);
    let before = text.get(..first).unwrap_or_default();
    let lead = before.chars().rev().take(AROUND / 2).map(char::len_utf8).sum::<usize>();
    let from = first - lead;
    let to = text
        .get(from..)
        .map_or(text.len(), |rest| from + rest.chars().take(AROUND * 2).map(char::len_utf8).sum::<usize>());
    let cut = text.get(from..to).unwrap_or(text);
    let head = if from > 0 { "…" } else { "" };
    // Line ends and hidden signs would break the row; each is replaced by as many bytes.
    let clean: String =
        cut.chars()
            .map(|sign| {
                if sign.is_whitespace() || tidy(&format!("a{sign}")).chars().count() < 2 { ' ' } else { sign }
            })
            .collect();
    if clean.len() != cut.len() {
        return Marked::plain(format!("{head}{}", tidy(cut)));
    }
    let marks = marks.iter().filter(|mark| mark.start >= from && mark.end <= to);
    let marks = marks.map(|mark| mark.start - from + head.len()..mark.end - from + head.len()).collect();
    Marked { text: format!("{head}{clean}"), marks }
}

/// What the field of a reason is called, in a word.
fn field_label<'a>(field: Field, ctx: &ViewCtx<'a>) -> &'a str {
    let texts = ctx.texts;
    match field {
        Field::Name => texts.palette_field_name(),
        Field::Organization => texts.common_organization(),
        Field::Title => texts.common_job_title(),
        Field::Expertise => texts.palette_field_expertise(),
        Field::Need => texts.palette_field_need(),
        Field::Tag => texts.palette_field_tag(),
        Field::Circle => texts.palette_field_circle(),
        Field::City => texts.palette_field_city(),
        Field::Event => texts.common_event(),
        Field::Reach => texts.palette_field_reach(),
        Field::Note => texts.common_note(),
        Field::Print => texts.palette_field_print(),
        Field::Impression => texts.common_impression(),
        Field::Encounter => texts.palette_field_encounter(),
        Field::Referral => texts.common_referral(),
        Field::Task => texts.palette_field_task(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_text_is_cut_around_what_was_found() {
        let text = format!("{} bearings and\nmore {}", "x".repeat(500), "y".repeat(500));
        let at = text.find("bear").expect("there");
        let cut = around(&text, std::slice::from_ref(&(at..at + 4)));
        assert_eq!(&cut.text[cut.marks[0].clone()], "bear");
        assert!(cut.text.starts_with('…') && cut.text.chars().count() < 160 && !cut.text.contains('\n'));
        assert_eq!(around("", &[]).text, "");
        let cut = around("軸受", std::slice::from_ref(&(0..3)));
        assert_eq!(cut.marks, std::iter::once(0..3).collect::<Vec<_>>());
    }
}
