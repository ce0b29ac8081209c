//! Reads the sources of the project and holds what no compiler does: which module may know which, where texts and time
//! come from, how long a file is, that nothing lies around unused.

use std::collections::{BTreeMap, BTreeSet};

use crate::source::{Source, Text, files, root};

/// The modules from the ground up; a module may name those of lower floors.
const FLOORS: [&[&str]; 8] = [
    &["text", "layout"],
    &["model"],
    &["edit"],
    &["index", "store", "exchange", "letters", "scan", "demo"],
    &["pictures", "quick"],
    &["jobs"],
    &["session"],
    &["cli", "gui"],
];

/// Neighbours on one floor that may know each other: (who, whom, why).
const NEIGHBOURS: [(&str, &str, &str); 3] = [
    ("gui", "cli", "what `render` can draw is one list"),
    ("demo", "index", "a test of the demo counts by the same rules as the window"),
    ("letters", "exchange", "what a letter tells about somebody goes through the one gate"),
];

/// Names at the root that are no modules: macros of `model`.
const MACROS: [&str; 1] = ["with_tables"];

fn sources(folder: &str) -> Vec<Source> {
    files(folder, "rs").iter().map(|path| Source::read(path)).collect()
}

fn floor(module: &str) -> Option<usize> {
    FLOORS.iter().position(|floor| floor.contains(&module))
}

/// Fails with all findings at once.
fn report(rule: &str, findings: &[String]) {
    assert!(findings.is_empty(), "{rule}\n  {}\n", findings.join("\n  "));
}

/// The modules at the root that a file names, with the places: `crate::x`, `crate::{x, y}`, and `super::…` where it
/// leads up to the root.
fn named_modules(source: &Source) -> Vec<(String, usize)> {
    let mut found = Vec::new();
    let inside = source.path.trim_start_matches("src/").trim_end_matches(".rs").trim_end_matches("/mod");
    let up = "super::".repeat(inside.split('/').count());
    for prefix in ["crate::", up.as_str()] {
        for at in Source::find(&source.code, prefix) {
            let above = source.code[..at].ends_with("super::") || source.code[..at].ends_with("$");
            if above {
                continue;
            }
            let rest = &source.code[at + prefix.len()..];
            if let Some(list) = rest.strip_prefix('{') {
                let mut depth = 0;
                let mut names = vec![String::new()];
                for character in list.chars() {
                    match character {
                        '{' => depth += 1,
                        '}' if depth == 0 => break,
                        '}' => depth -= 1,
                        ',' if depth == 0 => names.push(String::new()),
                        _ if depth == 0 => names.last_mut().expect("one at least").push(character),
                        _ => {}
                    }
                }
                found.extend(names.iter().filter_map(|name| Some((first_word(name.trim())?, at))));
            } else {
                found.extend(first_word(rest).map(|name| (name, at)));
            }
        }
    }
    found
}

fn first_word(text: &str) -> Option<String> {
    let word: String = text.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect();
    (!word.is_empty() && word != "super" && word != "self").then_some(word)
}

#[test]
fn no_module_names_one_above_it() {
    let mut wrong = Vec::new();
    let mut seen = BTreeSet::new();
    for source in sources("src") {
        let own =
            source.path.trim_start_matches("src/").split(['/', '.']).next().unwrap_or_default().to_owned();
        if own == "lib" || own == "main" {
            continue;
        }
        let Some(own_floor) = floor(&own) else {
            wrong.push(format!("{}: the module {own} stands on no floor: add it to FLOORS", source.path));
            continue;
        };
        for (name, at) in named_modules(&source) {
            seen.insert((own.clone(), name.clone()));
            let allowed =
                NEIGHBOURS.iter().any(|(who, whom, _)| (*who, *whom) == (own.as_str(), name.as_str()));
            match floor(&name) {
                _ if name == own || allowed || MACROS.contains(&name.as_str()) => {}
                Some(other) if other < own_floor => {}
                Some(_) => wrong.push(format!("{}: {own} names {name}", source.place(at))),
                // A super:: inside a nested module of a file ends below the root; crate:: never does.
                None if source.code[at..].starts_with("super") => {}
                None => wrong.push(format!("{}: crate::{name} is no module", source.place(at))),
            }
        }
    }
    report("A lower module must not know a higher one:", &wrong);
    assert!(seen.contains(&("edit".to_owned(), "model".to_owned())), "the reader of paths found nothing");
    assert!(
        seen.contains(&("session".to_owned(), "store".to_owned())),
        "it must read `use crate::{{…}}` too"
    );
}

#[test]
fn only_the_window_knows_egui() {
    let mut wrong = Vec::new();
    for source in sources("src") {
        if source.path.starts_with("src/gui") || source.path == "src/main.rs" {
            continue;
        }
        for word in ["egui", "eframe", "rfd", "egui_extras", "epaint", "dark_light"] {
            wrong.extend(Source::find(&source.code, word).map(|at| format!("{}: {word}", source.place(at))));
        }
    }
    report("Only src/gui may know the crates of the window:", &wrong);
}

#[test]
fn the_layout_of_graphs_knows_only_std() {
    let mut wrong = Vec::new();
    for source in sources("src/layout") {
        for at in Source::find(source.shipped(), "use") {
            let path = source.code[at + 3..].trim_start();
            let first = first_word(path).unwrap_or_default();
            if !first.is_empty()
                && !["std", "crate"].contains(&first.as_str())
                && path.starts_with(&format!("{first}::"))
            {
                let file = source.path.rsplit_once('/').map_or("", |(folder, _)| folder);
                let own = root().join(format!("{file}/{first}.rs")).exists();
                if !own {
                    wrong.push(format!("{}: {first}", source.place(at)));
                }
            }
        }
    }
    report("layout stands on std alone:", &wrong);
}

#[test]
fn every_file_is_part_of_the_program() {
    let mut wrong = Vec::new();
    for folder in ["src", "tests/suite"] {
        for path in files(folder, "rs") {
            let name = path.file_stem().expect("a name").to_string_lossy().into_owned();
            let mut parent = path.parent().expect("a folder").to_path_buf();
            if ["lib", "main"].contains(&name.as_str()) && parent.ends_with(folder) {
                continue;
            }
            let mut module = name;
            if module == "mod" {
                module = parent.file_name().expect("a name").to_string_lossy().into_owned();
                parent = parent.parent().expect("a folder").to_path_buf();
            }
            let holders = [
                parent.join("mod.rs"),
                parent.join("lib.rs"),
                parent.join("main.rs"),
                parent.with_extension("rs"),
            ];
            let included = holders.iter().filter(|holder| holder.exists()).any(|holder| {
                let holder = Source::read(holder);
                Source::find(&holder.code, &format!("mod {module};")).next().is_some()
            });
            if !included {
                wrong.push(format!("{}: no `mod {module};` names it", path.display()));
            }
        }
    }
    report("A file that nobody includes is never compiled:", &wrong);
}

#[test]
fn a_file_reads_in_one_sitting() {
    let long: Vec<String> = ["src", "tests", "benches", "build"]
        .into_iter()
        .flat_map(sources)
        .filter(|source| source.raw.lines().count() > 700)
        .map(|source| format!("{}: {} lines", source.path, source.raw.lines().count()))
        .collect();
    report("No source file is longer than 700 lines:", &long);
}

/// What shipped code must not call: (what, where it may nevertheless, why).
const BANNED: [(&str, &[&str], &str); 12] = [
    ("Utc::now", &["src/session/clock.rs"], "time comes from the session's clock"),
    ("Local::now", &["src/session/clock.rs"], "time comes from the session's clock"),
    ("SystemTime::now", &[], "time comes from the session's clock"),
    ("Uuid::now_v7", &["src/session/clock.rs"], "ids come from the session's clock"),
    ("Uuid::new_v4", &[], "ids come from the session's clock"),
    ("fs::write", &[], "a crash in the middle leaves half a file: use store::durable"),
    ("FileDialog", &["src/gui/dialogs.rs"], "a blocking dialog stops the window: use AsyncFileDialog"),
    ("thread::sleep", &["src/gui/dialogs.rs"], "wait for what is awaited"),
    ("todo!", &[], "unfinished work is not shipped"),
    ("unimplemented!", &[], "unfinished work is not shipped"),
    ("dbg!", &[], "traces of work are not shipped"),
    ("TcpStream", &[], "nothing leaves this computer"),
];

#[test]
fn time_files_and_dialogs_come_from_one_place() {
    let mut wrong = Vec::new();
    for source in sources("src") {
        for (what, places, why) in BANNED {
            if !places.contains(&source.path.as_str()) {
                let found = Source::find(source.shipped(), what);
                wrong.extend(found.map(|at| format!("{}: {what}: {why}", source.place(at))));
            }
        }
    }
    report("Shipped code must not call:", &wrong);
}

#[test]
fn the_core_does_no_input_or_output() {
    let pure = ["model", "edit", "index", "exchange", "letters", "layout", "demo", "quick"];
    let mut wrong = Vec::new();
    for source in pure.into_iter().flat_map(|module| sources(&format!("src/{module}"))) {
        for what in [
            "std::fs",
            "std::env",
            "std::net",
            "std::process",
            "Instant::now",
            "println!",
            "eprintln!",
            "thread_rng",
        ] {
            let found = Source::find(source.shipped(), what);
            wrong.extend(found.map(|at| format!("{}: {what}", source.place(at))));
        }
    }
    report("Files, environment, clock and terminal are for the layers above:", &wrong);
}

/// Calls whose texts a user reads.
const SHOWING: [&str; 30] = [
    "label",
    "heading",
    "small",
    "strong",
    "weak",
    "monospace",
    "button",
    "small_button",
    "checkbox",
    "radio",
    "radio_value",
    "selectable_label",
    "selectable_value",
    "menu_button",
    "hyperlink_to",
    "on_hover_text",
    "on_disabled_hover_text",
    "hint_text",
    "colored_label",
    "Button::new",
    "Label::new",
    "RichText::new",
    "WidgetText::from",
    "Checkbox::new",
    "with_title",
    "set_title",
    "collapsing",
    "text_edit_hint",
    "title_bar_text",
    "layout_no_wrap",
];

/// The name of the function or macro in whose parentheses a position stands, and where they open.
fn call_around(code: &str, at: usize) -> Option<(String, usize)> {
    let mut depth = 0;
    for (open, byte) in code.bytes().enumerate().take(at).collect::<Vec<_>>().into_iter().rev() {
        match byte {
            b')' | b']' | b'}' => depth += 1,
            b'(' | b'[' | b'{' if depth > 0 => depth -= 1,
            b'(' => {
                let head = code[..open].trim_end();
                let start =
                    head.rfind(|c: char| !(c.is_alphanumeric() || "_:!".contains(c))).map_or(0, |at| at + 1);
                return Some((head[start..].to_owned(), open));
            }
            b'[' | b'{' | b';' => return None,
            _ => {}
        }
    }
    None
}

/// Whether a text has words when the places of values are left out.
fn has_words(text: &str) -> bool {
    let mut depth = 0;
    let mut escaped = false;
    text.chars().any(|character| {
        match character {
            '{' => depth += 1,
            '}' => depth -= 1,
            _ => {}
        }
        let word = character.is_alphabetic() && depth == 0 && !escaped;
        escaped = character == '\\' && !escaped;
        word
    })
}

fn shown_literals(source: &Source) -> Vec<String> {
    let shipped = source.shipped().len();
    let shown = |text: &&Text| {
        let mut at = text.start;
        while let Some((call, open)) = call_around(&source.code, at) {
            let last = call.rsplit("::").next().unwrap_or_default();
            if SHOWING
                .iter()
                .any(|name| *name == call || *name == last || call.ends_with(&format!("::{name}")))
            {
                return true;
            }
            // A formatted or converted text is shown by whoever asked for it.
            if !["format!", "into", "from", "to_owned", "Some", ""].contains(&last) {
                return false;
            }
            at = open;
        }
        false
    };
    source
        .texts
        .iter()
        // The program has one name in all languages.
        .filter(|text| text.start < shipped && has_words(&text.value.replace("Cardloom", "")))
        .filter(|text| !source.lines_at(text.start).contains("// not a text: "))
        .filter(shown)
        .map(|text| format!("{}: {:?}", source.place(text.start), text.value))
        .collect()
}

#[test]
fn what_the_user_reads_stands_in_the_locales() {
    let check = |code: &str, expect: usize| {
        let source = Source::parse("src/gui/x.rs".to_owned(), code.to_owned());
        assert_eq!(shown_literals(&source).len(), expect, "{code}");
    };
    check("fn f() { ui.label(\"Save\"); }", 1);
    check("fn f() { ui.label(texts.save()); ui.separator(); id(\"Save\"); }", 0);
    check("fn f() { ui.add(Button::new(format!(\"{} cards\", n))); }", 1);
    check("fn f() { ui.add(egui::Button::new(format!(\"{name}\"))); }", 0);
    check("fn f() { ui.label(\"·\"); response.on_hover_text(RichText::new(\"名刺\")); }", 1);
    check("fn f() { ui.label(\"SHA\"); // not a text: the name of the algorithm\n }", 0);
    let wrong: Vec<String> = sources("src/gui").iter().flat_map(shown_literals).collect();
    report("Put it into assets/locales, or say why not with `// not a text: reason`:", &wrong);
}

#[test]
fn nothing_tells_of_the_machine_it_was_written_on() {
    // Put together here, so that this file does not find itself.
    let home = ["/ro", "/ho", "/Us", "/wo"].into_iter().zip(["ot/", "me/", "ers/", "rk/"]);
    let traces: Vec<String> = home.map(|(head, tail)| format!("{head}{tail}")).collect();
    let mut wrong = Vec::new();
    for folder in ["src", "tests", "benches", "build", "docs", "scripts", "assets/locales", ".ci"] {
        if !root().join(folder).exists() {
            continue;
        }
        let mut folders = vec![root().join(folder)];
        while let Some(folder) = folders.pop() {
            for entry in std::fs::read_dir(folder).expect("a folder") {
                let path = entry.expect("an entry").path();
                if path.is_dir() {
                    folders.push(path);
                    continue;
                }
                let Ok(text) = std::fs::read_to_string(&path) else { continue };
                for (number, line) in text.lines().enumerate() {
                    let made_up = ["/home/user", "/home/me", "/home/aiko", "/home/mina", "/Users/me"];
                    let line = made_up.iter().fold(line.to_owned(), |line, name| line.replace(name, ""));
                    if traces.iter().any(|trace| line.contains(trace.as_str())) {
                        wrong.push(format!("{}:{}: {}", path.display(), number + 1, line.trim()));
                    }
                }
            }
        }
    }
    report("A path of somebody's machine:", &wrong);
}

#[test]
fn a_test_that_is_left_out_says_why() {
    let mut wrong = Vec::new();
    for source in ["src", "tests"].into_iter().flat_map(sources) {
        wrong.extend(source.code.match_indices("#[ignore]").map(|(at, _)| source.place(at)));
        wrong.extend(source.code.match_indices("#[allow(").filter_map(|(at, _)| {
            let reasoned = source.code[at..].split(']').next().is_some_and(|all| all.contains("reason"));
            (!reasoned && source.shipped().len() > at).then(|| format!("{}: allow", source.place(at)))
        }));
    }
    report("Give a reason: #[ignore = \"…\"], #[expect(…, reason = \"…\")]:", &wrong);
}

/// The keys of the texts by the function that says each, with their place.
fn text_functions() -> BTreeMap<String, String> {
    let mut functions = BTreeMap::new();
    for path in files("assets/locales/en", "ftl") {
        let area = path.file_name().expect("a name").to_string_lossy().into_owned();
        for line in std::fs::read_to_string(&path).expect("a text").lines() {
            let is_key = line.starts_with(|c: char| c.is_ascii_alphabetic());
            if let Some((key, _)) = line.split_once('=').filter(|_| is_key) {
                functions.insert(key.trim().replace('-', "_"), format!("{area}: {}", key.trim()));
            }
        }
    }
    functions
}

#[test]
fn every_text_is_used() {
    let mut words: BTreeSet<String> = BTreeSet::new();
    for source in sources("src") {
        let split = |c: char| !(c.is_alphanumeric() || c == '_');
        words.extend(source.shipped().split(split).filter(|word| word.contains('_')).map(str::to_owned));
    }
    // A text may be quoted by another text.
    for path in files("assets/locales/en", "ftl") {
        let text = std::fs::read_to_string(&path).expect("a text");
        words.extend(text.split(['{', '}']).map(|part| part.trim().replace('-', "_")));
    }
    let functions = text_functions();
    assert!(functions.len() > 100, "only {} texts were found", functions.len());
    let unused: Vec<String> = functions
        .into_iter()
        .filter(|(function, _)| !words.contains(function))
        .map(|(_, place)| place)
        .collect();
    report("Texts that nobody shows:", &unused);
}

#[test]
fn every_test_that_the_page_on_reliability_names_is_there() {
    let page = std::fs::read_to_string(root().join("docs/reliability.md")).expect("the page is there");
    let code: Vec<String> = ["src", "tests", "examples"]
        .into_iter()
        .flat_map(|folder| files(folder, "rs"))
        .map(|file| std::fs::read_to_string(file).expect("a source"))
        .collect();
    let is_test =
        |name: &str| name.contains('_') && name.chars().all(|c| c.is_ascii_lowercase() || "_:…".contains(c));
    let mut wrong = Vec::new();
    for name in page.split('`').skip(1).step_by(2).filter(|name| is_test(name)) {
        let last = name.rsplit("::").next().unwrap_or(name);
        let (begins, whole) = match last.strip_suffix('…') {
            Some(begins) => (format!("fn {}", begins.trim_start_matches('…')), false),
            None => (format!("fn {last}("), true),
        };
        // `…_of_the_first_save…` is the rest of a name.
        let found = last.starts_with('…') || code.iter().any(|code| code.contains(&begins));
        let is_part = whole && root().join(format!("tests/suite/{last}.rs")).exists();
        if !found && !is_part {
            wrong.push(name.to_owned());
        }
    }
    report("docs/reliability.md names tests that are not there:", &wrong);
}
