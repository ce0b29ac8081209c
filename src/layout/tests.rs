//! What holds for every request, tried with invented ones.

use super::*;
use proptest::prelude::*;

fn node(position: Option<[f32; 2]>, pinned: bool) -> NodeSpec {
    NodeSpec { position, pinned, radius: 8.0, label_width: 40.0 }
}

fn request(count: usize, edges: &[(u32, u32)]) -> LayoutRequest {
    LayoutRequest {
        nodes: vec![node(None, false); count],
        edges: edges.iter().map(|&(source, target)| EdgeSpec { source, target, weight: 1.0 }).collect(),
        ..LayoutRequest::default()
    }
}

fn run(request: &LayoutRequest) -> Vec<[f32; 2]> {
    let layout = solve(request, &mut |_| true);
    assert!(layout.settled);
    layout.positions
}

fn any_float() -> impl Strategy<Value = f32> {
    prop_oneof![5 => -500.0f32..500.0, 1 => proptest::num::f32::ANY]
}

prop_compose! {
    fn any_node()(x in any_float(), y in any_float(), known in 0..3, pinned: bool, radius in any_float(),
                  label_width in any_float()) -> NodeSpec {
        NodeSpec { position: (known == 0).then_some([x, y]), pinned, radius, label_width }
    }
}

prop_compose! {
    fn any_request()(known_too in any::<bool>(), mut nodes in prop::collection::vec(any_node(), 0..60),
                     ends in prop::collection::vec((0u32..64, 0u32..64, any_float()), 0..120),
                     seed: u64, centre in prop::option::of(0usize..64),
                     ideal_edge_length in any_float(), min_distance in any_float()) -> LayoutRequest {
        if known_too {
            nodes.iter_mut().step_by(2).for_each(|n| n.position = n.position.or(Some([n.radius, 1.0])));
        }
        let edges = ends.into_iter().map(|(source, target, weight)| EdgeSpec { source, target, weight });
        LayoutRequest { nodes, edges: edges.collect(), seed, centre, ideal_edge_length, min_distance }
    }
}

proptest! {
    #[test]
    fn every_node_has_a_finite_place(request in any_request()) {
        let mut simulation = Simulation::new(&request);
        for _ in 0..2000 {
            prop_assert!(simulation.positions().iter().flatten().all(|v| v.is_finite()));
            prop_assert!((0.0..=1.0).contains(&simulation.progress()));
            if !simulation.step() {
                break;
            }
        }
        prop_assert_eq!(simulation.progress(), 1.0);
        prop_assert_eq!(simulation.positions().len(), request.nodes.len());
        prop_assert!(simulation.positions().iter().flatten().all(|v| v.is_finite()));
    }

    #[test]
    fn the_same_request_gives_the_same_bits(request in any_request()) {
        let bits = |positions: Vec<[f32; 2]>| positions.into_iter().map(|p| p.map(f32::to_bits)).collect::<Vec<_>>();
        let once = bits(run(&request));
        prop_assert_eq!(&once, &bits(run(&request)));
        let mut stepped = Simulation::new(&request);
        while stepped.step() {}
        prop_assert_eq!(once, bits(stepped.positions().to_vec()));
    }

    #[test]
    fn pinned_nodes_never_move(request in any_request()) {
        let sound = |p: [f32; 2]| p.iter().all(|v| v.abs() <= FARTHEST);
        for (node, at) in request.nodes.iter().zip(run(&request)) {
            if let (true, Some(known)) = (node.pinned, node.position.filter(|&p| sound(p))) {
                prop_assert_eq!(known, at);
            }
        }
    }

    #[test]
    fn the_centre_lies_at_the_origin(mut request in any_request(), centre in 0usize..64) {
        request.nodes.iter_mut().for_each(|n| n.position = None);
        request.centre = Some(centre);
        if let Some(at) = run(&request).get(centre) {
            prop_assert_eq!(*at, [0.0, 0.0]);
        }
    }
}

#[test]
fn known_people_stay_when_one_is_added() {
    let edges: Vec<(u32, u32)> =
        (0..200).flat_map(|i| [(i, (i + 1) % 200), (i, (i * 3 + 1) % 200)]).collect();
    let mut book = request(200, &edges);
    let before = run(&book);
    for (node, &at) in book.nodes.iter_mut().zip(&before) {
        node.position = Some(at);
    }
    assert_eq!(run(&book), before, "nothing new, nothing moves");
    book.nodes.push(node(None, false));
    book.edges.push(EdgeSpec { source: 200, target: 0, weight: 1.0 });
    let after = run(&book);
    let moved = |i: usize| (after[i][0] - before[i][0]).hypot(after[i][1] - before[i][1]);
    let near = (after[200][0] - after[0][0]).hypot(after[200][1] - after[0][1]);
    assert!(near < 3.0 * book.ideal_edge_length, "the new node lies {near} from its only neighbour");
    let still = (0..200).filter(|&i| moved(i) == 0.0).count();
    assert!(still > 170, "only {still} of 200 kept their exact place");
    assert!((0..200).all(|i| moved(i) < book.ideal_edge_length));
}

#[test]
fn separate_people_are_not_flung_away() {
    let mut edges: Vec<(u32, u32)> = (0..60).map(|i| (i, (i * 7 + 1) % 60)).collect();
    edges.extend((30..45).map(|i| (2 * i + 1, 2 * i + 2)));
    let positions = run(&request(120, &edges));
    let radius =
        |range: std::ops::Range<usize>| positions[range].iter().fold(0.0f32, |r, p| r.max(p[0].hypot(p[1])));
    assert!(radius(0..120) < 3.0 * radius(0..60), "{} against {}", radius(0..120), radius(0..60));
}

#[test]
fn names_do_not_cover_each_other_in_a_small_picture() {
    let edges: Vec<(u32, u32)> = (1..40).map(|i| (0, i)).collect();
    let request = request(40, &edges);
    let (positions, boxes) = (run(&request), Room::new(&request).boxes);
    for a in 0..40 {
        for b in 0..a {
            let free = |axis: usize| {
                (positions[a][axis] - positions[b][axis]).abs() > 0.98 * (boxes[a][axis] + boxes[b][axis])
            };
            assert!(free(0) || free(1), "{a} covers {b}");
        }
    }
}

#[test]
fn a_stopped_layout_says_so_and_is_finite() {
    let edges: Vec<(u32, u32)> = (0..900).map(|i| (i, (i * 7 + 1) % 900)).collect();
    let layout = solve(&request(900, &edges), &mut |_| false);
    assert!(!layout.settled);
    assert!(layout.positions.iter().flatten().all(|v| v.is_finite()));
}
