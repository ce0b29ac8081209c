
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
# Before a sentence about what joins somebody to others.
network-tie = Tie
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

## Legend

network-legend-organization = Same organization
network-legend-promised = Promised
network-legend-met = First meetings
network-legend-kinds = Kinds
network-legend-introductions = Introductions
network-legend-passed-on = Cards passed on
network-legend-leads = Leads received
# A switch: whoever the search does not find is left out.
network-only-found = Only who is found
network-lines-drawn = { $drawn } of { $all } lines
network-lines-drawn-why = From here so many lines would be one grey area: those that weigh most by warmth and recency are drawn. Zoom in for the others.

## Looks

network-colour-kind = Colour by how you met
network-colour-time = Colour by when you met
network-colour-group = Colour by group
network-group-circle = Areas: circles
network-group-event = Areas: events
network-group-organization = Areas: organizations
network-group-community = Areas: who belongs together
network-group-none = No areas
network-size-ties = Size: ties
network-size-bridging = Size: who is lost without them
# The name of a community: the best connected person in it.
network-around = Around { $name }
network-origin-event = Met at an event
network-origin-met = Met elsewhere
network-origin-introduced = Introduced
network-origin-referred = By a lead
network-origin-mentioned = Only mentioned
network-key-cold = Cold
network-key-warm = Warm

## Several people, and text instead of a picture

network-select-people = Mark people with a band
network-mark-all = Mark everybody
network-unpin-all = Unpin everybody
network-as-text = Network as text

## A line from one person to another

network-tie-to = Draw a line to somebody …
network-tie-from = Draw a line from { $name }
network-tie-whom = Whom do you tie { $name } to? Choose somebody · Esc stops
network-tie-introduce = Introduce { $a } and { $b } …
network-tie-relate = What { $b } is to { $a } …
network-tie-pass-on = Pass { $a }’s card on to { $b } …
network-tie-log = Log a meeting with { $name } …
network-tie-by-whom = Who introduced { $name } to you …

## Months

network-time-play = Play
network-time-stop = Stop
network-time-slider = Network as of
network-time-speed = Speed { $speed }
network-time-faster = Faster or slower
network-back = Back along the trail
network-forward = Forward along the trail
