//! `import` of networks, and the choices of `export` for them.

use std::collections::BTreeSet;
use std::path::Path;

use serde::Serialize;

use super::args::{self, Format};
use super::console::{Console, number};
use super::import::{Run, edit_error};
use super::shown;
use crate::edit::Edit;
use crate::exchange::graph::picture::Page;
use crate::exchange::graph::{ENDINGS, Fate, Form, plan, propose, read};
use crate::jobs::intake::IntakeError;
use crate::session::network::{bytes_of, ending_of};
use crate::session::{EventsFormat, ExportFormat, NetworkChoices, NetworkFormat};

/// Pixels to the inch that make sense.
const DPI: std::ops::RangeInclusive<f32> = 20.0..=1_200.0;

/// What came of a network.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
pub(super) struct Count {
    pub people_added: usize,
    pub people_known: usize,
    pub ties_added: usize,
    pub ties_known: usize,
    pub placed: usize,
}

impl std::iter::Sum for Count {
    fn sum<I: Iterator<Item = Self>>(all: I) -> Self {
        all.fold(Self::default(), |sum, one| Self {
            people_added: sum.people_added + one.people_added,
            people_known: sum.people_known + one.people_known,
            ties_added: sum.ties_added + one.ties_added,
            ties_known: sum.ties_known + one.ties_known,
            placed: sum.placed + one.placed,
        })
    }
}

/// Whether a file is a network: by its name, or by what it begins with.
pub(super) fn is_network(head: &[u8], path: &Path) -> bool {
    let ending = ending_of(path);
    if ENDINGS.contains(&ending.as_str()) || ["json", "tsv"].contains(&ending.as_str()) {
        return true;
    }
    let text: Vec<u8> = head.iter().copied().filter(|byte| *byte != 0).collect();
    let text = String::from_utf8_lossy(&text);
    ["<graphml", "<gexf"].iter().any(|root| text.contains(root))
        || (ending == "txt" && !text.trim_start().starts_with(['(', '{']))
}

impl Run<'_> {
    pub(super) fn take_network(&mut self, path: &Path) {
        let file = shown(path);
        let read = match bytes_of(path) {
            Ok(bytes) => bytes.and_then(|bytes| read(&bytes, &ending_of(path), &mut |_, _| true)),
            Err(error) => {
                let message = IntakeError::from(error).text(&self.console.texts, &file).unwrap_or_default();
                return self.refuse(path, message);
            }
        };
        let found = match read {
            Ok(found) => found,
            Err(unread) => {
                let message = unread.text(&self.console.texts, &file).unwrap_or_default();
                return self.refuse(path, message);
            }
        };
        for line in found.notes(&self.console.texts, &file) {
            self.console.complain(&line);
        }
        let proposal = propose(found.graph, self.session.book());
        let known = proposal.fates.iter().enumerate().filter(|(_, fate)| matches!(fate, Fate::Known(_)));
        let apart: BTreeSet<u32> =
            if self.all_new { known.map(|(place, _)| place as u32).collect() } else { BTreeSet::new() };
        let plan = plan(&proposal, self.session.book(), &apart, self.places);
        let counts = plan.counts;
        for line in counts.notes(&self.console.texts, proposal.ambiguous) {
            self.console.complain(&self.console.texts.graphs_in(&file, &line));
        }
        if !self.dry_run
            && !counts.is_nothing()
            && let Err(error) = self.session.commit(Edit::TakeInNetwork { network: Box::new(plan.network) })
        {
            let message = edit_error(&error, &self.console.texts).to_owned();
            return self.refuse(path, message);
        }
        if !self.console.json {
            let texts = &self.console.texts;
            let (people, ties) =
                (texts.common_people(number(counts.new)), texts.network_ties(number(counts.ties)));
            let known = texts.locale().number(number(counts.known));
            let line = if counts.is_nothing() {
                texts.graphs_import_nothing(&file)
            } else if self.dry_run {
                texts.graphs_cli_would(&file, &known, &people, &ties)
            } else {
                texts.graphs_cli_done(&file, &known, &people, &ties)
            };
            self.console.say(&line);
        }
        self.note_network(
            path,
            Count {
                people_added: counts.new,
                people_known: counts.known,
                ties_added: counts.ties,
                ties_known: counts.left.known,
                placed: counts.placed,
            },
        );
    }
}

/// The format that an option names.
pub(super) fn format_of(format: Format) -> ExportFormat {
    ExportFormat::Network(match format {
        Format::Ron => return ExportFormat::Ron,
        Format::Json => return ExportFormat::Json,
        Format::Ics => return ExportFormat::Ics,
        Format::Csv => return ExportFormat::Events(EventsFormat::Csv),
        Format::Graphml => NetworkFormat::Form(Form::Graphml),
        Format::Gexf => NetworkFormat::Form(Form::Gexf),
        Format::Dot => NetworkFormat::Form(Form::Dot),
        Format::EdgesCsv => NetworkFormat::Form(Form::Edges),
        Format::NodeLink => NetworkFormat::Form(Form::NodeLink),
        Format::Svg => NetworkFormat::Svg,
        Format::Png => NetworkFormat::Png,
    })
}

/// How a network is to be written.
pub(super) fn choices(
    format: ExportFormat,
    options: &args::Export,
    console: &Console,
) -> Result<NetworkChoices, String> {
    let texts = &console.texts;
    let mut choices = NetworkChoices::default();
    let network = match format {
        ExportFormat::Network(format) => Some(format),
        _ => None,
    };
    let picture = &options.picture;
    let is_picture = network.is_some_and(NetworkFormat::is_picture);
    let only = |wrong: bool, option: &str, formats: &str| {
        if wrong { Err(texts.graphs_cli_only(formats, option)) } else { Ok(()) }
    };
    only(picture.page.is_some() && !is_picture, "--page", "svg, png")?;
    only(picture.no_legend && !is_picture, "--no-legend", "svg, png")?;
    only(picture.transparent && !is_picture, "--transparent", "svg, png")?;
    only(picture.dpi.is_some() && network != Some(NetworkFormat::Png), "--dpi", "png")?;
    only(picture.outlines && network != Some(NetworkFormat::Svg), "--outlines", "svg")?;
    let no_facts = network.is_some_and(|format| !format.has_facts());
    only(options.calendar.reach && no_facts, "--reach", "ics, graphml, gexf, dot, node-link")?;
    if let Some(page) = &picture.page {
        choices.look.page = Page::parse(page).ok_or_else(|| texts.graphs_cli_page(page))?;
    }
    if let Some(dpi) = picture.dpi {
        if !DPI.contains(&dpi) {
            return Err(texts.graphs_cli_dpi().to_owned());
        }
        choices.dpi = dpi;
    }
    choices.look.legend = !picture.no_legend;
    choices.look.white = !picture.transparent;
    choices.outlines = picture.outlines;
    choices.wanted.reach = options.calendar.reach;
    Ok(choices)
}
