//! Carries the sheet out: one edit, and the two notes opened in the mail program, each to exactly one person.

use super::{Gets, PassOnSheet, address_of, form_of, short_name, words_of};
use crate::edit::Edit;
use crate::gui::command::Command;
use crate::gui::ctx::ViewCtx;
use crate::gui::letters_out::{Fate, LetterOut};
use crate::gui::views::card_thumb::front;
use crate::letters::{Attached, Letter, PassedOn};
use crate::model::{Consent, Contact, Id, Party, Referral, ReferralState, ReferralStep};

impl PassOnSheet {
    /// The referral as it goes into the book; one that was only considered goes on.
    fn referral(&self, ctx: &ViewCtx<'_>, recipient: Id<Contact>, state: ReferralState) -> Referral {
        let on = ctx.today;
        let told = state >= ReferralState::OwnerTold;
        let steps = match state {
            ReferralState::Considered => vec![ReferralStep { state, on }],
            _ => {
                let passed = ReferralStep { state: ReferralState::PassedOn, on };
                let told = told.then_some(ReferralStep { state: ReferralState::OwnerTold, on });
                std::iter::once(passed).chain(told).collect()
            }
        };
        let agreed = self.agreed.iter().map(|(what, on)| Consent { what: what.clone(), on: *on });
        Referral {
            id: self.considered.unwrap_or_default(),
            subject: self.subject,
            card: ctx.index.links.current_card(self.subject),
            giver: Party::Me,
            recipient: Party::Contact(recipient),
            need: self.need,
            need_text: self.need_text.trim().to_owned(),
            comment: self.comment.trim().to_owned(),
            state,
            steps,
            owner_told_on: told.then_some(on),
            asks_how: self.asks_how,
            agreed: agreed.collect(),
            ..Referral::default()
        }
    }

    /// The note to the recipient around what they get.
    fn note(&mut self, ctx: &ViewCtx<'_>, recipient: Id<Contact>) -> Letter {
        let reach = self.gives_reach(ctx);
        let (subject, need) = (self.subject, self.need_text.clone());
        let gets = self.seen(ctx).clone();
        let locale = Self::locale_of(ctx, Some(recipient));
        let texts = words_of(&mut self.words[0], locale);
        let attached = match self.gets {
            Gets::Image if front(ctx, subject).is_some() => Attached::Picture,
            Gets::Vcard => Attached::Vcard,
            Gets::Snippet | Gets::Image => Attached::Nothing,
        };
        let passed = PassedOn { book: ctx.book, subject, recipient, need: &need, reach, attached };
        passed.to_recipient(&gets, texts, form_of(ctx, recipient))
    }

    /// Passes the card on as far as a state says, and opens the notes that belong to it.
    pub(super) fn pass_on(&mut self, ctx: &mut ViewCtx<'_>, state: ReferralState) {
        let Some(recipient) = self.recipient else { return };
        let referral = Box::new(self.referral(ctx, recipient, state));
        let paper = self.gives_paper(ctx);
        ctx.edit(Edit::PassOn { referral, paper });
        if state < ReferralState::PassedOn {
            return;
        }
        let out = |ctx: &ViewCtx<'_>, to: Id<Contact>, letter: Letter, tells| LetterOut {
            to: address_of(ctx, to),
            name: short_name(ctx, to),
            letter,
            tells,
            fate: Fate::default(),
        };
        let note = self.note(ctx, recipient);
        let mut letters = vec![out(ctx, recipient, note, None)];
        if state >= ReferralState::OwnerTold {
            let tells = Some([self.subject, recipient]);
            letters.push(out(ctx, self.subject, self.tell.letter.clone(), tells));
        }
        ctx.ask(Command::OpenLetters(letters));
    }
}
