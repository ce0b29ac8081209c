//! The lines between nodes: what each one stands for, how it is drawn, which are switched off.
//!
//! Owns classes (the colour of a line) and kinds (what the legend switches), and the bends that keep lines of one
//! pair apart. Must not know where anything lies. Start reading at [`lines`].

use chrono::{Datelike, NaiveDate};
use eframe::egui::Color32;

use crate::gui::theme::Palette;
use crate::index::{EdgeKind, Network, NodeId, ReferralFlow, strength};
use crate::text::Texts;

/// How a line is coloured, in the order in which lines are painted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Class {
    /// From me to whom I met.
    Met,
    /// Both were at one event.
    SharedEvent,
    /// Both are at one organization.
    SharedOrganization,
    /// A lasting tie.
    Relationship,
    /// A card passed on or an introduction that came to nothing.
    CameToNothing,
    /// It is still to be made.
    Promised,
    /// Nothing has come of it yet.
    Waiting,
    /// They talk.
    Talking,
    /// It led to work.
    LedToWork,
}

/// Numbers of classes, for arrays.
pub(super) const CLASSES: usize = 9;
/// How many strengths a line may have.
pub(super) const STRENGTHS: usize = 4;

impl Class {
    /// All, in the order of painting.
    pub(super) const ALL: [Self; CLASSES] = [
        Self::Met,
        Self::SharedEvent,
        Self::SharedOrganization,
        Self::Relationship,
        Self::CameToNothing,
        Self::Promised,
        Self::Waiting,
        Self::Talking,
        Self::LedToWork,
    ];

    /// Those of the legend, in its order.
    pub(super) const LEGEND: [Self; 8] = [
        Self::LedToWork,
        Self::Talking,
        Self::Waiting,
        Self::Promised,
        Self::CameToNothing,
        Self::Relationship,
        Self::SharedEvent,
        Self::SharedOrganization,
    ];

    fn of(kind: EdgeKind) -> Self {
        match kind {
            EdgeKind::Met => Self::Met,
            EdgeKind::SharedEvent => Self::SharedEvent,
            EdgeKind::SharedOrganization => Self::SharedOrganization,
            EdgeKind::Relationship => Self::Relationship,
            EdgeKind::Introduction(flow) | EdgeKind::Referral(flow) | EdgeKind::Lead(flow) => match flow {
                ReferralFlow::CameToNothing => Self::CameToNothing,
                ReferralFlow::Promised => Self::Promised,
                ReferralFlow::Waiting => Self::Waiting,
                ReferralFlow::Talking => Self::Talking,
                ReferralFlow::LedToWork => Self::LedToWork,
            },
        }
    }

    /// Whether it is drawn as an arrow.
    pub(super) fn is_arrow(self) -> bool {
        self >= Self::CameToNothing
    }

    /// What the legend calls it.
    pub(super) fn label(self, texts: &Texts) -> &str {
        match self {
            Self::Met => texts.network_legend_met(),
            Self::SharedEvent => texts.network_legend_event(),
            Self::SharedOrganization => texts.network_legend_organization(),
            Self::Relationship => texts.network_legend_relationship(),
            Self::CameToNothing => texts.common_outcome_nothing(),
            Self::Promised => texts.network_legend_promised(),
            Self::Waiting => texts.common_outcome_waiting(),
            Self::Talking => texts.common_outcome_talking(),
            Self::LedToWork => texts.common_outcome_led_to_work(),
        }
    }

    /// Its colour, width and dashes at full strength.
    pub(super) fn stroke(self, p: &Palette) -> (Color32, f32, Option<(f32, f32)>) {
        match self {
            Self::Met => (p.line_strong.gamma_multiply(0.22), 1.0, None),
            Self::SharedEvent => (p.line_strong.gamma_multiply(0.5), 1.0, None),
            Self::SharedOrganization => (p.k_call.gamma_multiply(0.6), 1.0, None),
            Self::Relationship => (p.line_strong.gamma_multiply(0.85), 1.2, None),
            Self::CameToNothing => (p.line_strong, 1.8, Some((1.5, 4.5))),
            Self::Promised => (p.k_thanks, 1.4, Some((3.0, 5.0))),
            Self::Waiting => (p.k_thanks, 1.6, Some((7.0, 4.0))),
            Self::Talking => (p.k_review, 1.6, None),
            Self::LedToWork => (p.k_meet, 1.6, None),
        }
    }
}

/// What a line tells of; the legend switches each on and off.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Kind {
    /// A first meeting.
    Met,
    /// A lasting tie, a common event, a common organization: their classes say it already.
    Tie,
    /// An introduction.
    Introduction,
    /// A card passed on.
    Referral,
    /// A lead that I received.
    Lead,
}

impl Kind {
    /// Those which are switched apart from the classes, in the order of the menu.
    pub(super) const MENU: [Self; 4] = [Self::Introduction, Self::Referral, Self::Lead, Self::Met];

    fn of(kind: EdgeKind) -> Self {
        match kind {
            EdgeKind::Met => Self::Met,
            EdgeKind::Introduction(_) => Self::Introduction,
            EdgeKind::Referral(_) => Self::Referral,
            EdgeKind::Lead(_) => Self::Lead,
            EdgeKind::Relationship | EdgeKind::SharedEvent | EdgeKind::SharedOrganization => Self::Tie,
        }
    }

    /// What the legend calls it.
    pub(super) fn label(self, texts: &Texts) -> &str {
        match self {
            Self::Met | Self::Tie => texts.network_legend_met(),
            Self::Introduction => texts.network_legend_introductions(),
            Self::Referral => texts.network_legend_passed_on(),
            Self::Lead => texts.network_legend_leads(),
        }
    }
}

/// What is switched off.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Hidden {
    classes: u16,
    kinds: u8,
    /// People who were only mentioned.
    pub(super) ghosts: bool,
}

impl Hidden {
    /// Whether lines of a class are shown.
    pub(super) fn shows(self, class: Class) -> bool {
        self.classes & (1 << class as u16) == 0
    }

    /// Whether lines of a kind are shown.
    pub(super) fn shows_kind(self, kind: Kind) -> bool {
        self.kinds & (1 << kind as u8) == 0
    }

    /// Switches a class.
    pub(super) fn switch(&mut self, class: Class) {
        self.classes ^= 1 << class as u16;
    }

    /// Switches a kind.
    pub(super) fn switch_kind(&mut self, kind: Kind) {
        self.kinds ^= 1 << kind as u8;
    }

    /// Whether this line is left out.
    pub(super) fn hides(self, line: &Line) -> bool {
        !(self.shows(line.class) && self.shows_kind(line.kind))
    }

    /// Whether an edge of the network is left out.
    pub(super) fn hides_edge(self, kind: EdgeKind) -> bool {
        !(self.shows(Class::of(kind)) && self.shows_kind(Kind::of(kind)))
    }
}

/// One line.
#[derive(Clone, Copy, Debug)]
pub(super) struct Line {
    pub(super) from: NodeId,
    pub(super) to: NodeId,
    pub(super) class: Class,
    pub(super) kind: Kind,
    /// How much it weighs by warmth and recency: from 0 to [`STRENGTHS`] − 1.
    pub(super) strength: u8,
    /// How far the middle lies beside the straight way, as a part of its length.
    pub(super) bend: f32,
    /// The first and the last day on which it held, as days of the common era.
    pub(super) held: [i32; 2],
}

/// The number of a day; one that is not known counts as always.
pub(super) fn day_number(day: Option<NaiveDate>, unknown: i32) -> i32 {
    day.map_or(unknown, |day| day.num_days_from_ce())
}

/// What an edge tells: the lower and the higher node, class, kind, whether it points backwards, strength, first and last
/// day.
type Told = (NodeId, NodeId, Class, Kind, bool, u8, [i32; 2]);

/// One line for each class, kind and direction between two nodes, bent so that lines of one pair lie apart. The least
/// important ones come first. Also returns how many there are of each class and kind.
pub(super) fn lines(network: &Network, warmth: &[f32], today: NaiveDate) -> (Vec<Line>, Counts) {
    let mut all: Vec<Told> = network
        .edges()
        .iter()
        .map(|edge| {
            let strength = (strength(edge, warmth, today) * STRENGTHS as f32) as u8;
            let held = [day_number(edge.on, i32::MIN), day_number(edge.until, i32::MAX)];
            let (low, high) = (edge.from.min(edge.to), edge.from.max(edge.to));
            let (class, kind) = (Class::of(edge.kind), Kind::of(edge.kind));
            (low, high, class, kind, edge.from > edge.to, strength.min(STRENGTHS as u8 - 1), held)
        })
        .collect();
    all.sort_unstable();
    // Several records that say the same are one line: it holds as long as any of them, as strong as the strongest.
    all.dedup_by(|next, kept| {
        let same = (next.0, next.1, next.2, next.3, next.4) == (kept.0, kept.1, kept.2, kept.3, kept.4);
        if same {
            kept.5 = kept.5.max(next.5);
            kept.6 = [kept.6[0].min(next.6[0]), kept.6[1].max(next.6[1])];
        }
        same
    });
    let mut lines = Vec::with_capacity(all.len());
    let mut counts = Counts::default();
    for pair in all.chunk_by(|a, b| (a.0, a.1) == (b.0, b.1)) {
        for (number, &(low, high, class, kind, backwards, strength, held)) in pair.iter().enumerate() {
            counts.classes[class as usize] += 1;
            counts.kinds[kind as usize] += 1;
            // Seen from the lower node; an arrow alone bends a little too, so that it reads as one.
            let apart = number as f32 - (pair.len() as f32 - 1.0) / 2.0;
            let alone = if class.is_arrow() { 0.13 } else { 0.0 };
            let bend = if pair.len() > 1 { apart * 0.22 } else { alone };
            let (from, to, bend) = if backwards { (high, low, -bend) } else { (low, high, bend) };
            lines.push(Line { from, to, class, kind, strength, bend, held });
        }
    }
    lines.sort_unstable_by_key(|line| {
        // Mixed within one strength: a part of them is no corner of the picture.
        let mixed = (line.from ^ line.to.rotate_left(16)).wrapping_mul(0x9e37_79b9);
        (line.class, line.strength, mixed, line.from, line.to, line.kind)
    });
    (lines, counts)
}

/// How many lines there are.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Counts {
    /// By [`Class`].
    pub(super) classes: [usize; CLASSES],
    /// By [`Kind`].
    pub(super) kinds: [usize; 5],
    /// People who were only mentioned.
    pub(super) ghosts: usize,
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::index::Index;
    use crate::model::{
        Book, Contact, Id, Introduction, IntroductionState, Party, Record, Referral, Relationship,
    };

    fn put<T: Record + crate::model::InBook>(book: &mut Book, record: T) {
        T::table_mut(book).insert(record.id(), Arc::new(record));
    }

    fn day(text: &str) -> NaiveDate {
        text.parse().expect("a day")
    }

    /// Two people with a tie, an introduction by the first and one by the second, and a card passed on.
    fn network() -> Arc<Network> {
        let mut book = Book::default();
        for id in 1..=2 {
            put(&mut book, Contact { id: Id::new(id), ..Contact::default() });
        }
        let (a, b) = (Id::new(1), Id::new(2));
        put(&mut book, Relationship { id: Id::new(1), from: a, to: b, ..Relationship::default() });
        for (id, one, two) in [(1, a, b), (2, b, a), (3, a, b)] {
            let (a, b) = (Party::Contact(one), Party::Contact(two));
            let on = Some(day("2026-05-01"));
            put(&mut book, Introduction { id: Id::new(id), a, b, on, ..Introduction::default() });
        }
        let promised = IntroductionState::Promised;
        let (x, y) = (Party::Contact(a), Party::Contact(b));
        put(
            &mut book,
            Introduction { id: Id::new(4), a: x, b: y, state: promised, ..Introduction::default() },
        );
        put(&mut book, Referral { id: Id::new(1), subject: a, recipient: y, ..Referral::default() });
        Index::rebuild(&book).network()
    }

    #[test]
    fn lines_of_one_pair_lie_apart() {
        let (lines, counts) = lines(&network(), &[], day("2026-10-14"));
        assert_eq!(lines.len(), 5, "{lines:?}");
        let side = |line: &Line| if line.from < line.to { line.bend } else { -line.bend };
        for (at, line) in lines.iter().enumerate() {
            for other in &lines[..at] {
                assert!((side(line) - side(other)).abs() > 0.1, "{line:?} lies on {other:?}");
            }
        }
        assert_eq!(counts.kinds[Kind::Introduction as usize], 3);
        assert_eq!(counts.classes[Class::Promised as usize], 2);
        assert!(lines.windows(2).all(|pair| pair[0].class <= pair[1].class));
    }

    #[test]
    fn the_legend_switches_classes_and_kinds_apart() {
        let (lines, _) = lines(&network(), &[], day("2026-10-14"));
        let left = |hidden: Hidden| lines.iter().filter(|line| !hidden.hides(line)).count();
        let mut hidden = Hidden::default();
        hidden.switch_kind(Kind::Introduction);
        assert_eq!(left(hidden), 2);
        hidden.switch(Class::Relationship);
        assert_eq!(left(hidden), 1);
        hidden.switch(Class::Promised);
        assert_eq!(left(hidden), 0);
        hidden.switch_kind(Kind::Introduction);
        assert_eq!(left(hidden), 2);
    }

    #[test]
    fn warmth_and_recency_make_a_line_strong() {
        let network = network();
        let of = |warmth: &[f32], today| lines(&network, warmth, day(today)).0;
        let waiting = |lines: Vec<Line>| {
            lines.iter().find(|line| line.class == Class::Waiting).map(|line| line.strength)
        };
        let (warm, cold) = ([1.0, 0.9, 0.9], [1.0, 0.9, 0.0]);
        assert_eq!(waiting(of(&warm, "2026-05-02")), Some(3));
        assert_eq!(waiting(of(&cold, "2026-05-02")), Some(1));
        assert_eq!(waiting(of(&cold, "2036-05-02")), Some(0));
    }
}
