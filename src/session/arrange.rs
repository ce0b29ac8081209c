//! From the network of a book to places on the paper: one way for the window, the exports and the demo.

use crate::index::{EdgeKind, Index, Network};
use crate::layout::{EdgeSpec, LayoutRequest, NodeSpec, solve};
use crate::model::{Book, Place};

/// The median length of an edge in the units of [`Place`].
pub const IDEAL_EDGE_LENGTH: f32 = 100.0;

/// Returns what the layout is asked: node 0 is the owner of the book at the origin, the others stand in
/// the order of [`Network::people`]. Known places are kept, pinned ones exactly.
pub fn layout_request(book: &Book, network: &Network) -> LayoutRequest {
    // Beside known places the origin is known too; a network without any is free to turn around me.
    let known = network.people().iter().any(|contact| book.get(contact.cast::<Place>()).is_some());
    let me =
        NodeSpec { position: known.then_some([0.0, 0.0]), pinned: known, radius: 26.0, label_width: 0.0 };
    let people = network.people().iter().map(|contact| {
        let place = book.get(contact.cast::<Place>());
        NodeSpec {
            position: place.map(|place| [place.x, place.y]),
            pinned: place.is_some_and(|place| place.pinned),
            radius: 14.0,
            label_width: 64.0,
        }
    });
    let edges = network.edges().iter().map(|edge| EdgeSpec {
        source: edge.from,
        target: edge.to,
        weight: match edge.kind {
            EdgeKind::Relationship => 1.5,
            EdgeKind::Introduction(_) | EdgeKind::Referral(_) => 1.0,
            EdgeKind::SharedEvent => 0.6,
            // Nearly everybody was met by me: a strong pull would make a star of every network.
            EdgeKind::Met => 0.3,
        },
    });
    let nodes: Vec<NodeSpec> = std::iter::once(me).chain(people).collect();
    LayoutRequest {
        nodes,
        edges: edges.collect(),
        seed: 1,
        centre: Some(Network::ME as usize),
        ideal_edge_length: IDEAL_EDGE_LENGTH,
        min_distance: 12.0,
    }
}

/// Works out a place for everybody in the network. Known places hardly move, pinned ones not at all.
///
/// Takes seconds for ten thousand people, so call it on a worker. `progress` is told the share done (0 to 1)
/// and answers whether to go on; when stopped, the places are those reached so far.
pub fn arrange(book: &Book, index: &Index, progress: &mut dyn FnMut(f32) -> bool) -> Vec<Place> {
    let network = index.network();
    let layout = solve(&layout_request(book, &network), progress);
    let places = network.people().iter().zip(layout.positions.iter().skip(1));
    places
        .map(|(contact, [x, y])| {
            let pinned = book.get(contact.cast::<Place>()).is_some_and(|place| place.pinned);
            Place::new(*contact, *x, *y, pinned)
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::model::{Card, Contact, Id, InBook as _};

    fn book(people: u128) -> Book {
        let mut book = Book::default();
        for id in 1..=people {
            let contact = Contact { id: Id::new(id), ..Contact::default() };
            let card = Card { id: Id::new(1000 + id), contact: Some(contact.id), ..Card::default() };
            Contact::table_mut(&mut book).insert(contact.id, Arc::new(contact));
            Card::table_mut(&mut book).insert(card.id, Arc::new(card));
        }
        book
    }

    #[test]
    fn everybody_gets_a_place_of_their_own_and_pins_hold() {
        let mut book = book(12);
        let pinned = Place::new(Id::new(3), 431.0, -77.5, true);
        Place::table_mut(&mut book).insert(pinned.id, Arc::new(pinned));
        let places = arrange(&book, &Index::rebuild(&book), &mut |_| true);
        assert_eq!(places.len(), 12);
        assert!(places.contains(&pinned), "{places:?}");
        for (at, place) in places.iter().enumerate() {
            assert!(place.x.hypot(place.y) > 10.0, "on top of me: {place:?}");
            for other in &places[..at] {
                assert!((place.x - other.x).hypot(place.y - other.y) > 10.0, "{place:?} {other:?}");
            }
        }
    }
}
