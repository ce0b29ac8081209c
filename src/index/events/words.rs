//! Events in words: the same in the window and on the command line.

use super::{AdviceFact, AmendsBook, Record, Settlement};
use crate::index::money_text;
use crate::model::{Attendance, Event, Money, Reply};
use crate::text::{Locale, Texts};

fn count(of: usize) -> i64 {
    i64::try_from(of).unwrap_or(i64::MAX)
}

/// Returns the word for an attendance.
pub fn status_word(texts: &Texts, status: Attendance) -> &str {
    match status {
        Attendance::Planned => texts.common_event_planned(),
        Attendance::Attended => texts.common_event_attended(),
        Attendance::CancelledEarly => texts.common_event_cancelled_early(),
        Attendance::CancelledLate => texts.common_event_cancelled_late(),
        Attendance::NoShow => texts.common_event_no_show(),
    }
}

/// Returns the word for my attendance, and whether what it asks for is settled: "Cancelled late, open".
pub fn settled_word(texts: &Texts, event: &Event, amends: &AmendsBook) -> String {
    let status = status_word(texts, event.status);
    let settled = match amends.settlement(event) {
        Settlement::NotAsked | Settlement::Waived => return status.to_owned(),
        Settlement::Open { .. } => texts.visits_amends_unsettled(),
        Settlement::Settled => texts.visits_amends_made_good(),
    };
    texts.visits_amends_status(settled, status)
}

/// Returns the word for a reply.
pub fn reply_word(texts: &Texts, reply: Reply) -> &str {
    match reply {
        Reply::None => texts.visits_reply_none(),
        Reply::Once => texts.visits_reply_once(),
        Reply::Continuing => texts.visits_reply_continuing(),
    }
}

/// Returns the lines of a record, without those that would say none.
pub fn record_lines(texts: &Texts, record: &Record) -> Vec<(Attendance, String)> {
    let order = [
        Attendance::Attended,
        Attendance::CancelledEarly,
        Attendance::CancelledLate,
        Attendance::NoShow,
        Attendance::Planned,
    ];
    let lines = order.into_iter().filter(|status| record.get(*status) > 0).map(|status| {
        let count = count(record.get(status));
        let words = match status {
            Attendance::Planned => texts.visits_record_planned(count),
            Attendance::Attended => texts.visits_record_attended(count),
            Attendance::CancelledEarly => texts.visits_record_early(count),
            Attendance::CancelledLate => texts.visits_record_late(count),
            Attendance::NoShow => texts.visits_record_no_show(count),
        };
        (status, words)
    });
    lines.collect()
}

/// Returns amounts of several currencies in one text.
pub fn money_sum(all: &[Money], locale: Locale) -> String {
    let amounts: Vec<String> = all.iter().map(|money| money_text(money, locale)).collect();
    amounts.join(" + ")
}

/// Returns what a line of an advice is about, and the numbers behind it.
pub fn fact_text<'a>(texts: &'a Texts, fact: &AdviceFact) -> (&'a str, String) {
    let locale = texts.locale();
    let number = |of: usize| locale.number(count(of));
    match fact {
        AdviceFact::Start => (texts.visits_advice_start(), String::new()),
        AdviceFact::People { lasting, met } => {
            let detail = texts.visits_advice_people_detail(&number(*lasting), &number(*met));
            (texts.visits_advice_people(), detail)
        }
        AdviceFact::Follows { talking, outcomes } => {
            let mut parts = vec![texts.visits_advice_talking(count(*talking))];
            if *outcomes > 0 {
                parts.push(texts.visits_advice_outcomes(count(*outcomes)));
            }
            let between = locale.comma();
            (texts.visits_advice_follows(), parts.join(between))
        }
        AdviceFact::Cost { spent, each } => {
            let detail = match (spent.is_empty(), each.is_empty()) {
                (true, _) => texts.visits_advice_cost_free().to_owned(),
                (false, true) => texts.visits_advice_cost_none(&money_sum(spent, locale)),
                (false, false) => {
                    texts.visits_advice_cost_each(&money_sum(each, locale), &money_sum(spent, locale))
                }
            };
            (texts.visits_advice_cost(), detail)
        }
        AdviceFact::Organizer { yes, no } => {
            let detail = if yes + no == 0 {
                texts.visits_advice_organizer_unknown().to_owned()
            } else {
                texts.visits_advice_organizer_detail(&number(*no), &number(*yes))
            };
            (texts.visits_advice_organizer(), detail)
        }
        AdviceFact::Evidence { visits, met } => {
            let words = match visits {
                1 => texts.visits_advice_evidence_one(),
                _ => texts.visits_advice_evidence(),
            };
            (words, texts.visits_advice_evidence_detail(&number(*met), count(*visits)))
        }
    }
}
