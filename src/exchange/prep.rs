//! The prep sheet of an event as a page to print: one file of HTML that needs nothing else.
//!
//! Owns the form. What stands on the sheet is worked out and put into words by the caller. Start reading at [`html`].
//!
//! Invariant: whatever stands in names and notes, the page has no script, no address that is loaded and no element that
//! nobody wrote (`tests::what_is_typed_stays_text`; the suite asks an independent parser).

use super::page::{begin, end, escaped, own, put};
use crate::model::{Contact, Id};

/// What stands on a sheet, in words.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Sheet {
    /// Language of the words.
    pub language: &'static str,
    /// What it is: "Prep sheet".
    pub kind: String,
    /// The event.
    pub title: String,
    /// Day, time, place, organiser, fee.
    pub facts: Vec<String>,
    /// What I want from it, under its heading.
    pub goal: Option<Part>,
    /// How often I was there, who brought me.
    pub story: Vec<String>,
    /// The heading above the people.
    pub heading: String,
    /// Who may be there.
    pub people: Vec<Person>,
    /// That there are more, or nobody.
    pub rest: Option<String>,
    /// That it holds private notes.
    pub warning: String,
    /// Notes for the evening: lines to write on.
    pub notes: String,
}

/// A person on the sheet.
#[derive(Debug, Clone, PartialEq)]
pub struct Person {
    /// Who.
    pub contact: Id<Contact>,
    /// The name.
    pub name: String,
    /// Title and company.
    pub work: String,
    /// Why they are on the sheet.
    pub why: String,
    /// What is good to know.
    pub parts: Vec<Part>,
}

/// A few lines under a word.
#[derive(Debug, Clone, PartialEq)]
pub struct Part {
    /// The word.
    pub label: String,
    /// The lines.
    pub lines: Vec<String>,
    /// It is what I can do for them.
    pub is_favour: bool,
}

/// How the page looks: on paper A4, names and favours first to be seen. Nothing is loaded from anywhere.
const STYLE: &str = "
@page { size: A4; margin: 16mm 15mm; }
* { box-sizing: border-box; }
body { font: 10.5pt/1.45 Inter, 'Segoe UI', 'Helvetica Neue', 'Hiragino Sans', 'Yu Gothic', 'Noto Sans CJK JP', sans-serif;
  color: #1d1b17; background: #fff; max-width: 180mm; margin: 0 auto; padding: 8mm 0; }
h1 { font-size: 20pt; line-height: 1.2; margin: 0 0 2mm; overflow-wrap: anywhere; }
h2 { font-size: 12pt; margin: 7mm 0 3mm; border-bottom: .3mm solid #c9c3b6; padding-bottom: 1mm; }
h3 { font-size: 12pt; margin: 0; overflow-wrap: anywhere; }
p, ul, dl, dd { margin: 0; }
.kind, .warning, .why, .work { color: #5b564b; }
.facts { list-style: none; padding: 0; display: flex; flex-wrap: wrap; gap: 0 6mm; }
.goal { margin-top: 3mm; }
.warning { font-size: 8.5pt; border: .3mm solid #c9c3b6; padding: 1.5mm 2.5mm; margin-top: 4mm; }
article { break-inside: avoid; border: .3mm solid #c9c3b6; border-radius: 2mm; padding: 3mm 4mm; margin: 0 0 3.5mm; }
dl { display: grid; grid-template-columns: 34mm 1fr; gap: .6mm 4mm; margin-top: 1.5mm; }
dt { color: #5b564b; }
dd { overflow-wrap: anywhere; }
.favour { font-weight: 600; color: #24417f; }
.lines { height: 30mm; background: repeating-linear-gradient(#fff 0 9.6mm, #c9c3b6 9.6mm 9.9mm); }
@media print { body { padding: 0; max-width: none; } }
";

/// Returns the sheet as one file of HTML.
pub fn html(sheet: &Sheet) -> String {
    let mut out = begin(sheet.language, &sheet.title, &sheet.kind, STYLE, false);
    let w = &mut out;
    put!(w, "<header>\n<p class=\"kind\">{}</p>\n<h1>{}</h1>", escaped(&sheet.kind), own(&sheet.title));
    list(w, "facts", &sheet.facts);
    for line in &sheet.story {
        put!(w, "<p>{}</p>", escaped(line));
    }
    if let Some(goal) = &sheet.goal {
        put!(w, "<p class=\"goal\"><strong>{}</strong> ", escaped(&goal.label));
        put!(w, "{}</p>", own(&goal.lines.join(" ")));
    }
    put!(w, "<p class=\"warning\">{}</p>\n</header>", escaped(&sheet.warning));
    put!(w, "<main>\n<h2>{}</h2>", escaped(&sheet.heading));
    for person in &sheet.people {
        put!(w, "<article>\n<h3>{}</h3>", own(&person.name));
        if !person.work.is_empty() {
            put!(w, "<p class=\"work\">{}</p>", own(&person.work));
        }
        put!(w, "<p class=\"why\">{}</p>", escaped(&person.why));
        if !person.parts.is_empty() {
            put!(w, "<dl>");
            for part in &person.parts {
                let class = if part.is_favour { " class=\"favour\"" } else { "" };
                put!(w, "<dt>{}</dt>", escaped(&part.label));
                for line in &part.lines {
                    put!(w, "<dd{class}>{}</dd>", own(line));
                }
            }
            put!(w, "</dl>");
        }
        put!(w, "</article>");
    }
    if let Some(rest) = &sheet.rest {
        put!(w, "<p>{}</p>", escaped(rest));
    }
    put!(w, "<h2>{}</h2>\n<div class=\"lines\"></div>\n</main>", escaped(&sheet.notes));
    end(w);
    out
}

fn list(w: &mut String, class: &str, lines: &[String]) {
    if lines.is_empty() {
        return;
    }
    put!(w, "<ul class=\"{class}\">");
    for line in lines {
        put!(w, "<li><bdi>{}</bdi></li>", escaped(line));
    }
    put!(w, "</ul>");
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_typed_stays_text() {
        let hostile = "<script>alert('x')</script>\u{0}\"&amp;<img src=http://evil>";
        let part = |is_favour| Part { label: hostile.to_owned(), lines: vec![hostile.to_owned()], is_favour };
        let person = Person {
            contact: Id::new(1),
            name: hostile.to_owned(),
            work: hostile.to_owned(),
            why: hostile.to_owned(),
            parts: vec![part(false), part(true)],
        };
        let sheet = Sheet {
            language: "en",
            title: hostile.to_owned(),
            facts: vec![hostile.to_owned()],
            story: vec![hostile.to_owned()],
            goal: Some(part(false)),
            people: vec![person],
            ..Sheet::default()
        };
        let page = html(&sheet);
        for bad in ["<script", "<img", "http://evil\"", "\u{0}", "src="] {
            let plain = page.replace("&lt;", "[").replace("src=http", "");
            assert!(!plain.contains(bad), "{bad}");
        }
        assert_eq!(page.matches("&lt;script&gt;").count(), 13, "each is shown as it was typed");
    }
}
