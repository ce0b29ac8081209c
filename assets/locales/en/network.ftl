
## Bars

network-focus = Focus
# How many steps around somebody are shown.
network-steps =
    { $count ->
        [one] { $count } step
       *[other] { $count } steps
    }
network-colour-circle = Colour by circle
network-colour-warmth = Colour by warmth
network-zoom-in = Zoom in
network-zoom-out = Zoom out
network-zoom-reset = Zoom to 100 %
network-zoom = { $count } %
network-fit = Fit

## Lines

# A line of the legend: a lasting tie between two people.
network-legend-relationship = Relationship
network-legend-event = Same event
network-legend-hide = Hide these lines
network-legend-show = Show these lines

## What a screen reader says

network-ties =
    { $count ->
        [one] { $count } tie
       *[other] { $count } ties
    }
network-summary = Network: { $people }, { $ties }
network-node = { $name }, { $ties }
network-minimap = Overview map

## Ways to somebody

network-reach-title = Way to reach
network-reach-steps =
    { $count ->
        [one] { $count } step from you
       *[other] { $count } steps from you
    }
network-reach-ask = Plan to ask { $name } …
# Under the name of somebody who was only talked about.
network-no-card = no card yet

## Menu of a person

network-open = Show details
network-pin = Pin here
network-unpin = Unpin
network-focus-person = Focus on this person

## States

network-arranging = Finding everybody a place …
network-empty-title = Nobody in the network yet
network-empty-body = Add a card and name the person. Who meets, who knows whom and who sent whom to whom shows up here.
network-nothing-found = Nobody here matches the search.
