use super::*;
use crate::exchange::graph::{CIRCLES, Edge, Flow, Group, Kind};

fn network(count: usize) -> Graph {
    let mut graph = Graph { own: true, ..Graph::default() };
    let at = |node: usize| {
        let angle = node as f32 * 2.4;
        let reach = 60.0 * (node as f32).sqrt();
        Some([angle.cos() * reach, angle.sin() * reach])
    };
    graph.nodes.push(Node {
        key: ME.to_owned(),
        name: "Mina Schäfer".to_owned(),
        place: at(0),
        radius: 30.0,
        ..Node::default()
    });
    for node in 1..count {
        graph.nodes.push(Node {
            key: node.to_string(),
            name: if node % 3 == 0 { format!("田中 {node}") } else { format!("Jürgen <{node}> & \"Co\"") },
            place: at(node),
            radius: 12.0 + (node % 7) as f32,
            mentioned: node % 11 == 0,
            colours: (0..node % 3).map(|circle| CIRCLES[circle]).collect(),
            ..Node::default()
        });
        let kind = [Kind::Relationship, Kind::Introduction, Kind::Referral, Kind::SharedEvent][node % 4];
        let flow = [Flow::Waiting, Flow::Talking, Flow::LedToWork, Flow::CameToNothing, Flow::Promised];
        let flow = flow[node / 4 % 5];
        let arrow = matches!(kind, Kind::Introduction | Kind::Referral);
        let edge = Edge {
            from: node as u32,
            to: (node / 2) as u32,
            kind,
            flow: arrow.then_some(flow),
            directed: arrow,
            ..Edge::default()
        };
        graph.edges.push(Edge { kind: Kind::Met, to: 0, ..edge.clone() });
        graph.edges.push(edge);
    }
    graph
}

fn words() -> Words {
    Words {
        title: "Network of <Mina> & Co, 14 October 2026".to_owned(),
        lines: Class::ALL.map(|class| (class, format!("{class:?}"))).to_vec(),
        colours: CIRCLES.iter().map(|colour| (*colour, "Food & drink".to_owned())).collect(),
        mentioned: "no card yet".to_owned(),
    }
}

fn parsed(svg: &str) -> resvg::usvg::Tree {
    resvg::usvg::Tree::from_str(svg, &resvg::usvg::Options::default()).unwrap()
}

#[test]
fn the_same_network_gives_the_same_picture() {
    let draw = || draw(&network(60), &Look::default(), &words());
    assert_eq!(draw(), draw());
    assert_eq!(png(&draw(), 1.0, &mut |_, _| true), png(&draw(), 1.0, &mut |_, _| true));
}

#[test]
fn a_page_has_its_size_and_everybody_is_on_it() {
    for (page, long, short) in [
        (Page::A4, 297.0, 210.0),
        (Page::Letter, 279.4, 215.9),
        (Page::Millimetres(400.0, 300.0), 400.0, 300.0),
    ] {
        let mut graph = network(40);
        // Wide: the paper lies on its side.
        for node in &mut graph.nodes {
            node.place = node.place.map(|[x, y]| [x * 3.0, y]);
        }
        let svg = draw(&graph, &Look { page, ..Look::default() }, &words()).svg();
        let tree = parsed(&svg);
        let size = [tree.size().width(), tree.size().height()].map(|side| side / PER_MM);
        assert!((size[0] - long).abs() < 0.1 && (size[1] - short).abs() < 0.1, "{page:?}: {size:?}");
        assert_eq!(svg.matches("<g><title>").count(), 40);
        let drawn = tree.root().abs_bounding_box();
        assert!(drawn.left() >= 0.0 && drawn.right() <= tree.size().width() + 0.1, "{drawn:?}");
        assert!(drawn.top() >= 0.0 && drawn.bottom() <= tree.size().height() + 0.1, "{drawn:?}");
    }
}

#[test]
fn lines_have_arrows_dashes_and_colours_and_the_legend_says_what_they_mean() {
    let svg = draw(&network(60), &Look::default(), &words()).svg();
    for sign in
        ["stroke-dasharray=\"7 4\"", "stroke-dasharray=\"1.5 4.5\"", "#397126", "#5493E1", "Z\" fill="]
    {
        assert!(svg.contains(sign), "{sign}");
    }
    for class in Class::ALL.into_iter().filter(|class| *class != Class::SharedOrganization) {
        assert!(svg.contains(&format!("{class:?}")), "{class:?}");
    }
    assert!(!svg.contains("SharedOrganization"), "what does not occur is not explained");
    let plain =
        draw(&network(60), &Look { legend: false, white: false, ..Look::default() }, &Words::default()).svg();
    assert!(!plain.contains("LedToWork") && !plain.contains("fill=\"#FFFFFF\"/>\n<g>"));
}

#[test]
fn groups_have_tinted_areas_with_their_names_and_what_weighs_more_is_drawn_stronger() {
    let mut graph = network(12);
    for (at, node) in graph.nodes.iter_mut().enumerate() {
        node.place = Some([at as f32 * 60.0, (at % 2) as f32 * 40.0]);
    }
    let group = |name: &str, nodes| Group { name: name.to_owned(), colour: CIRCLES[1], nodes };
    graph.groups = vec![group("Makers & <friends>", (1..8).collect()), group("Too few", vec![8, 9])];
    let svg = draw(&graph, &Look::default(), &words()).svg();
    parsed(&svg);
    assert_eq!(svg.matches("fill-opacity=\"0.1\"").count(), 1, "two people make no area");
    assert!(svg.contains("Makers &amp; &lt;friends&gt;") && !svg.contains("Too few"));
    let area = svg.find("fill-opacity=\"0.1\"").unwrap();
    assert!(area < svg.find("<g><title>").unwrap(), "people lie above the areas");
    // Two lines of one kind, one weak and one strong.
    let mut pair = Graph { own: true, nodes: graph.nodes[..3].to_vec(), ..Graph::default() };
    let edge = |to, strength| Edge { from: 0, to, strength, ..Edge::default() };
    pair.edges = vec![edge(1, Some(0.0)), edge(2, Some(1.0))];
    let svg = draw(&pair, &Look { legend: false, ..Look::default() }, &Words::default()).svg();
    let widths: Vec<f32> = svg
        .split("stroke-width=\"")
        .skip(1)
        .filter_map(|rest| rest.split('"').next()?.parse().ok())
        .take(2)
        .collect();
    assert!(widths[0] < widths[1], "{widths:?}");
}

#[test]
fn letters_are_text_or_outlines() {
    let drawing = draw(&network(30), &Look::default(), &words());
    let text = drawing.svg();
    assert!(text.contains("田中 3") && text.contains("&lt;1&gt; &amp; "));
    assert!(text.contains("'Hiragino Sans'"), "other systems have other fonts");
    let outlines = outlined(&drawing, &mut |_, _| true).unwrap();
    assert!(!outlines.contains("<text") && !outlines.contains("田中"));
    let tree = parsed(&outlines);
    let size = drawing.size;
    assert!((tree.size().width() - size[0]).abs() < 0.1 && (tree.size().height() - size[1]).abs() < 0.1);
    assert_eq!(outlined(&drawing, &mut |_, _| false), Err(PictureError::Stopped));
}

#[test]
fn a_part_of_the_network_is_cut_off_at_its_edge() {
    let look = Look { frame: Some([-100.0, -80.0, 100.0, 80.0]), ..Look::default() };
    let svg = draw(&network(200), &look, &words()).svg();
    assert!(svg.contains("clip-path"));
    assert!(svg.matches("<g><title>").count() < 40, "whoever is outside is not drawn");
    parsed(&svg);
    let nowhere = Look { frame: Some([f32::NAN, 0.0, 1.0, 1.0]), ..Look::default() };
    assert!(!draw(&network(5), &nowhere, &words()).svg().contains("NaN"));
}

#[test]
fn pixels_are_counted_before_they_are_made() {
    let drawing = draw(&network(20), &Look { page: Page::A2, ..Look::default() }, &words());
    assert!(matches!(png(&drawing, 12.0, &mut |_, _| true), Err(PictureError::TooLarge(..))));
    let png = png(&drawing, 0.5, &mut |_, _| true).unwrap();
    assert_eq!(&png[..8], b"\x89PNG\r\n\x1a\n");
}

#[test]
fn nothing_that_stands_in_a_network_breaks_the_picture() {
    let mut graph = network(12);
    graph.nodes[3].place = Some([f32::NAN, 1.0]);
    graph.nodes[4].place = Some([f32::INFINITY, 1.0]);
    graph.nodes[5].place = None;
    graph.nodes[6].radius = f32::NAN;
    graph.nodes[7].name = "\u{0}\u{7}]]>".to_owned();
    graph.nodes[8].name = "x".repeat(10_000);
    graph.nodes[9].place = graph.nodes[10].place;
    for graph in [graph, Graph::default()] {
        let svg = draw(&graph, &Look::default(), &words()).svg();
        assert!(!svg.contains("NaN") && !svg.contains("inf"));
        parsed(&svg);
    }
}

#[test]
fn sizes_of_paper_are_read_and_impossible_ones_refused() {
    assert_eq!(Page::parse(" A3 "), Some(Page::A3));
    assert_eq!(Page::parse("400x300"), Some(Page::Millimetres(400.0, 300.0)));
    assert_eq!(Page::parse("400 × 300 mm"), Some(Page::Millimetres(400.0, 300.0)));
    for wrong in ["", "a9", "0x0", "1e9x3", "NaNx100", "300"] {
        assert_eq!(Page::parse(wrong), None, "{wrong}");
    }
}
