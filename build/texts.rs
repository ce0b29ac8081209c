//! Turns `assets/locales/<locale>/<area>.ftl` into one Rust method per message.
//!
//! English is the source: its comments become the documentation, and the other locales must have exactly its keys
//! and variables. A message `cards-title` of `cards.ftl` becomes `Texts::cards_title`; its variables become parameters in the order of the alphabet, so that a reworded
//! sentence does not change a call.
//!
//! Invariant: a text that one locale lacks, has too much, or feeds with other variables stops the build; held again,
//! without this code, by `tests/suite/locales.rs`.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::path::Path;

use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement, VariantKey};

/// The locales, the source first. `Locale::ALL` has the same order.
const LOCALES: [&str; 3] = ["en", "ja", "de"];

/// The plural categories of Unicode CLDR, which mark a selector as a number.
const PLURALS: [&str; 6] = ["zero", "one", "two", "few", "many", "other"];

/// One message of one locale.
struct Message {
    /// `ja/cards.ftl`, for the report.
    file: String,
    /// The comment above it, or nothing.
    comment: String,
    /// The text as written, variables as `{ $name }`, the default variant of each selector.
    text: String,
    /// The variables named in it.
    variables: BTreeSet<String>,
    /// Those of them that choose between plural or number variants.
    numeric: BTreeSet<String>,
    /// The other messages and terms that it quotes, terms with their hyphen.
    quotes: BTreeSet<String>,
}

type Messages = BTreeMap<String, Message>;

/// Reads every locale, compares them, and writes the Rust source to `out`. Returns all problems at once.
pub fn generate(root: &Path, out: &Path) -> Result<(), Vec<String>> {
    let folder = root.join("assets").join("locales");
    // Cargo looks at every file in it.
    println!("cargo::rerun-if-changed={}", folder.display());
    let mut problems = Vec::new();
    let mut areas = BTreeMap::new();
    let mut locales = Vec::new();
    for locale in LOCALES {
        let mut messages = Messages::new();
        let names = area_names(&folder.join(locale), &mut problems);
        for area in &names {
            let path = folder.join(locale).join(format!("{area}.ftl"));
            match std::fs::read_to_string(&path) {
                Ok(source) => read(&source, locale, area, &mut messages, &mut problems),
                Err(error) => problems.push(format!("{locale}/{area}.ftl cannot be read: {error}")),
            }
        }
        areas.insert(locale, names);
        locales.push(messages);
    }
    for locale in &LOCALES[1..] {
        for area in areas[LOCALES[0]].symmetric_difference(&areas[locale]) {
            problems.push(format!("{area}.ftl is in only one of the locales {} and {locale}", LOCALES[0]));
        }
    }
    for messages in &mut locales {
        follow_quotes(messages, &mut problems);
    }
    compare(&locales, &mut problems);
    if !problems.is_empty() {
        return Err(problems);
    }
    let source = rust_source(&locales, &areas[LOCALES[0]], &folder);
    std::fs::write(out, source).map_err(|error| vec![format!("{} cannot be written: {error}", out.display())])
}

/// Returns the names of the `.ftl` files of one locale, without their ending.
fn area_names(folder: &Path, problems: &mut Vec<String>) -> BTreeSet<String> {
    let mut names = BTreeSet::new();
    match std::fs::read_dir(folder) {
        Ok(entries) => {
            for entry in entries.flatten() {
                if let Some(name) = entry.file_name().to_str().and_then(|name| name.strip_suffix(".ftl")) {
                    names.insert(name.to_owned());
                }
            }
        }
        Err(error) => problems.push(format!("{} cannot be read: {error}", folder.display())),
    }
    names
}

/// Parses one file into `messages`. Terms are kept under their name with the hyphen in front.
fn read(source: &str, locale: &str, area: &str, messages: &mut Messages, problems: &mut Vec<String>) {
    let file = format!("{locale}/{area}.ftl");
    let (resource, errors) = match fluent_syntax::parser::parse(source) {
        Ok(resource) => (resource, Vec::new()),
        Err((resource, errors)) => (resource, errors),
    };
    for error in errors {
        let line = source.get(..error.pos.start).unwrap_or_default().lines().count().max(1);
        problems.push(format!("{file}, line {line}: {error}"));
    }
    for entry in &resource.body {
        let (id, pattern, attributes, comment) = match entry {
            Entry::Message(message) => {
                if !message.id.name.starts_with(&format!("{area}-")) {
                    problems.push(format!(
                        "{file}: the key \"{}\" must begin with \"{area}-\", so that a key names its file",
                        message.id.name
                    ));
                }
                let id = message.id.name.to_owned();
                (id, message.value.as_ref(), &message.attributes, &message.comment)
            }
            Entry::Term(term) => {
                (format!("-{}", term.id.name), Some(&term.value), &term.attributes, &term.comment)
            }
            _ => continue,
        };
        if !attributes.is_empty() {
            problems.push(format!("{file}: \"{id}\" has attributes; give each text a key of its own"));
        }
        let Some(pattern) = pattern else {
            problems.push(format!("{file}: \"{id}\" has no text"));
            continue;
        };
        let mut message = Message {
            file: file.clone(),
            comment: comment.as_ref().map(|comment| comment.content.join("\n")).unwrap_or_default(),
            text: String::new(),
            variables: BTreeSet::new(),
            numeric: BTreeSet::new(),
            quotes: BTreeSet::new(),
        };
        let mut text = String::new();
        walk_pattern(pattern, &mut message, &mut text, problems);
        message.text = text;
        if let Some(earlier) = messages.insert(id.clone(), message) {
            problems.push(format!("{file}: \"{id}\" stands already in {}", earlier.file));
        }
    }
}

/// Collects the variables and quotes of a pattern, and its text for the documentation.
fn walk_pattern(
    pattern: &Pattern<&str>,
    message: &mut Message,
    text: &mut String,
    problems: &mut Vec<String>,
) {
    for element in &pattern.elements {
        match element {
            PatternElement::TextElement { value } => text.push_str(value),
            PatternElement::Placeable { expression } => walk(expression, message, text, problems),
        }
    }
}

fn walk(expression: &Expression<&str>, message: &mut Message, text: &mut String, problems: &mut Vec<String>) {
    match expression {
        Expression::Inline(inline) => walk_inline(inline, message, text, problems),
        Expression::Select { selector, variants } => {
            let mut unused = String::new();
            walk_inline(selector, message, &mut unused, problems);
            let plural = variants.iter().all(|variant| match &variant.key {
                VariantKey::Identifier { name } => PLURALS.contains(name),
                VariantKey::NumberLiteral { .. } => true,
            });
            if let (true, InlineExpression::VariableReference { id }) = (plural, selector) {
                message.numeric.insert(id.name.to_owned());
            }
            for variant in variants {
                let mut inner = String::new();
                walk_pattern(&variant.value, message, &mut inner, problems);
                if variant.default {
                    text.push_str(&inner);
                }
            }
        }
    }
}

fn walk_inline(
    inline: &InlineExpression<&str>,
    message: &mut Message,
    text: &mut String,
    problems: &mut Vec<String>,
) {
    match inline {
        InlineExpression::StringLiteral { value } | InlineExpression::NumberLiteral { value } => {
            text.push_str(value)
        }
        InlineExpression::VariableReference { id } => {
            message.variables.insert(id.name.to_owned());
            _ = write!(text, "{{ ${} }}", id.name);
        }
        InlineExpression::MessageReference { id, .. } => {
            message.quotes.insert(id.name.to_owned());
            _ = write!(text, "{{ {} }}", id.name);
        }
        InlineExpression::TermReference { id, .. } => {
            message.quotes.insert(format!("-{}", id.name));
            _ = write!(text, "{{ -{} }}", id.name);
        }
        InlineExpression::FunctionReference { id, .. } => {
            problems.push(format!("{}: the function {} is not available", message.file, id.name));
        }
        InlineExpression::Placeable { expression } => walk(expression, message, text, problems),
    }
}

/// Gives each message the variables of the messages that it quotes, over any number of steps.
fn follow_quotes(messages: &mut Messages, problems: &mut Vec<String>) {
    let names: Vec<String> = messages.keys().cloned().collect();
    // Each round follows one more step; there cannot be more steps than messages.
    for _ in 0..names.len() {
        let mut grew = false;
        for name in &names {
            let mut variables = messages[name].variables.clone();
            let mut numeric = messages[name].numeric.clone();
            for quoted in messages[name].quotes.iter().filter_map(|quoted| messages.get(quoted)) {
                variables.extend(quoted.variables.iter().cloned());
                numeric.extend(quoted.numeric.iter().cloned());
            }
            if let Some(message) = messages.get_mut(name) {
                grew |= variables.len() > message.variables.len() || numeric.len() > message.numeric.len();
                message.variables = variables;
                message.numeric = numeric;
            }
        }
        if !grew {
            break;
        }
    }
    for (id, message) in &*messages {
        for quoted in message.quotes.iter().filter(|quoted| !messages.contains_key(*quoted)) {
            problems.push(format!("{}: \"{id}\" quotes \"{quoted}\", which does not exist", message.file));
        }
    }
}

/// Reports every message that a locale lacks, has too much, or feeds with other variables than English.
fn compare(locales: &[Messages], problems: &mut Vec<String>) {
    let english = &locales[0];
    for (locale, messages) in LOCALES.iter().zip(locales).skip(1) {
        for (id, source) in english.iter().filter(|(id, _)| !id.starts_with('-')) {
            let Some(message) = messages.get(id) else {
                problems.push(format!("{locale} lacks \"{id}\", which stands in {}", source.file));
                continue;
            };
            if message.variables != source.variables {
                problems.push(format!(
                    "{}: \"{id}\" has the variables {:?}, but {} has {:?}",
                    message.file, message.variables, source.file, source.variables
                ));
            }
        }
        for (id, message) in messages.iter().filter(|(id, _)| !id.starts_with('-')) {
            if !english.contains_key(id) {
                problems.push(format!("{}: \"{id}\" is not in {}", message.file, LOCALES[0]));
            }
        }
    }
}

/// Whether a variable is a number: by its name, or because a locale chooses plural variants by it.
fn is_number(id: &str, variable: &str, locales: &[Messages]) -> bool {
    variable == "count"
        || variable.ends_with("-count")
        || locales.iter().any(|messages| messages[id].numeric.contains(variable))
}

/// Writes the source that `src/text/texts.rs` includes.
fn rust_source(locales: &[Messages], areas: &BTreeSet<String>, folder: &Path) -> String {
    let mut methods = String::new();
    let mut plain = String::new();
    let mut with_variables = String::new();
    let mut plain_count = 0;
    for (id, message) in locales[0].iter().filter(|(id, _)| !id.starts_with('-')) {
        let text = if message.comment.is_empty() { "" } else { message.comment.as_str() };
        let english = message.text.replace('`', "'").replace('\n', " ");
        _ = writeln!(methods, "    #[doc = {:?}]", format!("{text}\n\n`{english}`").trim_start());
        _ = writeln!(methods, "    #[must_use]");
        let name = rust_name(id);
        if message.variables.is_empty() {
            _ = writeln!(
                methods,
                "    pub fn {name}(&self) -> &str {{\n        self.plain({plain_count})\n    }}\n"
            );
            _ = writeln!(plain, "    {id:?},");
            plain_count += 1;
            continue;
        }
        let mut parameters = String::new();
        let mut arguments = String::new();
        let mut table = String::new();
        for variable in &message.variables {
            let number = is_number(id, variable, locales);
            let parameter = rust_name(variable);
            _ = write!(parameters, ", {parameter}: {}", if number { "i64" } else { "&str" });
            _ = write!(arguments, "({variable:?}, {parameter}.into()), ");
            _ = write!(table, "({variable:?}, {number}), ");
        }
        _ = writeln!(
            methods,
            "    pub fn {name}(&self{parameters}) -> String {{\n        self.format({id:?}, [{arguments}])\n    }}\n"
        );
        _ = writeln!(with_variables, "    ({id:?}, &[{table}]),");
    }
    let mut files = String::new();
    for locale in LOCALES {
        _ = writeln!(files, "    &[");
        for area in areas {
            let path = folder.join(locale).join(format!("{area}.ftl"));
            _ = writeln!(files, "        include_str!({:?}),", path.display().to_string());
        }
        _ = writeln!(files, "    ],");
    }
    format!(
        "// Written by build/texts.rs from assets/locales. Do not edit.\n\n\
         /// The Fluent files of each locale, in the order of `Locale::ALL`.\n\
         const FILES: [&[&str]; {locale_count}] = [\n{files}];\n\n\
         /// The keys of the texts without variables; a method knows its text by the place in this list.\n\
         static PLAIN: [&str; {plain_count}] = [\n{plain}];\n\n\
         /// The keys of the texts with variables, and for each variable its name and whether it is a number.\n\
         #[cfg(test)]\n\
         const WITH_VARIABLES: &[(&str, &[(&str, bool)])] = &[\n{with_variables}];\n\n\
         #[allow(clippy::too_many_arguments, reason = \"a text takes what its sentence needs\")]\n\
         impl Texts {{\n{methods}}}\n",
        locale_count = LOCALES.len(),
    )
}

/// Turns `cards-title` into `cards_title`, and a word that Rust keeps for itself into a raw name.
fn rust_name(id: &str) -> String {
    let name = id.replace('-', "_").to_lowercase();
    match name.as_str() {
        "type" | "for" | "in" | "as" | "where" | "use" | "match" | "move" | "ref" | "loop" | "mod" | "if"
        | "else" | "final" | "box" | "do" | "yield" | "return" | "fn" | "let" | "static" | "const"
        | "enum" | "struct" => {
            format!("r#{name}")
        }
        "self" | "super" | "crate" => format!("{name}_"),
        _ => name,
    }
}
