
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

## Answers beside the picture

# The button that opens the box with the answers.
network-answers = Answers
network-answers-ways = Ways
network-answers-lineage = Origins
network-answers-owing = Owing
network-answers-bridges = Bridges
network-goal-label = Whom do you want to reach?
network-goal-hint = Name, company or skill
network-goal-able = Who can do this
network-goal-other = Reach somebody else
network-ways-to = Ways to reach
network-ways-into = Ways into
network-ways-able = Ways to somebody who can do
network-ways-tie = Record whom they know …
network-ways-ask = Ask { $name } …
network-ways-touch = Plan to be in touch …
network-way-spoken = Way { $number } of { $of }: { $names }. { $promise }
network-question-lineage = Who brought you all this?
network-question-owing = Whom do you owe?
network-question-bridges = Who holds people together?
network-question-spoken = { $question } { $answer }
network-in-short = { $name }: { $words }
network-nobody-yet = Nobody yet
network-came-alone = Nobody brought { $name } to you.
# A year and how many people came in it.
network-year = { $year }: { $people }
network-owing-hint = What you gave and what you received. It is no score: giving first is good.
network-owing-you = You owe them
network-owing-them = They owe you
network-owing-flow = you gave { $given-count }, received { $received-count }
network-owing-nobody = You owe nobody anything.
network-and-others =
    { $count ->
        [one] { $name } and { $count } other
       *[other] { $name } and { $count } others
    }
network-bridges-hint = Without them others would fall apart or be lost to you. Counted by ties, introductions and cards passed on.

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
# While a worker looks for an answer.
network-working = Working it out …
