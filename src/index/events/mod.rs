//! What events add up to: whether going again is worth it, who comes again and again, how reliable one was, and whether
//! amends were made.
//!
//! Owns the arithmetic of the advice and of the records. It reads the book and says what is in it; it judges an event,
//! never a person. Must not know how it is drawn. Start reading at [`Advice::over`], then [`Series::of`].
//!
//! Invariant: the lines of an advice add up to its points
//! (held by `advice::tests::the_lines_add_up_to_the_result` and the suite's `every_advice_adds_up`).

mod advice;
mod amends;
mod record;
mod reply;
mod series;
mod words;

pub use advice::{Advice, AdviceFact, AdviceLine, DEEPENED_AFTER_DAYS, Judgement, has_deepened};
pub use amends::{AmendsBook, AmendsItem, Settlement};
pub use record::Record;
pub use reply::{organizer_thanked_on, replied, thank_you_for, thanked_for, written_to};
pub use series::{Face, Series, series_key, series_names};
pub use words::{fact_text, money_sum, record_lines, reply_word, settled_word, status_word};
