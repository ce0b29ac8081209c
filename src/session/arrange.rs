//! From the network of a book to places on the paper: one way for the window, the exports and the demo.

use crate::index::{EdgeKind, Index, Network};
use crate::layout::{EdgeSpec, LayoutRequest, NodeSpec, solve};
use crate::model::{Book, Contact, Id, Place};

/// The median length of an edge in the units of [`Place`].
pub const IDEAL_EDGE_LENGTH: f32 = 100.0;

/// How strongly a circle holds its people together, beside 1 for an introduction.
const CIRCLE_PULL: f32 = 0.5;

/// Returns what the layout is asked: node 0 is the owner of the book at the origin, the others stand in
/// the order of [`Network::people`]. Known places are kept, pinned ones exactly.
pub fn layout_request(book: &Book, network: &Network) -> LayoutRequest {
    // Beside known places the origin is known too; a network without any is free to turn around me.
    let place_of = |contact: &Id<Contact>| {
        let place = book.get(contact.cast::<Place>())?;
        place.at().map(|at| (at, place.pinned))
    };
    let known = network.people().iter().any(|contact| place_of(contact).is_some());
    let me =
        NodeSpec { position: known.then_some([0.0, 0.0]), pinned: known, radius: 26.0, label_width: 0.0 };
    let people = network.people().iter().map(|contact| {
        let place = place_of(contact);
        NodeSpec {
            position: place.map(|(at, _)| at),
            pinned: place.is_some_and(|(_, pinned)| pinned),
            radius: 14.0,
            label_width: 64.0,
        }
    });
    let edges = network.edges().iter().map(|edge| EdgeSpec {
        source: edge.from,
        target: edge.to,
        weight: match edge.kind {
            EdgeKind::Relationship => 1.5,
            EdgeKind::Introduction(_) | EdgeKind::Referral(_) | EdgeKind::Lead(_) => 1.0,
            EdgeKind::SharedOrganization => 0.8,
            EdgeKind::SharedEvent => 0.6,
            // Nearly everybody was met by me: a strong pull would make a star of every network.
            EdgeKind::Met => 0.3,
        },
    });
    // A circle is drawn as one area, so its people should stand together even when few of them
    // know each other: an invisible node in its middle holds them. It gets no place of its own.
    let first_circle = network.people().len() + 1;
    let cohesion = book.circles.keys().enumerate().flat_map(|(number, circle)| {
        let hub = (first_circle + number) as u32;
        let members = network.people().iter().enumerate().filter_map(move |(at, contact)| {
            // Who is in several circles stands nearest to the first one.
            let first = book.get(*contact)?.circles.first()?;
            (first == circle).then_some(at as u32 + 1)
        });
        members.map(move |member| EdgeSpec { source: hub, target: member, weight: CIRCLE_PULL })
    });
    let hubs = book.circles.keys().map(|circle| {
        // Beside known places the middle is known too: a new hub would pull at everybody.
        let known = network.people().iter().filter_map(|contact| {
            let first = book.get(*contact)?.circles.first()?;
            place_of(contact).filter(|_| first == circle)
        });
        let (count, x, y) =
            known.fold((0.0, 0.0, 0.0), |(n, x, y), ([at_x, at_y], _)| (n + 1.0, x + at_x, y + at_y));
        let middle = (count > 0.0).then(|| [x / count, y / count]);
        NodeSpec { position: middle, pinned: middle.is_some(), radius: 1.0, label_width: 0.0 }
    });
    let nodes: Vec<NodeSpec> = std::iter::once(me).chain(people).chain(hubs).collect();
    LayoutRequest {
        nodes,
        edges: edges.chain(cohesion).collect(),
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
            let old = book.get(contact.cast::<Place>());
            let pinned = old.is_some_and(|place| place.pinned && place.at().is_some());
            Place::new(*contact, *x, *y, pinned)
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::model::{Card, InBook as _};

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

    #[test]
    fn a_place_that_is_none_is_found_anew() {
        let mut book = book(6);
        for (id, x) in [(1, f32::NAN), (2, f32::INFINITY), (3, 1.0e30)] {
            let place = Place { id: Id::new(id), x, y: 0.0, pinned: true };
            Place::table_mut(&mut book).insert(place.id, Arc::new(place));
        }
        let places = arrange(&book, &Index::rebuild(&book), &mut |_| true);
        assert!(places.iter().all(|place| place.at().is_some() && !place.pinned), "{places:?}");
    }

    #[test]
    fn a_newcomer_moves_hardly_anybody() {
        let mut book = book(40);
        let circle = crate::model::Circle { id: Id::new(9), ..crate::model::Circle::default() };
        crate::model::Circle::table_mut(&mut book).insert(circle.id, Arc::new(circle));
        for contact in Contact::table_mut(&mut book).values_mut() {
            Arc::make_mut(contact).circles.insert(Id::new(9));
        }
        let before = arrange(&book, &Index::rebuild(&book), &mut |_| true);
        Place::table_mut(&mut book).extend(before.iter().map(|place| (place.id, Arc::new(*place))));
        let new = Contact { id: Id::new(99), circles: [Id::new(9)].into(), ..Contact::default() };
        let card = Card { id: Id::new(1099), contact: Some(new.id), ..Card::default() };
        Contact::table_mut(&mut book).insert(new.id, Arc::new(new));
        Card::table_mut(&mut book).insert(card.id, Arc::new(card));
        let after = arrange(&book, &Index::rebuild(&book), &mut |_| true);
        let moved = before.iter().filter(|old| !after.contains(old)).count();
        assert!(moved <= 2, "{moved} of 40 moved");
    }
}
