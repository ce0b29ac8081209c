//! Who can help and who needs whom on the command line.

use serde_json::Value;

use crate::cli::Desk;

#[test]
fn a_need_is_answered_in_words_and_as_json() {
    let desk = Desk::new();
    desk.demo();
    let json = |arguments: &[&str]| -> Value {
        let mut all = vec!["--json", "--book", "demo.ron", "match"];
        all.extend(arguments);
        desk.run(&all).expect(0).json()
    };
    let found = json(&["--need", "packaging without plastic", "--limit", "3"]);
    let helps = found["helps"].as_array().expect("hits").clone();
    assert!(!helps.is_empty() && helps.len() <= 3, "{found}");
    let scores: Vec<f64> = helps.iter().map(|hit| hit["score"].as_f64().expect("a score")).collect();
    assert!(scores.windows(2).all(|pair| pair[0] >= pair[1]), "{scores:?}");
    assert!(helps[0]["why"].as_str().expect("words").contains(helps[0]["entry"].as_str().expect("an entry")));
    let who = helps[0]["id"].as_str().expect("an id").to_owned();
    let about = json(&["--contact", &who]);
    assert!(about["needs_them"].is_array() && about["helps_them"].is_array() && about["helps"].is_null());
    let told = desk.run(&["--book", "demo.ron", "match", "--need", "packaging"]).expect(0).out;
    assert!(told.starts_with("1\t"), "{told}");
    desk.run(&["--book", "demo.ron", "match", "--contact", &who]).expect(0);
}

#[test]
fn a_need_that_says_nothing_is_refused_and_nobody_is_no_error() {
    let desk = Desk::new();
    desk.demo();
    let unseen = ["\u{301}\u{301}", "\u{200b}\u{200d}\u{feff}", "\u{202e}\u{2066}", "\u{fe0f}"];
    for need in ["", "x", "!!", "the and of", "🎉", "<>"].into_iter().chain(unseen) {
        let refused = desk.run(&["--book", "demo.ron", "match", "--need", need]).expect(2);
        assert!(refused.err.contains("nothing to look for"), "{need}: {}", refused.err);
    }
    desk.run(&["--book", "demo.ron", "match"]).expect(2);
    desk.run(&["--book", "demo.ron", "match", "--need", "a", "--contact", "b"]).expect(2);
    desk.run(&["--book", "demo.ron", "match", "--contact", "Nobody At All"]).expect(2);
    let long = "zeppelin ".repeat(2500);
    let nobody = desk.run(&["--book", "demo.ron", "match", "--need", &long]).expect(0).out;
    assert_eq!(nobody.trim(), "Nobody in your book seems to be able to help.");
}

#[test]
fn hidden_signs_and_marks_of_a_page_do_not_hide_a_word() {
    let desk = Desk::new();
    desk.demo();
    let found = |need: &str| desk.run(&["--book", "demo.ron", "match", "--need", need]).expect(0).out;
    let people = |out: &str| -> Vec<String> {
        out.lines()
            .filter(|line| line.starts_with(|it: char| it.is_ascii_digit()))
            .map(str::to_owned)
            .collect()
    };
    let plain = people(&found("packaging"));
    assert!(!plain.is_empty());
    for need in [
        "\u{202e}packaging\u{202c}",
        "pack\u{200b}aging",
        "pack\u{ad}aging",
        "<b>packaging</b>",
        "ＰＡＣＫＡＧＩＮＧ",
    ] {
        let out = found(need);
        assert_eq!(people(&out), plain, "{need:?}");
        assert!(!out.contains(['\u{202e}', '\u{202c}', '\u{200b}']), "{out}");
    }
    // One kanji is a word.
    assert!(!people(&found("紙")).is_empty());
    let long = format!("packaging {}", "x".repeat(100_000));
    assert!(found(&long).lines().all(|line| line.chars().count() < 400));
}
