//! Lines of text that come and go: what was done, with Undo; what went wrong, until it is closed.

use std::collections::VecDeque;

use super::command::Command;
use super::widgets::ToastSign;

/// Seconds for which a line stays.
const SECONDS: f64 = 6.0;

/// Most lines shown at once.
const MOST: usize = 3;

/// One line.
#[derive(Debug, Clone, PartialEq)]
pub struct Toast {
    /// What it says.
    pub text: String,
    /// It offers Undo for the step that the history had at this length.
    pub undo_at: Option<usize>,
    /// The label of what shows more about it.
    pub show: Option<String>,
    /// What it offers to do, each with the label of its button.
    pub offers: Vec<(String, Command)>,
    /// For how many seconds it stays; without a number until it is closed.
    pub seconds: Option<f64>,
    /// It tells of something that went wrong.
    pub is_problem: bool,
    /// It says what to do first; nothing was done.
    pub is_hint: bool,
    /// It says why nothing may be changed; no longer true when the book can be written.
    pub is_refusal: bool,
    /// When it goes, in seconds of the window's clock; set when it is first drawn.
    pub until: Option<f64>,
}

impl Toast {
    fn new(text: String) -> Self {
        Self {
            text,
            undo_at: None,
            show: None,
            offers: Vec::new(),
            seconds: Some(SECONDS),
            is_problem: false,
            is_hint: false,
            is_refusal: false,
            until: None,
        }
    }
}

impl Toast {
    /// What stands before the words.
    pub fn sign(&self) -> ToastSign {
        match (self.is_problem, self.is_hint) {
            (true, _) => ToastSign::Problem,
            (false, true) => ToastSign::Hint,
            (false, false) => ToastSign::Done,
        }
    }
}

/// The lines that are shown, oldest first.
#[derive(Debug, Default)]
pub struct Toasts {
    lines: VecDeque<Toast>,
}

impl Toasts {
    /// Tells what happened.
    pub fn tell(&mut self, text: String) {
        self.push(Toast::new(text));
    }

    /// Says why nothing was done, and what to do first.
    pub fn hint(&mut self, text: String) {
        // The same key pressed twice says nothing more.
        self.lines.retain(|line| line.text != text);
        self.push(Toast { is_hint: true, ..Toast::new(text) });
    }

    /// Tells what another program changed, with Undo and perhaps more to see.
    pub fn taken_over(&mut self, text: String, history: usize, show: Option<String>) {
        self.lines.retain(|line| line.undo_at.is_none());
        self.push(Toast { undo_at: Some(history), show, ..Toast::new(text) });
    }

    /// Tells what was done, with Undo.
    pub fn done(&mut self, text: String, history: usize) {
        // A newer step makes the older line's Undo wrong: it would take back something else.
        self.lines.retain(|line| line.undo_at.is_none());
        self.push(Toast { undo_at: Some(history), ..Toast::new(text) });
    }

    /// Tells what went wrong.
    pub fn problem(&mut self, text: String) {
        self.lines.retain(|line| line.text != text);
        self.push(Toast { is_problem: true, seconds: None, ..Toast::new(text) });
    }

    /// Tells what went wrong, and offers a way to do it by hand.
    pub fn problem_with(&mut self, text: String, offer: (String, Command)) {
        self.problem(text);
        if let Some(line) = self.lines.back_mut() {
            line.offers.push(offer);
        }
    }

    /// Tells something, with what can be done about it: it stays until that is done or it is closed, for what it offers goes
    /// with it.
    pub fn offer(&mut self, text: String, offer: (String, Command), is_problem: bool) {
        self.lines.retain(|line| line.text != text);
        self.push(Toast { offers: vec![offer], seconds: None, is_problem, ..Toast::new(text) });
    }

    /// Tells that nothing may be changed just now, and why.
    pub fn refused(&mut self, text: String) {
        self.problem(text);
        if let Some(line) = self.lines.back_mut() {
            line.is_refusal = true;
        }
    }

    /// Removes the lines that say that nothing may be changed.
    pub fn forget_refusals(&mut self) {
        self.lines.retain(|line| !line.is_refusal);
    }

    fn push(&mut self, toast: Toast) {
        while self.lines.len() >= MOST {
            // What a line offers would be lost with it.
            let plain = self.lines.iter().position(|line| line.offers.is_empty());
            self.lines.remove(plain.unwrap_or(0));
        }
        self.lines.push_back(toast);
    }

    /// Removes lines whose time is over; returns after how many seconds the next one goes.
    pub fn tick(&mut self, now: f64, hovered: bool) -> Option<f64> {
        for line in &mut self.lines {
            let Some(seconds) = line.seconds else { continue };
            let until = line.until.get_or_insert(now + seconds);
            if hovered {
                *until = until.max(now + 2.0);
            }
        }
        self.lines.retain(|line| line.until.is_none_or(|until| until > now));
        self.lines.iter().filter_map(|line| line.until).map(|until| until - now).reduce(f64::min)
    }

    /// The lines, oldest first.
    pub fn lines(&self) -> impl Iterator<Item = &Toast> {
        self.lines.iter()
    }

    /// Removes one line.
    pub fn close(&mut self, index: usize) {
        self.lines.remove(index);
    }

    /// Removes the lines that offer Undo, because something was undone.
    pub fn forget_undo(&mut self) {
        self.lines.retain(|line| line.undo_at.is_none());
    }

    /// Whether nothing is shown.
    pub fn is_empty(&self) -> bool {
        self.lines.is_empty()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_goes_after_its_time_and_a_problem_stays() {
        let mut toasts = Toasts::default();
        toasts.tell("saved".to_owned());
        toasts.problem("broken".to_owned());
        assert_eq!(toasts.tick(10.0, false), Some(SECONDS));
        toasts.tick(10.0 + SECONDS, false);
        assert_eq!(toasts.lines().map(|line| line.text.as_str()).collect::<Vec<_>>(), ["broken"]);
    }

    #[test]
    fn what_is_offered_stays_and_is_not_driven_out_by_what_is_told() {
        let mut toasts = Toasts::default();
        toasts.tell("saved".to_owned());
        toasts.offer("lost".to_owned(), ("Copy".to_owned(), Command::Copy("letter".to_owned())), true);
        toasts.tick(10.0, false);
        toasts.tick(10.0 + SECONDS, false);
        assert_eq!(toasts.lines().map(|line| line.text.as_str()).collect::<Vec<_>>(), ["lost"]);
        for at in 0..5 {
            toasts.tell(format!("told {at}"));
        }
        toasts.tick(1_000.0, false);
        assert_eq!(toasts.lines().next().map(|line| line.text.as_str()), Some("lost"));
    }

    #[test]
    fn a_hint_is_no_deed() {
        let mut toasts = Toasts::default();
        toasts.tell("saved".to_owned());
        toasts.hint("select somebody first".to_owned());
        toasts.hint("select somebody first".to_owned());
        toasts.problem("broken".to_owned());
        let signs: Vec<ToastSign> = toasts.lines().map(Toast::sign).collect();
        assert_eq!(signs, [ToastSign::Done, ToastSign::Hint, ToastSign::Problem]);
    }

    #[test]
    fn what_may_be_changed_again_is_not_refused_any_more() {
        let mut toasts = Toasts::default();
        toasts.refused("read only".to_owned());
        toasts.problem("broken".to_owned());
        toasts.forget_refusals();
        assert_eq!(toasts.lines().map(|line| line.text.as_str()).collect::<Vec<_>>(), ["broken"]);
    }

    #[test]
    fn only_the_newest_step_offers_undo() {
        let mut toasts = Toasts::default();
        toasts.done("one".to_owned(), 1);
        toasts.done("two".to_owned(), 2);
        assert_eq!(toasts.lines().count(), 1);
    }
}
