//! The one table of what has a name: in menus, in the palette, on keys.

use eframe::egui::{Key, KeyboardShortcut, Modifiers};

use crate::gui::settings::ThemeChoice;
use crate::gui::theme::icons;
use crate::session::{EventsFormat, ExportFormat};
use crate::text::{Locale, Texts};

use super::{Route, last_event};

/// A command with a name: in menus, in the list of shortcuts, on keys.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Action {
    /// Choose files of cards.
    AddCards,
    /// Paste a picture.
    PasteImage,
    /// Type a card by hand.
    NewContact,
    /// Put the cursor into the search field.
    Search,
    /// Save what stands in the search field, or change it when it is saved.
    SaveSearch,
    /// Take the last step back.
    Undo,
    /// Carry out again what was undone.
    Redo,
    /// Save now.
    Save,
    /// Log a meeting with the selected person.
    LogEncounter,
    /// Pass the selected person's card on.
    PassOn,
    /// Introduce the selected person.
    Introduce,
    /// Note something about the selected person.
    Capture,
    /// Look for who can help with something.
    WhoHelps,
    /// Look for who needs the selected person.
    WhoNeeds,
    /// Write to the selected person.
    Mail,
    /// What to have in mind before meeting the selected person.
    HumanFirst,
    /// Names and faces.
    LearnNames,
    /// Add a follow-up.
    AddFollowUp,
    /// Open another book.
    OpenBook,
    /// Take in events of a calendar file.
    ImportCalendar,
    /// Save a copy of the book elsewhere.
    SaveCopy,
    /// Show earlier states of the book.
    Earlier,
    /// Show people who may be in the book twice.
    Duplicates,
    /// Show what was deleted.
    Trash,
    /// Go to a view by its number in the rail.
    Go(Route),
    /// The list of shortcuts.
    Shortcuts,
    /// Find people, events and commands by typing.
    Palette,
    /// Write down that somebody sent me a customer or a contact.
    RecordLead,
    /// The user's own words that mean the same.
    Synonyms,
    /// Add an event.
    AddEvent,
    /// Add a circle.
    AddCircle,
    /// See the book as a circle would.
    SeeAs,
    /// Name the cards of the pile.
    SortPile,
    /// Do something with ten cards of the pile.
    ClearTen,
    /// Show where the cards are.
    Places,
    /// Tell about the people of the last event.
    Debrief,
    /// Review the selected person.
    Review,
    /// Show why relationships did or did not develop.
    Reasons,
    /// Tie the selected person to another.
    Relate,
    /// Show who can bring me to the selected person.
    Reach,
    /// Show who brought me the selected person.
    Lineage,
    /// Look for damage in the book.
    CheckBook,
    /// Set or change the passphrase.
    Passphrase,
    /// Light, dark or as the system.
    Theme(ThemeChoice),
    /// Speak another language.
    Language(Locale),
    /// Show the rail as glyphs only, or with words again.
    FoldRail,
    /// Fill an empty book with the demo network.
    LoadDemo,
    /// Take the demo network out again.
    ClearDemo,
    /// Go to the next part of the window with the keyboard.
    NextPane,
    /// Go to the part of the window before.
    PreviousPane,
    /// Take in a network file.
    ImportNetwork,
    /// Export the network.
    ExportNetwork,
    /// Export the selected people, or everybody when nobody is selected.
    Export(ExportFormat),
    /// About the program.
    About,
}

impl Action {
    /// All actions in the order of the list of shortcuts.
    pub const ALL: [Self; 68] = [
        Self::Palette,
        Self::AddCards,
        Self::PasteImage,
        Self::NewContact,
        Self::SortPile,
        Self::ClearTen,
        Self::Places,
        Self::Debrief,
        Self::Search,
        Self::SaveSearch,
        Self::LogEncounter,
        Self::AddFollowUp,
        Self::PassOn,
        Self::Introduce,
        Self::Capture,
        Self::WhoHelps,
        Self::WhoNeeds,
        Self::RecordLead,
        Self::Synonyms,
        Self::Mail,
        Self::HumanFirst,
        Self::LearnNames,
        Self::Review,
        Self::Reasons,
        Self::Relate,
        Self::Reach,
        Self::Lineage,
        Self::AddEvent,
        Self::AddCircle,
        Self::SeeAs,
        Self::Undo,
        Self::Redo,
        Self::Save,
        Self::OpenBook,
        Self::ImportCalendar,
        Self::ImportNetwork,
        Self::SaveCopy,
        Self::Export(ExportFormat::Ron),
        Self::Export(ExportFormat::Json),
        Self::ExportNetwork,
        Self::Export(ExportFormat::Ics),
        Self::Export(ExportFormat::Events(EventsFormat::Csv)),
        Self::Export(ExportFormat::Events(EventsFormat::Json)),
        Self::Earlier,
        Self::CheckBook,
        Self::Passphrase,
        Self::LoadDemo,
        Self::ClearDemo,
        Self::Duplicates,
        Self::Trash,
        Self::Go(Route::Today),
        Self::Go(Route::Cards),
        Self::Go(Route::Network),
        Self::Go(Route::Calendar),
        Self::Go(Route::Events),
        Self::Go(Route::Referrals),
        Self::Go(Route::Settings),
        Self::NextPane,
        Self::PreviousPane,
        Self::FoldRail,
        Self::Theme(ThemeChoice::Light),
        Self::Theme(ThemeChoice::Dark),
        Self::Theme(ThemeChoice::System),
        Self::Language(Locale::En),
        Self::Language(Locale::Ja),
        Self::Language(Locale::De),
        Self::Shortcuts,
        Self::About,
    ];

    /// The name on screen.
    pub fn label(self, texts: &Texts) -> &str {
        match self {
            Self::AddCards => texts.app_action_add_cards(),
            Self::PasteImage => texts.app_action_paste_image(),
            Self::NewContact => texts.app_action_new_contact(),
            Self::Search => texts.app_action_search(),
            Self::SaveSearch => texts.app_action_save_search(),
            Self::Undo => texts.app_undo(),
            Self::Redo => texts.app_redo(),
            Self::Save => texts.app_action_save(),
            Self::LogEncounter => texts.app_action_log_encounter(),
            Self::PassOn => texts.app_action_pass_on(),
            Self::Introduce => texts.app_action_introduce(),
            Self::Capture => texts.matching_capture(),
            Self::WhoHelps => texts.matching_who_helps_action(),
            Self::WhoNeeds => texts.matching_who_needs_action(),
            Self::Mail => texts.app_action_mail(),
            Self::HumanFirst => texts.human_action(),
            Self::LearnNames => texts.quiz_action(),
            Self::AddFollowUp => texts.app_action_add_follow_up(),
            Self::OpenBook => texts.app_action_open_book(),
            Self::ImportCalendar => texts.reminders_import_action(),
            Self::SaveCopy => texts.safety_save_copy(),
            Self::Earlier => texts.safety_earlier(),
            Self::Duplicates => texts.duplicates_action(),
            Self::Trash => texts.trash_action(),
            Self::Go(route) => route.label(texts),
            Self::Shortcuts => texts.app_action_shortcuts(),
            Self::Palette => texts.palette_action(),
            Self::RecordLead => texts.referrals_add_lead(),
            Self::Synonyms => texts.matching_synonyms(),
            Self::AddEvent => texts.palette_add_event(),
            Self::AddCircle => texts.app_circles_add(),
            Self::SeeAs => texts.share_see_title(),
            Self::SortPile => texts.palette_sort_pile(),
            Self::ClearTen => texts.pile_action(),
            Self::Places => texts.places_action(),
            Self::Debrief => texts.events_debrief_action(),
            Self::Review => texts.palette_review(),
            Self::Reasons => texts.review_why_title(),
            Self::Relate => texts.palette_relate(),
            Self::Reach => texts.ways_action_reach(),
            Self::Lineage => texts.ways_action_lineage(),
            Self::CheckBook => texts.palette_check_book(),
            Self::Passphrase => texts.palette_passphrase(),
            Self::Theme(ThemeChoice::Light) => texts.palette_theme_light(),
            Self::Theme(ThemeChoice::Dark) => texts.palette_theme_dark(),
            Self::Theme(ThemeChoice::System) => texts.palette_theme_system(),
            Self::Language(Locale::En) => texts.palette_language_en(),
            Self::Language(Locale::Ja) => texts.palette_language_ja(),
            Self::Language(Locale::De) => texts.palette_language_de(),
            Self::FoldRail => texts.palette_fold_rail(),
            Self::LoadDemo => texts.palette_load_demo(),
            Self::ClearDemo => texts.settings_demo_remove(),
            Self::NextPane => texts.palette_next_pane(),
            Self::PreviousPane => texts.palette_previous_pane(),
            Self::Export(ExportFormat::Ron) => texts.palette_export_ron(),
            Self::Export(ExportFormat::Json) => texts.palette_export_json(),
            Self::ExportNetwork | Self::Export(ExportFormat::Network(_)) => texts.graphs_export_action(),
            Self::ImportNetwork => texts.graphs_import_action(),
            Self::Export(ExportFormat::Ics) => texts.palette_export_ics(),
            Self::Export(ExportFormat::Events(EventsFormat::Csv)) => texts.events_export_csv(),
            Self::Export(ExportFormat::Events(EventsFormat::Json)) => texts.events_export_json(),
            Self::About => texts.app_about(),
        }
    }

    /// The glyph in menus and in the palette.
    pub fn icon(self) -> &'static str {
        match self {
            Self::Palette | Self::Search => icons::MAGNIFYING_GLASS,
            Self::AddCards => icons::UPLOAD_SIMPLE,
            Self::SaveSearch => icons::PUSH_PIN,
            Self::PasteImage => icons::COPY,
            Self::NewContact => icons::IDENTIFICATION_CARD,
            Self::SortPile | Self::ClearTen => icons::CARDS_THREE,
            Self::Places => icons::MAP_PIN,
            Self::Debrief => icons::NOTE_PENCIL,
            Self::Undo => icons::ARROW_U_UP_LEFT,
            Self::Redo => icons::ARROWS_CLOCKWISE,
            Self::Save => icons::CHECK_CIRCLE,
            Self::LogEncounter => icons::NOTE_PENCIL,
            Self::PassOn | Self::RecordLead => icons::PAPER_PLANE_TILT,
            Self::Introduce => icons::USERS_THREE,
            Self::Capture => icons::PENCIL_SIMPLE_LINE,
            Self::WhoHelps | Self::WhoNeeds | Self::Synonyms => icons::PUZZLE_PIECE,
            Self::Mail => icons::ENVELOPE_SIMPLE,
            Self::HumanFirst => icons::HEART,
            Self::LearnNames => icons::IDENTIFICATION_CARD,
            Self::AddFollowUp | Self::Earlier => icons::CLOCK,
            Self::OpenBook => icons::HARD_DRIVES,
            Self::SaveCopy | Self::Export(_) | Self::ExportNetwork => icons::EXPORT,
            Self::ImportNetwork => icons::UPLOAD_SIMPLE,
            Self::ImportCalendar => icons::CALENDAR_DOTS,
            Self::Review => icons::HOURGLASS_MEDIUM,
            Self::Reasons => icons::LIGHTBULB,
            Self::Relate => icons::LINK_SIMPLE,
            Self::Reach => icons::PATH,
            Self::Lineage => icons::ARROW_ELBOW_DOWN_RIGHT,
            Self::AddEvent => icons::TICKET,
            Self::AddCircle => icons::USERS,
            Self::SeeAs => icons::EYE,
            Self::CheckBook => icons::SHIELD_CHECK,
            Self::Passphrase => icons::LOCK_SIMPLE,
            Self::Theme(_) => icons::PALETTE,
            Self::Language(_) => icons::TRANSLATE,
            Self::FoldRail => icons::ROWS,
            Self::LoadDemo => icons::PLAY,
            Self::ClearDemo | Self::Trash => icons::TRASH,
            Self::Duplicates => icons::INTERSECT,
            Self::NextPane | Self::PreviousPane => icons::ARROWS_LEFT_RIGHT,
            Self::Go(route) => route.icon(),
            Self::Shortcuts => icons::FILE_TEXT,
            Self::About => icons::LIGHTBULB,
        }
    }

    /// Whether it concerns the selected people and means nothing without them.
    pub fn needs_people(self) -> bool {
        matches!(
            self,
            Self::LogEncounter
                | Self::PassOn
                | Self::Introduce
                | Self::WhoNeeds
                | Self::Mail
                | Self::HumanFirst
                | Self::Review
                | Self::Relate
                | Self::Reach
                | Self::Lineage
        )
    }

    /// Whether it is one of the choices of the program, not something done with the book.
    pub fn is_choice(self) -> bool {
        matches!(
            self,
            Self::Theme(_)
                | Self::Language(_)
                | Self::FoldRail
                | Self::Passphrase
                | Self::CheckBook
                | Self::Earlier
                | Self::Shortcuts
                | Self::About
        )
    }

    /// Whether it can do something now; what cannot is not offered.
    pub fn is_offered(self, ctx: &crate::gui::ctx::ViewCtx<'_>) -> bool {
        match self {
            Self::LoadDemo => ctx.writable && ctx.book.is_empty(),
            Self::ClearDemo => ctx.writable && ctx.book.header.is_demo,
            Self::Debrief => ctx.writable && last_event(ctx.book, ctx.today).is_some(),
            Self::Synonyms => ctx.writable,
            Self::Capture | Self::RecordLead => ctx.writable && !ctx.book.contacts.is_empty(),
            Self::WhoHelps => !ctx.book.contacts.is_empty(),
            Self::SortPile => ctx.writable && !ctx.index.links.pile().is_empty(),
            Self::LearnNames => ctx.writable && !ctx.book.contacts.is_empty(),
            Self::ClearTen => ctx.writable && ctx.index.whole_pile_len() > 0,
            Self::Places => !ctx.book.cards.is_empty() || !ctx.book.storages.is_empty(),
            Self::Theme(theme) => ctx.settings.theme != theme,
            Self::Language(locale) => ctx.texts.locale() != locale,
            Self::Go(route) => ctx.route != route,
            // They are what is being used.
            Self::Palette | Self::NextPane | Self::PreviousPane => false,
            Self::Export(ExportFormat::Events(_)) => !ctx.book.events.is_empty(),
            Self::Export(_) | Self::ExportNetwork => !ctx.book.contacts.is_empty(),
            _ => !self.needs_people() || !ctx.selection.contacts().is_empty(),
        }
    }

    /// The key, with Cmd for Ctrl on macOS. Paste has none here: the system turns its key into a
    /// paste event.
    pub fn shortcut(self) -> Option<KeyboardShortcut> {
        let ctrl = |key| Some(KeyboardShortcut::new(Modifiers::COMMAND, key));
        match self {
            Self::AddCards => ctrl(Key::O),
            Self::PasteImage => None,
            Self::NewContact => ctrl(Key::N),
            Self::Search => ctrl(Key::F),
            Self::SaveSearch => ctrl(Key::D),
            Self::Undo => ctrl(Key::Z),
            Self::Redo => Some(KeyboardShortcut::new(Modifiers::COMMAND | Modifiers::SHIFT, Key::Z)),
            Self::Save => ctrl(Key::S),
            Self::LogEncounter => ctrl(Key::L),
            Self::PassOn => ctrl(Key::P),
            Self::Introduce => ctrl(Key::I),
            Self::Capture => ctrl(Key::J),
            Self::Mail => ctrl(Key::M),
            Self::HumanFirst => ctrl(Key::B),
            Self::AddFollowUp => ctrl(Key::T),
            Self::SaveCopy => Some(KeyboardShortcut::new(Modifiers::COMMAND | Modifiers::SHIFT, Key::S)),
            Self::Earlier => ctrl(Key::E),
            Self::Duplicates => Some(KeyboardShortcut::new(Modifiers::COMMAND | Modifiers::SHIFT, Key::D)),
            Self::Trash => None,
            Self::OpenBook => Some(KeyboardShortcut::new(Modifiers::COMMAND | Modifiers::SHIFT, Key::O)),
            Self::Go(Route::Today) => ctrl(Key::Num1),
            Self::Go(Route::Cards) => ctrl(Key::Num2),
            Self::Go(Route::Network) => ctrl(Key::Num3),
            Self::Go(Route::Calendar) => ctrl(Key::Num4),
            Self::Go(Route::Events) => ctrl(Key::Num5),
            Self::Go(Route::Referrals) => ctrl(Key::Num6),
            Self::Go(Route::Settings) => ctrl(Key::Comma),
            Self::Shortcuts => ctrl(Key::Slash),
            Self::Palette => ctrl(Key::K),
            Self::NextPane => Some(KeyboardShortcut::new(Modifiers::NONE, Key::F6)),
            Self::PreviousPane => Some(KeyboardShortcut::new(Modifiers::SHIFT, Key::F6)),
            Self::SortPile
            | Self::WhoHelps
            | Self::WhoNeeds
            | Self::RecordLead
            | Self::Synonyms
            | Self::ClearTen
            | Self::LearnNames
            | Self::Places
            | Self::Debrief
            | Self::Review
            | Self::Reasons
            | Self::Relate
            | Self::Reach
            | Self::Lineage
            | Self::AddEvent
            | Self::AddCircle
            | Self::SeeAs
            | Self::CheckBook
            | Self::ImportCalendar
            | Self::ImportNetwork
            | Self::ExportNetwork
            | Self::Passphrase
            | Self::Theme(_)
            | Self::Language(_)
            | Self::FoldRail
            | Self::LoadDemo
            | Self::ClearDemo
            | Self::Export(_)
            | Self::About => None,
        }
    }

    /// Further keys that do the same, for other keyboards and habits.
    pub fn other_shortcuts(self) -> &'static [KeyboardShortcut] {
        const HELP: [KeyboardShortcut; 2] = [
            // On German and many other keyboards the question mark has a key of its own.
            KeyboardShortcut::new(Modifiers::COMMAND, Key::Questionmark),
            KeyboardShortcut::new(Modifiers::NONE, Key::F1),
        ];
        const REDO: [KeyboardShortcut; 1] = [KeyboardShortcut::new(Modifiers::COMMAND, Key::Y)];
        match self {
            Self::Shortcuts => &HELP,
            Self::Redo => &REDO,
            _ => &[],
        }
    }

    /// Whether its key works while a sheet lies above the view: what concerns the view behind it, or somebody chosen
    /// there, rests then.
    pub fn works_above_sheets(self) -> bool {
        matches!(
            self,
            Self::Undo
                | Self::Redo
                | Self::Save
                | Self::SaveCopy
                | Self::Palette
                | Self::Shortcuts
                | Self::AddCards
                | Self::PasteImage
                | Self::OpenBook
                | Self::NextPane
                | Self::PreviousPane
        )
    }

    /// The one key that does it while no text is typed and no sheet is open.
    pub fn single_key(self) -> Option<Key> {
        match self {
            Self::LogEncounter => Some(Key::L),
            _ => None,
        }
    }

    /// The key as text for tooltips and menus, such as "Ctrl+O".
    pub fn keys(self) -> Option<String> {
        match self {
            Self::PasteImage => Some(if cfg!(target_os = "macos") { "⌘V" } else { "Ctrl+V" }.to_owned()),
            _ => Some(crate::gui::keys::shortcut_text(self.shortcut()?)),
        }
    }

    /// All its keys as texts, the main one first, for the list of shortcuts.
    pub fn all_keys(self) -> Vec<String> {
        let written = |shortcut| crate::gui::keys::shortcut_text(shortcut);
        let others = self.other_shortcuts().iter().map(|shortcut| written(*shortcut));
        let single = self.single_key().map(|key| written(KeyboardShortcut::new(Modifiers::NONE, key)));
        self.keys().into_iter().chain(single).chain(others).collect()
    }
}
