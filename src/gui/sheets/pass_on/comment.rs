//! The comment: in the user's hand, with what would reach somebody marked where it stands.

use eframe::egui::text::LayoutJob;
use eframe::egui::{self, CornerRadius, Frame, Margin, Stroke, TextBuffer, TextEdit, Ui};

use super::PassOnSheet;
use crate::exchange::share::{Leak, LeakKind, leaks_among};
use crate::gui::ctx::ViewCtx;
use crate::gui::theme::{Palette, TextKind, radius, stroke, text};
use crate::gui::widgets::{Banner, Severity, note_change};

/// Longest comment in signs: it is looked at with every letter that is typed.
const LONGEST: usize = 2_000;

/// Lays the comment out with its leaks struck out in red.
fn marked(ui: &Ui, typed: &str, leaks: &[Leak], width: f32) -> LayoutJob {
    let p = Palette::of(ui);
    let mut job = LayoutJob::default();
    job.wrap.max_width = width;
    let plain = text::format(TextKind::Hand, p.text, typed);
    let mut leaked = plain.clone();
    leaked.color = p.danger;
    leaked.background = p.danger_soft;
    leaked.strikethrough = Stroke::new(1.0, p.danger);
    let mut from = 0;
    for leak in leaks {
        // The text may have changed since they were found: only what is still a part of it is marked.
        let (Some(before), Some(inside)) = (typed.get(from..leak.range.start), typed.get(leak.range.clone()))
        else {
            break;
        };
        job.append(before, 0.0, plain.clone());
        job.append(inside, 0.0, leaked.clone());
        from = leak.range.end;
    }
    job.append(typed.get(from..).unwrap_or_default(), 0.0, plain);
    job
}

impl PassOnSheet {
    pub(super) fn comment_ui(&mut self, ctx: &ViewCtx<'_>, ui: &mut Ui) {
        let p = Palette::of(ui);
        let texts = ctx.texts;
        let language = Self::locale_of(ctx, self.recipient).name();
        ui.horizontal(|ui| {
            ui.label(text::rich(texts.passon_comment(), TextKind::Label, p.text3));
            ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
                ui.label(text::rich(language, TextKind::Label, p.text3));
            });
        });
        let leaks: Vec<Leak> = self.seen(ctx).leaks().to_vec();
        let width = ui.available_width() - 24.0;
        let mut layouter = |ui: &Ui, typed: &dyn TextBuffer, width: f32| {
            ui.painter().layout_job(marked(ui, typed.as_str(), &leaks, width))
        };
        let frame = Frame::new()
            .fill(p.raised)
            .corner_radius(CornerRadius::same(radius::CONTROL))
            .inner_margin(Margin::symmetric(12, 8));
        let shown = frame.show(ui, |ui| {
            let edit = TextEdit::multiline(&mut self.comment)
                .frame(Frame::NONE)
                .hint_text(text::rich(texts.passon_comment_hint(), TextKind::Hand, p.text3))
                .margin(Margin::ZERO)
                .desired_rows(2)
                .char_limit(LONGEST)
                .desired_width(width)
                .layouter(&mut layouter);
            ui.add(edit).accessible_name(texts.passon_comment())
        });
        let field = shown.inner;
        if field.changed() {
            self.version += 1;
        }
        note_change(ui.ctx(), field.id, !self.comment.trim().is_empty());
        let (width, ink) =
            if field.has_focus() { (stroke::FOCUS, p.ai) } else { (stroke::HAIR, p.line_strong) };
        let line = Stroke::new(width, ink);
        ui.painter().rect_stroke(shown.response.rect, radius::CONTROL, line, egui::StrokeKind::Inside);
        let seen = self.seen(ctx);
        if !seen.leaks().is_empty() {
            let mut kinds: Vec<&str> = seen.leaks().iter().map(|leak| leak.kind.words(texts)).collect();
            kinds.sort_unstable();
            kinds.dedup();
            Banner::new(Severity::Warn, &texts.passon_leak(&kinds.join(texts.ways_list_mark()))).show(ui);
        }
    }

    /// What in the need would reach somebody: the owner's note does not say it.
    pub(super) fn need_leaks_ui(&mut self, ctx: &ViewCtx<'_>, ui: &mut Ui) {
        if self.need_text.trim().is_empty() {
            return;
        }
        let (subject, recipient) = (self.subject, self.recipient);
        let key = (ctx.revision, recipient, self.need_text.clone());
        let found = self.need_leaks.get(key, |(.., need)| {
            let people: Vec<_> = [Some(subject), recipient].into_iter().flatten().collect();
            let found = leaks_among(ctx.book, need, &people);
            let mut kinds: Vec<LeakKind> = found.into_iter().map(|leak| leak.kind).collect();
            kinds.sort_unstable();
            kinds.dedup();
            kinds
        });
        if !found.is_empty() {
            let kinds: Vec<&str> = found.iter().map(|kind| kind.words(ctx.texts)).collect();
            let words = ctx.texts.passon_leak_need(&kinds.join(ctx.texts.ways_list_mark()));
            Banner::new(Severity::Warn, &words).show(ui);
        }
    }
}
