//! Letters on their way to the mail program, and what is offered where none takes them.
//!
//! Owns how a letter is handed to the system, the clipboard where that cannot be done, and that the book does not say of an
//! owner who is told by a letter that they were told when nothing opened. Must not know what a letter says
//! ([`crate::letters`]). Start reading at [`App::open_letters`].
//!
//! The system says only when nothing opened, and some time later. So what is recorded stands first, and is put back then.
//!
//! Invariant: a letter that is not opened can be copied whole, and an owner does not count as told by it
//! (`suite::app_passon::without_a_mail_program_nobody_counts_as_told`).

use std::sync::Arc;
use std::sync::atomic::{AtomicU8, Ordering};

use eframe::egui::{self, Ui};

use super::app::App;
use super::command::Command;
use super::ctx::ViewCtx;
use super::theme::{Palette, TextKind, text};
use super::widgets::{Banner, Severity};
use crate::edit::{Edit, Label};
use crate::letters::{AddressKind, LONGEST_LINK, Letter, MailLink, address_kind, check_address, mail_link};
use crate::model::{Contact, Id, Party, Referral, ReferralState};
use crate::text::Texts;

/// How many letters can be on their way; of more than these the first are taken to be opened.
const MOST: usize = 12;

/// What became of a letter, as far as the system says. Whoever handed it over keeps one end.
#[derive(Debug, Clone, Default)]
pub struct Fate(Arc<AtomicU8>);

impl Fate {
    const PASTED: u8 = 1;
    const FAILED: u8 = 2;

    /// No program took it.
    pub fn has_failed(&self) -> bool {
        self.0.load(Ordering::Relaxed) == Self::FAILED
    }

    /// It was too long to be handed over whole: its text is on the clipboard.
    pub fn is_pasted(&self) -> bool {
        self.0.load(Ordering::Relaxed) == Self::PASTED
    }

    fn set(&self, fate: u8) {
        self.0.store(fate, Ordering::Relaxed);
    }

    /// Whether whoever handed the letter over is still there to say what became of it.
    fn is_watched(&self) -> bool {
        Arc::strong_count(&self.0) > 1
    }
}

impl PartialEq for Fate {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.0, &other.0)
    }
}

/// A letter that is to be opened in the mail program.
#[derive(Debug, Clone, PartialEq)]
pub struct LetterOut {
    /// The one address; without one, or with none that is one, the letter goes to the clipboard.
    pub to: Option<String>,
    /// Whose it is.
    pub name: String,
    /// The letter.
    pub letter: Letter,
    /// It tells the first one that their card was passed on to the second.
    pub tells: Option<[Id<Contact>; 2]>,
    /// Where it is said what became of it.
    pub fate: Fate,
}

impl LetterOut {
    /// Address, subject and text, to be pasted elsewhere.
    fn whole(&self) -> String {
        whole(self.to.as_deref(), &self.letter)
    }
}

/// A letter to be pasted: the address where there is one, the subject, the text.
pub(super) fn whole(to: Option<&str>, letter: &Letter) -> String {
    let head = to.map(|to| format!("{}\n", to.trim())).unwrap_or_default();
    format!("{head}{}\n\n{}", letter.subject, letter.body)
}

/// A letter that the system is to open.
pub(super) struct OnItsWay {
    link: String,
    letter: LetterOut,
    /// Of whose card the owner is told by it.
    referral: Option<Told>,
}

/// An owner was told just now: of which card, and how many steps the history had then.
#[derive(Debug, Clone, Copy)]
struct Told {
    referral: Id<Referral>,
    history: usize,
}

/// Says in the sheet from which a letter was handed over that nothing opened, and offers to copy it.
pub(super) fn not_opened_ui(
    ctx: &mut ViewCtx<'_>,
    ui: &mut Ui,
    fate: Option<&Fate>,
    (to, letter): (Option<&str>, &Letter),
) {
    if !fate.is_some_and(Fate::has_failed) {
        return;
    }
    let banner = Banner::new(Severity::Warn, ctx.texts.app_letter_not_taken());
    if banner.action(ctx.texts.app_letter_copy()).show(ui) {
        ctx.ask(Command::Copy(whole(to, letter)));
    }
}

/// Says what is wrong with an address, or that others read what comes there.
pub(super) fn address_ui(texts: &Texts, ui: &mut Ui, address: Option<&str>) {
    let p = Palette::of(ui);
    let (words, ink) = match address.map(check_address) {
        Some(Err(_)) => (texts.letters_address_bad(), p.danger),
        Some(Ok(address)) if address_kind(address) == AddressKind::Shared => (texts.letters_shared(), p.warn),
        _ => return,
    };
    ui.add(egui::Label::new(text::rich(words, TextKind::Small, ink)).wrap());
}

impl App {
    /// Opens letters in the mail program, each to one address. Where there is no address, or the system takes no address so
    /// long, the text is put on the clipboard; it holds one letter, so the next one is offered in a line.
    pub(super) fn open_letters(&mut self, ctx: &egui::Context, letters: Vec<LetterOut>) {
        let mut is_taken = false;
        for letter in letters {
            let referral = letter.tells.and_then(|[owner, recipient]| self.told_just_now(owner, recipient));
            let link = letter.to.as_deref().and_then(|to| mail_link(to, &letter.letter, LONGEST_LINK).ok());
            match link {
                Some(MailLink::Whole(link)) => self.send_out(OnItsWay { link, letter, referral }),
                Some(MailLink::WithoutBody(link)) => {
                    if is_taken {
                        let words = self.texts.app_letter_too_long(&letter.name);
                        self.offer(words, &letter, None);
                    } else {
                        ctx.copy_text(letter.letter.body.clone());
                        letter.fate.set(Fate::PASTED);
                        self.toasts.tell(self.texts.letters_pasted().to_owned());
                        is_taken = true;
                    }
                    self.send_out(OnItsWay { link, letter, referral });
                }
                // The clipboard tells nobody.
                None if is_taken || referral.is_some() => self.letter_not_opened(letter, referral),
                None => {
                    ctx.copy_text(letter.whole());
                    letter.fate.set(Fate::PASTED);
                    self.toasts.tell(self.texts.passon_clipboard(&letter.name));
                    is_taken = true;
                }
            }
        }
    }

    fn send_out(&mut self, out: OnItsWay) {
        let link = out.link.clone();
        if self.letters.len() >= MOST {
            self.letters.remove(0);
        }
        self.letters.push(out);
        if let Err(reason) = self.platform.open_link(&link, &self.jobs) {
            self.link_failed(&link, &reason);
        }
    }

    /// Nothing took an address. Returns whether it was that of a letter.
    pub(super) fn has_letter_failed(&mut self, link: &str) -> bool {
        let Some(at) = self.letters.iter().position(|out| out.link == link) else { return false };
        let OnItsWay { letter, referral, .. } = self.letters.remove(at);
        self.letter_not_opened(letter, referral);
        true
    }

    /// Nothing opened: whoever it was to tell was not told, and it can be copied.
    fn letter_not_opened(&mut self, letter: LetterOut, told: Option<Told>) {
        letter.fate.set(Fate::FAILED);
        let told = told.filter(|told| self.is_told_only_now(told.referral));
        let untold = told.map(|told| told.referral);
        if let Some(Told { referral, history }) = told {
            let edit = Edit::AdvanceReferral { referral, to: ReferralState::PassedOn };
            // One step of Undo with the passing on, unless something else was done meanwhile.
            let is_last = self.session.history().len() == history
                && matches!(self.session.history().undo_label(), Some(Label::PassOn(..)));
            let put_back = match is_last {
                true => self.session.commit_onto_last(edit),
                false => self.session.commit(edit),
            };
            if put_back.is_ok() {
                self.committed(None);
            }
        } else if letter.fate.is_watched() {
            // The sheet from which it came says so beside the letter.
            return;
        }
        let words = match untold {
            Some(_) => self.texts.app_letter_not_told(&letter.name),
            None => self.texts.app_letter_not_opened(&letter.name),
        };
        self.offer(words, &letter, untold);
    }

    /// A line that offers to copy a letter, and then to say that it was sent.
    fn offer(&mut self, words: String, letter: &LetterOut, tells: Option<Id<Referral>>) {
        let copy = match tells {
            Some(referral) => {
                Command::CopyToTell { text: letter.whole(), name: letter.name.clone(), referral }
            }
            None => Command::Copy(letter.whole()),
        };
        self.toasts.offer(words, (self.texts.app_letter_copy().to_owned(), copy), true);
    }

    /// Puts the note to an owner on the clipboard, and offers to note that they were told by it.
    pub(super) fn copy_to_tell(
        &mut self,
        ctx: &egui::Context,
        text: String,
        name: &str,
        referral: Id<Referral>,
    ) {
        ctx.copy_text(text);
        let told = Command::Edit(Box::new(Edit::TellOwner { referral }));
        let label = self.texts.inspector_owner_told().to_owned();
        self.toasts.offer(self.texts.app_letter_copied(name), (label, told), false);
    }

    /// The referral by which an owner was told a moment ago.
    fn told_just_now(&self, owner: Id<Contact>, recipient: Id<Contact>) -> Option<Told> {
        let referrals = self.session.book().referrals.values();
        let between = referrals.filter(|it| {
            (it.subject, it.giver, it.recipient) == (owner, Party::Me, Party::Contact(recipient))
        });
        let newest = between.max_by_key(|it| (it.updated_at, it.id)).map(|it| it.id);
        let history = self.session.history().len();
        newest.filter(|id| self.is_told_only_now(*id)).map(|referral| Told { referral, history })
    }

    /// Whether an owner was told today, and nothing came of it since.
    fn is_told_only_now(&self, referral: Id<Referral>) -> bool {
        let today = self.session.clock().today();
        let referral = self.session.book().get(referral);
        referral.is_some_and(|it| it.state == ReferralState::OwnerTold && it.owner_told_on == Some(today))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_letter_to_be_pasted_has_its_address_and_subject() {
        let letter = Letter { subject: "An introduction".to_owned(), body: "Dear Mina,".to_owned() };
        assert_eq!(whole(Some(" m@example.com "), &letter), "m@example.com\nAn introduction\n\nDear Mina,");
        assert_eq!(whole(None, &letter), "An introduction\n\nDear Mina,");
    }

    #[test]
    fn who_hands_a_letter_over_hears_what_became_of_it() {
        let kept = Fate::default();
        let sent = kept.clone();
        assert!(sent.is_watched() && !kept.has_failed());
        sent.set(Fate::FAILED);
        assert!(kept.has_failed() && !kept.is_pasted());
        drop(kept);
        assert!(!sent.is_watched());
    }
}
