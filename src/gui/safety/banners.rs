//! The banners above the views: who else holds the book, what is not saved, what waits for a decision.
//!
//! Owns their order and words. At most two are shown, so that the view keeps its room: what may lose
//! something comes first. Start reading at [`banners_ui`].

use std::path::Path;

use eframe::egui::{self, Margin};

use super::{Ask, when};
use crate::gui::command::{Action, Command, Sheet};
use crate::gui::ctx::ViewCtx;
use crate::gui::theme::{Palette, icons, space};
use crate::gui::widgets::{Banner, Severity};
use crate::store::{Access, Holder, MadeBy, ReadOnly, SaveState};
use crate::text::Texts;

/// Most banners at once.
const MOST: usize = 2;

/// One banner and what its buttons ask for.
struct Line {
    severity: Severity,
    icon: Option<&'static str>,
    words: String,
    details: String,
    actions: Vec<(String, Command)>,
}

impl Line {
    fn new(severity: Severity, words: impl Into<String>, details: impl Into<String>) -> Self {
        Self { severity, icon: None, words: words.into(), details: details.into(), actions: Vec::new() }
    }

    fn icon(mut self, icon: &'static str) -> Self {
        self.icon = Some(icon);
        self
    }

    fn action(mut self, label: &str, command: impl Into<Command>) -> Self {
        self.actions.push((label.to_owned(), command.into()));
        self
    }
}

/// Draws the banners as a panel above the view, or nothing.
pub(in crate::gui) fn banners_ui(ctx: &mut ViewCtx<'_>, ui: &mut egui::Ui) {
    let lines = lines(ctx);
    if lines.is_empty() {
        return;
    }
    let p = Palette::of(ui);
    let mut asked = None;
    egui::Panel::top("banners")
        .resizable(false)
        .show_separator_line(false)
        .frame(egui::Frame::new().fill(p.desk).inner_margin(Margin {
            left: 20,
            right: 20,
            top: 10,
            bottom: 2,
        }))
        .show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = space::S;
            for line in lines {
                let mut banner = Banner::new(line.severity, &line.words).details(&line.details);
                if let Some(icon) = line.icon {
                    banner = banner.icon(icon);
                }
                let labels: Vec<&str> = line.actions.iter().map(|(label, _)| label.as_str()).collect();
                if let Some(at) = banner.ask(ui, &labels) {
                    asked = line.actions.into_iter().nth(at).map(|(_, command)| command);
                }
            }
        });
    if let Some(command) = asked {
        ctx.ask(command);
    }
}

/// The banners that are due, the most important first. Most frames have none, which costs nothing.
fn lines(ctx: &ViewCtx<'_>) -> Vec<Line> {
    if let Some(badge) = ctx.as_circle {
        return vec![seen_as(ctx, badge)];
    }
    let mut lines: Vec<Line> = [not_saved(ctx), outside(ctx), read_only(ctx), conflicts(ctx), copies(ctx)]
        .into_iter()
        .flatten()
        .collect();
    lines.truncate(MOST);
    lines
}

/// The book is seen as a circle would: above everything else, as long as it is.
fn seen_as(ctx: &ViewCtx<'_>, badge: &crate::gui::see_as::Badge) -> Line {
    let texts = ctx.texts;
    let details = if badge.is_waiting {
        texts.share_see_waiting().to_owned()
    } else {
        texts.share_see_details(badge.kept_back as i64, badge.left_out as i64, badge.people as i64)
    };
    Line::new(Severity::Info, texts.share_see_banner(&badge.name), details)
        .icon(icons::EYE)
        .action(texts.share_see_leave(), Command::SeeAs(None))
}

fn not_saved(ctx: &ViewCtx<'_>) -> Option<Line> {
    let texts = ctx.texts;
    let Some(SaveState::Failed(error)) = ctx.save.map(|save| &save.state) else { return None };
    Some(
        Line::new(Severity::Danger, texts.safety_not_saved(), error.text_of_unsaved(texts))
            .action(texts.app_save_again(), Command::Do(Action::Save))
            .action(texts.safety_save_copy(), Ask::ChooseCopy),
    )
}

fn outside(ctx: &ViewCtx<'_>) -> Option<Line> {
    let texts = ctx.texts;
    let error = ctx.safety.unreadable.as_ref()?;
    let details = texts.safety_outside_unreadable_more(&error.text(texts));
    Some(
        Line::new(Severity::Danger, texts.safety_outside_unreadable(), details)
            .action(texts.safety_save_copy(), Ask::ChooseCopy)
            .action(texts.safety_outside_replace(), Ask::ReplaceUnreadable),
    )
}

fn read_only(ctx: &ViewCtx<'_>) -> Option<Line> {
    let texts = ctx.texts;
    let Access::ReadOnly(why) = ctx.access else { return None };
    let again = ctx.path.map(|path| Command::OpenBook(path.to_owned()));
    let mut line = match why {
        ReadOnly::Held(holder) => {
            Line::new(Severity::Info, held_by(texts, holder, ctx.today), texts.safety_held_more())
                .icon(icons::LOCK_SIMPLE)
        }
        ReadOnly::Refused(error) => {
            Line::new(Severity::Info, texts.safety_refused(), error.text_of_refusal(texts))
                .icon(icons::LOCK_SIMPLE)
        }
        ReadOnly::Backup(file) => {
            Line::new(Severity::Info, texts.safety_backup(), texts.safety_backup_more(&file_name(file)))
                .icon(icons::CLOCK)
        }
    };
    if let (Some(again), false) = (again, matches!(why, ReadOnly::Backup(_))) {
        line = line.action(texts.safety_try_again(), again);
    }
    Some(line.action(texts.safety_save_copy(), Ask::ChooseCopy))
}

fn conflicts(ctx: &ViewCtx<'_>) -> Option<Line> {
    let texts = ctx.texts;
    let count = ctx.safety.conflicts();
    if count == 0 || ctx.safety.conflicts_later {
        return None;
    }
    Some(
        Line::new(Severity::Warn, texts.safety_conflicts(count as i64), texts.safety_conflicts_more())
            .icon(icons::ARROWS_LEFT_RIGHT)
            .action(texts.safety_conflicts_decide(), Command::Open(Sheet::Conflicts(None)))
            .action(texts.safety_later(), Ask::ConflictsLater),
    )
}

fn copies(ctx: &ViewCtx<'_>) -> Option<Line> {
    let texts = ctx.texts;
    let mut copies = ctx.safety.open_copies();
    let first = copies.next()?;
    if !ctx.writable || ctx.safety.merging.is_some() {
        return None;
    }
    let count = 1 + copies.count() as i64;
    let program = match first.made_by {
        MadeBy::Syncthing => "Syncthing", // not a text: names of programs
        MadeBy::Dropbox => "Dropbox",
        MadeBy::Nextcloud => "Nextcloud",
    };
    let details = texts.safety_copies_more(&file_name(&first.path), program);
    Some(
        Line::new(Severity::Warn, texts.safety_copies(count), details)
            .icon(icons::CARDS_THREE)
            .action(texts.safety_copies_merge(), Ask::MergeCopy(first.path.clone()))
            .action(texts.safety_later(), Ask::CopiesLater),
    )
}

/// Who has the book open, in one sentence.
pub(in crate::gui) fn held_by(texts: &Texts, holder: &Holder, today: chrono::NaiveDate) -> String {
    let who = match (holder.user.is_empty(), holder.host.is_empty()) {
        (false, false) => format!("{}, {}", holder.user, holder.host),
        (false, true) => holder.user.clone(),
        (true, false) => holder.host.clone(),
        (true, true) => String::new(),
    };
    let since = holder.since.map(|since| when::moment_inside(texts, since, today));
    match (who.is_empty(), since) {
        (false, Some(since)) => texts.safety_held_by(&since, &who),
        (false, None) => texts.safety_held_by_who(&who),
        (true, Some(since)) => texts.safety_held_since(&since),
        (true, None) => texts.safety_held().to_owned(),
    }
}

/// Why the book cannot be changed, for whoever tries.
pub(in crate::gui) fn why_read_only(texts: &Texts, access: &Access, today: chrono::NaiveDate) -> String {
    let why = match access {
        Access::ReadOnly(ReadOnly::Held(holder)) => held_by(texts, holder, today),
        Access::ReadOnly(ReadOnly::Backup(_)) => texts.safety_backup().to_owned(),
        _ => return texts.safety_nothing_changed().to_owned(),
    };
    let (stop, space) = if texts.locale() == crate::text::Locale::Ja { ("。", "") } else { (".", " ") };
    format!("{why}{stop}{space}{}", texts.safety_nothing_changed())
}

fn file_name(path: &Path) -> String {
    path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default()
}
