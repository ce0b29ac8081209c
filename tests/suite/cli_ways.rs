//! Ways to somebody, lineage and bridges on the command line.

use serde_json::Value;

use crate::cli::Desk;

#[test]
fn ways_lineage_and_bridges_answer_in_words_and_as_json() {
    let desk = Desk::new();
    desk.demo();
    let json = |arguments: &[&str]| -> Value {
        let mut all = vec!["--json", "--book", "demo.ron"];
        all.extend(arguments);
        desk.run(&all).expect(0).json()
    };
    let lineage = json(&["lineage"]);
    let root = &lineage["roots"][0];
    assert!(root["people"].as_u64().expect("a count") > 0 && root["years"].is_object());
    let of_one = json(&["lineage", root["id"].as_str().expect("an id")]);
    assert_eq!(of_one["chain"][0]["id"], root["id"]);
    let child = of_one["below"][0]["id"].as_str().expect("somebody").to_owned();
    let below = json(&["lineage", &child]);
    assert_eq!(below["chain"][0]["id"], root["id"]);
    assert!(!below["chain"][1]["words"].as_str().expect("words").is_empty());
    let bridges = json(&["bridges"]);
    assert!(bridges["bridges"].is_array() && bridges["alone"].is_array());
    let ways = json(&["ways", "--to", &child, "--k", "3"]);
    let first = &ways["ways"][0];
    assert!(!first["words"][0].as_str().expect("words").is_empty());
    assert!(ways["ways"].as_array().expect("ways").len() <= 3);
    let chances: Vec<f64> = ways["ways"]
        .as_array()
        .expect("ways")
        .iter()
        .map(|way| way["chance"].as_f64().expect("a chance"))
        .collect();
    assert!(chances.windows(2).all(|pair| pair[0] >= pair[1]), "{chances:?}");
    let told = desk.run(&["--book", "demo.ron", "ways", "--to", &child]).expect(0).out;
    assert!(told.starts_with("1\t") && told.contains("You › "), "{told}");
    desk.run(&["--book", "demo.ron", "lineage"]).expect(0);
    desk.run(&["--book", "demo.ron", "bridges"]).expect(0);
}

#[test]
fn ways_need_one_goal_and_say_when_nobody_fits() {
    let desk = Desk::new();
    desk.demo();
    desk.run(&["--book", "demo.ron", "ways"]).expect(2);
    desk.run(&["--book", "demo.ron", "ways", "--to", "a", "--expertise", "b"]).expect(2);
    desk.run(&["--book", "demo.ron", "ways", "--organization", "No such company at all"]).expect(2);
    let nobody = desk.run(&["--book", "demo.ron", "ways", "--need", "zeppelin piloting"]).expect(0).out;
    assert_eq!(nobody.trim(), "Nobody in your book fits.");
}
