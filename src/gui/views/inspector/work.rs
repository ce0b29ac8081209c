//! Where the person works and worked, and what is known of the organizations.
//!
//! Owns the question what a changed company means: this person only, a new name for everybody, or another job.
//!
//! Invariant: the name of a company changes for nobody without an answer to that question (held by the suite's
//! `app_affiliations`).

use eframe::egui;

use super::Inspector;
use super::company::CompanyField;
use super::fields::{self, Format, Quiet};
use super::tenure::{Edge, Refusal, TypedTenure, read};
use crate::edit::{Edit, Employment, OrganizationField};
use crate::gui::command::Command;
use crate::gui::ctx::{Cached, ViewCtx};
use crate::gui::theme::{Palette, TextKind, icons, text};
use crate::gui::views::events::record::record_ui;
use crate::gui::views::people::{name_of, shown_name, tidy};
use crate::gui::widgets::{Button, MenuItem, menu_separator};
use crate::index::events::{Record, record_lines};
use crate::model::{Attendance, Contact, Id, Organization, Organizer};
use crate::text::{Locale, Texts};

/// The state of the work section beside the typed lines.
#[derive(Default)]
pub(super) struct Work {
    company: CompanyField,
    job: CompanyField,
    /// The former place that is being changed.
    open: Option<usize>,
    /// The organization of which more is shown.
    about: Option<About>,
    asked: Cached<AskKey, Ask>,
}

/// Revision, language, person, present organization, typed name.
type AskKey = (u64, Locale, Id<Contact>, Option<Id<Organization>>, String);

/// The answers to what a changed company means.
#[derive(Debug)]
struct Ask {
    title: String,
    here: String,
    /// Absent when another organization has the name already.
    renamed: Option<String>,
    moved: String,
}

/// What is typed about an organization.
#[derive(Debug, Default)]
struct About {
    id: Id<Organization>,
    revision: u64,
    focused: bool,
    name: String,
    reading: String,
    latin: String,
    former: String,
    city: String,
    website: String,
    notes: String,
    people: Vec<(Id<Contact>, String)>,
    more: String,
    /// My record with it as organiser, and how that is called.
    record: Option<(String, Vec<(Attendance, String)>)>,
}

/// How many people of an organization are listed.
const LISTED: usize = 6;

impl About {
    fn reload(&mut self, ctx: &ViewCtx<'_>) {
        if self.focused || self.revision == ctx.revision {
            return;
        }
        let Some(record) = ctx.book.get(self.id) else { return };
        self.revision = ctx.revision;
        self.name.clone_from(&record.name);
        self.reading.clone_from(&record.reading);
        self.latin.clone_from(&record.latin);
        self.former = record.former_names.join(", ");
        self.city.clone_from(&record.city);
        // A link that cannot be right stays to be corrected.
        if fields::problem(Format::Link, &self.website, ctx.texts).is_none() {
            self.website.clone_from(&record.website);
        }
        self.notes.clone_from(&record.notes);
        let people = &ctx.index.links.organization(self.id).contacts;
        let name = |id: &Id<Contact>| (*id, name_of(ctx.book, ctx.texts, *id));
        self.people = people.iter().take(LISTED).map(name).collect();
        let more = people.len().saturating_sub(LISTED) as i64;
        let with = Record::with(ctx.book, Organizer::Organization(self.id));
        let title = ctx.texts.visits_record_with(&tidy(&record.name));
        self.record = (with.total() > 0).then(|| (title, record_lines(ctx.texts, &with)));
        self.more = if more > 0 { ctx.texts.inspector_company_more(more) } else { String::new() };
    }
}

impl Inspector {
    pub(super) fn work_ui(&mut self, ctx: &mut ViewCtx<'_>, ui: &mut egui::Ui, contact: &Contact) {
        let texts = ctx.texts;
        let add = Some((icons::PLUS, texts.inspector_add_tenure()));
        if fields::section(ui, texts.inspector_work(), add) && ctx.writable {
            // Behind those that are there: the first one is the main one.
            self.draft.tenures.push(TypedTenure::default());
            self.focus = Some(("company", self.draft.tenures.len() - 1));
        }
        if self.draft.tenures.is_empty() {
            // The first place needs no button before it can be typed.
            self.draft.tenures.push(TypedTenure::default());
        }
        let mut change = Change::default();
        for at in 0..self.draft.tenures.len() {
            ui.push_id(("tenure", at), |ui| {
                let line = &self.draft.tenures[at];
                if line.known.is_some()
                    && !line.is_current()
                    && self.work.open != Some(at)
                    && !line.is_refused()
                {
                    self.former_ui(ctx, ui, at, &mut change);
                } else {
                    self.tenure_ui(ctx, ui, contact, at, &mut change);
                }
            });
        }
        self.carry_out_change(ctx, contact, change);
        self.job_ui(ctx, ui, contact);
        fields::hairline(ui);
    }

    /// A former place as one line; pressing it opens its fields.
    fn former_ui(&mut self, ctx: &ViewCtx<'_>, ui: &mut egui::Ui, at: usize, change: &mut Change) {
        let p = Palette::of(ui);
        let (time, place) = &self.draft.tenures[at].summary;
        let mut pressed = false;
        ui.horizontal(|ui| {
            ui.spacing_mut().item_spacing.x = 2.0;
            let width = ui.available_width() - 34.0;
            let (rect, response) = ui.allocate_exact_size(egui::vec2(width, 40.0), egui::Sense::click());
            response.widget_info(|| {
                egui::WidgetInfo::labeled(egui::Role::Button, true, format!("{place}, {time}"))
            });
            if response.hovered() || response.has_focus() {
                ui.painter().rect_filled(rect, 6, p.hover);
            }
            if response.has_focus() {
                let ring = egui::Stroke::new(2.0, p.ai);
                ui.painter().rect_stroke(rect, 6, ring, egui::StrokeKind::Inside);
            }
            let place = text::line(ui.painter(), place, TextKind::Body, p.text, width - 12.0);
            ui.painter().galley(rect.min + egui::vec2(6.0, 2.0), place, p.text);
            let time = text::line(ui.painter(), time, TextKind::Small, p.text3, width - 12.0);
            ui.painter().galley(rect.min + egui::vec2(6.0, 21.0), time, p.text3);
            pressed = response.clicked();
            self.tenure_menu(ctx, ui, at, change);
        });
        if pressed {
            self.work.open = Some(at);
            self.focus = Some(("company", at));
        }
    }

    /// All fields of a place.
    fn tenure_ui(
        &mut self,
        ctx: &mut ViewCtx<'_>,
        ui: &mut egui::Ui,
        contact: &Contact,
        at: usize,
        change: &mut Change,
    ) {
        let texts = ctx.texts;
        let copy = texts.common_copy();
        let mut line = std::mem::take(&mut self.draft.tenures[at]);
        ui.horizontal_top(|ui| {
            ui.spacing_mut().item_spacing.x = 2.0;
            ui.vertical(|ui| {
                ui.set_width(ui.available_width() - 34.0);
                let field = Quiet::new(texts.common_organization()).copy(copy);
                let (response, picked) = self.work.company.ui(ctx, ui, field, &mut line.company);
                self.mind(&response, "company", at);
                let cleared = line.known.is_some() && line.company.trim().is_empty();
                if picked.done
                    && (line.known.is_none() || cleared)
                    && (cleared || !line.company.trim().is_empty())
                {
                    if cleared {
                        line.committed.clear();
                    }
                    change.commit = true;
                }
            });
            ui.vertical(|ui| {
                ui.add_space(14.0);
                self.draft.tenures[at] = std::mem::take(&mut line);
                self.tenure_menu(ctx, ui, at, change);
                line = std::mem::take(&mut self.draft.tenures[at]);
            });
        });
        if line.asks() && !line.company.trim().is_empty() {
            self.ask_ui(ctx, ui, contact, &mut line, change);
        }
        fields::two(ui, |ui, first| {
            let (name, value, field) = if first {
                ("title", &mut line.title, Quiet::new(texts.common_job_title()))
            } else {
                ("department", &mut line.department, Quiet::new(texts.inspector_department()))
            };
            let response = field.copy(copy).show(ui, value);
            change.commit |= response.changed();
            self.mind(&response, name, at);
            if response.lost_focus() && line.known.is_none() && !line.title.trim().is_empty() {
                // A title without a company: somebody who works for themselves.
                line.alone = true;
                change.commit = true;
            }
        });
        let wrong = |edge| match line.refusal {
            Some(Refusal::Day(which)) if which == edge => Some(texts.inspector_month_not_understood()),
            Some(Refusal::Backwards) if edge == Edge::Until => Some(texts.app_edit_ends_before_start()),
            _ => None,
        };
        let (from_error, until_error) = (wrong(Edge::From), wrong(Edge::Until));
        let mut days = false;
        fields::two(ui, |ui, first| {
            let (name, value, field) = if first {
                let field = Quiet::new(texts.inspector_from()).hint(texts.inspector_from_hint());
                ("from", &mut line.from, field.error(from_error))
            } else {
                let field = Quiet::new(texts.inspector_until_day()).hint(texts.inspector_until_hint());
                ("until", &mut line.until, field.error(until_error))
            };
            let response = field.show(ui, value);
            days |= response.changed();
            self.mind(&response, name, at);
        });
        if days {
            line.mind(ctx.today, texts.locale());
            change.commit |= line.refusal.is_none();
        }
        let organization = line.known.as_ref().map(|known| known.organization);
        self.draft.tenures[at] = line;
        if let Some(organization) = organization {
            self.about_ui(ctx, ui, organization);
        }
        ui.add_space(4.0);
    }

    /// End, reopen, put first, remove.
    fn tenure_menu(&self, ctx: &ViewCtx<'_>, ui: &mut egui::Ui, at: usize, change: &mut Change) {
        let texts = ctx.texts;
        let more = fields::tool(ui, icons::DOTS_THREE, texts.common_more());
        egui::Popup::menu(&more).show(|ui| {
            let line = &self.draft.tenures[at];
            let known = line.known.is_some();
            let item = |words, icon| MenuItem::new(words).icon(icon);
            if known && line.is_current() {
                if ui.add(item(texts.inspector_tenure_end(), icons::CHECK)).clicked() {
                    change.end = Some(at);
                }
            } else if known && ui.add(item(texts.inspector_tenure_reopen(), icons::ARROW_U_UP_LEFT)).clicked()
            {
                change.reopen = Some(at);
            }
            let first = self.draft.tenures.iter().position(TypedTenure::is_current);
            if known
                && line.is_current()
                && first != Some(at)
                && ui.add(item(texts.inspector_tenure_main(), icons::SORT_ASCENDING)).clicked()
            {
                change.first = Some(at);
            }
            menu_separator(ui);
            if ui.add(item(texts.common_remove(), icons::TRASH).danger()).clicked() {
                change.remove = Some(at);
            }
        });
    }

    /// What does the changed company mean?
    fn ask_ui(
        &mut self,
        ctx: &mut ViewCtx<'_>,
        ui: &mut egui::Ui,
        contact: &Contact,
        line: &mut TypedTenure,
        change: &mut Change,
    ) {
        let p = Palette::of(ui);
        let texts = ctx.texts;
        let organization = line.known.as_ref().map(|known| known.organization);
        let key = (ctx.revision, texts.locale(), contact.id, organization, line.company.clone());
        let ask = self.work.asked.get(key, |_| Ask::of(ctx, contact, organization, &line.company));
        let is_current = line.is_current();
        let mut here = false;
        fields::tinted(ui, p.ai_soft, |ui| {
            ui.spacing_mut().item_spacing.y = 6.0;
            ui.add(egui::Label::new(text::rich(&ask.title, TextKind::Strong, p.text)).wrap());
            here = wide(ctx, ui, &ask.here);
            if let Some(renamed) = &ask.renamed
                && wide(ctx, ui, renamed)
                && let Some(organization) = organization
            {
                ctx.edit(Edit::RenameOrganization { organization, name: line.company.trim().to_owned() });
                line.committed.clone_from(&line.company);
            }
            if is_current && wide(ctx, ui, &ask.moved) {
                let employment =
                    Employment { organization: line.company.trim().to_owned(), ..Employment::default() };
                ctx.edit(Edit::ChangeJob { contact: contact.id, employment, on: ctx.today });
                line.company.clone_from(&line.committed);
            }
            if ui.add(Button::ghost(texts.inspector_company_keep()).small()).clicked() {
                line.company.clone_from(&line.committed);
            }
        });
        if here {
            line.committed.clone_from(&line.company);
            change.commit = true;
        }
    }

    /// Carries out what was asked for in the section: one edit at most.
    fn carry_out_change(&mut self, ctx: &mut ViewCtx<'_>, contact: &Contact, change: Change) {
        if change == Change::default() {
            return;
        }
        let (today, locale) = (ctx.today, ctx.texts.locale());
        let lines = &mut self.draft.tenures;
        if let Some(line) = change.end.and_then(|at| lines.get_mut(at)) {
            line.until = super::tenure::shown(today, Edge::Until, locale);
            line.mind(today, locale);
        }
        if let Some(line) = change.reopen.and_then(|at| lines.get_mut(at)) {
            line.until.clear();
            line.mind(today, locale);
        }
        if let Some(at) = change.first.filter(|at| *at < lines.len()) {
            let line = lines.remove(at);
            lines.insert(0, line);
        }
        if let Some(at) = change.remove.filter(|at| *at < lines.len()) {
            lines.remove(at);
            self.work.open = None;
        }
        let affiliations: Vec<_> = lines.iter().filter_map(|line| line.accepted(today, locale)).collect();
        let same = affiliations.len() == contact.affiliations.len()
            && affiliations.iter().zip(&contact.affiliations).all(|(new, old)| {
                new.organization == Some(old.organization)
                    && ctx
                        .book
                        .get(old.organization)
                        .is_some_and(|it| it.name.trim() == new.employment.organization)
                    && new.employment.title.trim() == old.title
                    && new.employment.department.trim() == old.department
                    && (new.from, new.until) == (old.from, old.until)
            });
        if same {
            return;
        }
        // A line that has just been committed is known from now on.
        let taken = |line: &&mut TypedTenure| line.known.is_none() && line.accepted(today, locale).is_some();
        for line in lines.iter_mut().filter(taken) {
            line.known = Some(Default::default());
            line.committed.clone_from(&line.company);
        }
        if contact.name.is_empty() && affiliations.is_empty() {
            // Nothing would be left to show of the person.
            ctx.ask(Command::Tell(ctx.texts.app_edit_name_needed().to_owned()));
            self.draft.tenures.clear();
            self.draft.revision = u64::MAX;
            return;
        }
        ctx.edit(Edit::SetAffiliations { contact: contact.id, affiliations });
    }

    /// A new job: the present one ends, another begins.
    fn job_ui(&mut self, ctx: &mut ViewCtx<'_>, ui: &mut egui::Ui, contact: &Contact) {
        let p = Palette::of(ui);
        let texts = ctx.texts;
        let mut job = self.draft.new_job.take();
        let Some((employment, day)) = &mut job else {
            let has_job = contact.current_affiliation().is_some();
            if has_job && fields::link(ui, icons::ARROWS_LEFT_RIGHT, texts.inspector_job_change()).clicked() {
                let day = texts.locale().day_with_year(ctx.today);
                self.draft.new_job = Some((Employment::default(), day));
                self.focus = Some(("new job", 0));
            }
            return;
        };
        let mut done = None;
        fields::tinted(ui, p.sunk, |ui| {
            ui.push_id("new job", |ui| {
                let field = Quiet::new(texts.inspector_new_company());
                let (response, _) = self.work.job.ui(ctx, ui, field, &mut employment.organization);
                self.mind(&response, "new job", 0);
                fields::two(ui, |ui, first| {
                    let (at, value, label) = if first {
                        (1, &mut employment.title, texts.common_job_title())
                    } else {
                        (2, &mut employment.department, texts.inspector_department())
                    };
                    let response = Quiet::new(label).show(ui, value);
                    self.mind(&response, "new job", at);
                });
                let since = read(day, Edge::From, ctx.today, texts.locale()).flatten();
                let error = since.is_none().then(|| texts.inspector_month_not_understood());
                let response = Quiet::new(texts.inspector_since()).error(error).show(ui, day);
                self.mind(&response, "new job", 3);
                ui.horizontal_wrapped(|ui| {
                    let ready = since.is_some() && !employment.organization.trim().is_empty() && ctx.writable;
                    let save = ui.add_enabled(ready, Button::primary(texts.inspector_job_save()).small());
                    if save.on_disabled_hover_text(texts.inspector_job_needs_company()).clicked() {
                        done = Some(since);
                    }
                    if ui.add(Button::ghost(texts.common_cancel()).small()).clicked() {
                        done = Some(None);
                    }
                });
            });
        });
        match done {
            None => self.draft.new_job = job,
            Some(None) => {}
            Some(Some(on)) => {
                let employment = employment.clone();
                ctx.edit(Edit::ChangeJob { contact: contact.id, employment, on });
            }
        }
    }

    /// What is known of an organization, changed for all its people.
    fn about_ui(&mut self, ctx: &mut ViewCtx<'_>, ui: &mut egui::Ui, organization: Id<Organization>) {
        let p = Palette::of(ui);
        let texts = ctx.texts;
        let is_open = self.work.about.as_ref().is_some_and(|about| about.id == organization);
        let icon = if is_open { icons::CARET_DOWN } else { icons::CARET_RIGHT };
        if fields::link(ui, icon, texts.inspector_company_about()).clicked() {
            let about = About { id: organization, revision: u64::MAX, ..About::default() };
            self.work.about = (!is_open).then_some(about);
        }
        let Some(mut about) = self.work.about.take_if(|about| about.id == organization) else { return };
        about.reload(ctx);
        let mut focused = false;
        let mut field = None;
        let mut renamed = false;
        let copy = texts.common_copy();
        fields::tinted(ui, p.sunk, |ui| {
            ui.push_id(("about", organization.value()), |ui| {
                ui.spacing_mut().item_spacing.y = 4.0;
                let name = Quiet::new(texts.inspector_company_name()).copy(copy).show(ui, &mut about.name);
                renamed = name.lost_focus();
                let mut one =
                    |inspector: &mut Self, ui: &mut egui::Ui, at, quiet: Quiet<'_>, value: &mut String| {
                        let response = quiet.copy(copy).show(ui, value);
                        inspector.mind(&response, "about company", at);
                        focused |= response.has_focus();
                        response.changed()
                    };
                self.mind(&name, "about company", 0);
                fields::two(ui, |ui, first| {
                    if first {
                        let quiet = Quiet::new(texts.inspector_company_reading());
                        if one(self, ui, 1, quiet, &mut about.reading) {
                            field = Some(OrganizationField::Reading(about.reading.clone()));
                        }
                    } else if one(self, ui, 2, Quiet::new(texts.inspector_latin()), &mut about.latin) {
                        field = Some(OrganizationField::Latin(about.latin.clone()));
                    }
                });
                let quiet = Quiet::new(texts.inspector_company_other_names())
                    .hint(texts.inspector_company_other_hint());
                if one(self, ui, 3, quiet, &mut about.former) {
                    let names = about.former.split([',', '、', ';']).map(str::trim);
                    let names = names.filter(|name| !name.is_empty()).map(str::to_owned).collect();
                    field = Some(OrganizationField::FormerNames(names));
                }
                let problem = fields::problem(Format::Link, &about.website, texts);
                fields::two(ui, |ui, first| {
                    if first {
                        if one(self, ui, 4, Quiet::new(texts.inspector_city()), &mut about.city) {
                            field = Some(OrganizationField::City(about.city.clone()));
                        }
                    } else {
                        let quiet =
                            Quiet::new(texts.inspector_company_website()).hint(texts.inspector_link_hint());
                        let quiet = quiet.error(problem);
                        if one(self, ui, 5, quiet, &mut about.website)
                            && fields::problem(Format::Link, &about.website, texts).is_none()
                        {
                            field = Some(OrganizationField::Website(about.website.trim().to_owned()));
                        }
                    }
                });
                if one(self, ui, 6, Quiet::new(texts.common_note()).rows(3), &mut about.notes) {
                    field = Some(OrganizationField::Notes(about.notes.clone()));
                }
                focused |= name.has_focus();
                if let Some(link) = fields::link_of(Format::Link, &about.website, texts)
                    && fields::link(ui, icons::EXPORT, texts.inspector_company_open_website()).clicked()
                {
                    ctx.ask(Command::OpenLink(link));
                }
                ui.horizontal_wrapped(|ui| {
                    for (person, name) in &about.people {
                        if Some(*person) != ctx.selection.contact
                            && fields::link(ui, icons::USERS, name).clicked()
                        {
                            ctx.select(*person);
                        }
                    }
                    if !about.more.is_empty() {
                        ui.label(text::rich(&about.more, TextKind::Small, p.text3));
                    }
                });
                if let Some((title, lines)) = &about.record {
                    ui.label(text::rich(title, TextKind::Label, p.text3));
                    record_ui(ui, texts, lines);
                }
            });
        });
        about.focused = focused;
        if let Some(field) = field {
            ctx.edit(Edit::SetOrganization { organization, field });
        }
        let known = ctx.book.get(organization).map_or("", |record| record.name.as_str());
        if renamed && about.name.trim() != known {
            if about.name.trim().is_empty() {
                about.name = known.to_owned();
            } else {
                ctx.edit(Edit::RenameOrganization { organization, name: about.name.trim().to_owned() });
            }
        }
        self.work.about = Some(about);
    }

    /// What the section keeps of one person is forgotten with another.
    pub(super) fn forget_work(&mut self) {
        self.work.open = None;
        self.work.about = None;
    }
}

/// What was asked for in the section in one frame.
#[derive(Debug, Default, PartialEq, Eq)]
struct Change {
    commit: bool,
    end: Option<usize>,
    reopen: Option<usize>,
    first: Option<usize>,
    remove: Option<usize>,
}

impl Ask {
    fn of(ctx: &ViewCtx<'_>, contact: &Contact, organization: Option<Id<Organization>>, typed: &str) -> Self {
        let texts: &Texts = ctx.texts;
        let (typed, person) = (tidy(typed), shown_name(contact, texts));
        let record = organization.and_then(|id| ctx.book.get(id));
        let old = record.map(|record| tidy(&record.name)).unwrap_or_default();
        let taken = ctx
            .book
            .organizations
            .values()
            .any(|other| Some(other.id) != organization && tidy(&other.name) == typed);
        let people = organization.map_or(0, |id| {
            let links = ctx.index.links.organization(id);
            links.contacts.union(&links.former).count()
        });
        Self {
            title: texts.inspector_company_asks(&old, &typed),
            here: texts.inspector_company_here(&person, &typed),
            renamed: (!taken).then(|| texts.inspector_company_renamed(people as i64, &typed)),
            moved: texts.inspector_company_moved(&person, &typed),
        }
    }
}

/// A button across the width whose words may take two lines.
fn wide(ctx: &ViewCtx<'_>, ui: &mut egui::Ui, words: &str) -> bool {
    let p = Palette::of(ui);
    let width = ui.available_width();
    let lines = text::lines(ui.painter(), words, TextKind::Button, p.text, width - 20.0, 2);
    let size = egui::vec2(width, lines.size().y + 12.0);
    let (rect, response) = ui.allocate_exact_size(size, egui::Sense::click());
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Button, ctx.writable, words));
    let fill = if response.hovered() { p.hover } else { p.raised };
    let line = egui::Stroke::new(1.0, p.line);
    ui.painter().rect(rect, 8, fill, line, egui::StrokeKind::Inside);
    if response.has_focus() {
        ui.painter().rect_stroke(rect, 8, egui::Stroke::new(2.0, p.ai), egui::StrokeKind::Inside);
    }
    ui.painter().galley(rect.min + egui::vec2(10.0, 6.0), lines, p.text);
    ctx.writable && response.clicked()
}
