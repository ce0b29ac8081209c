## The year looked back upon

year-title = { $year } in review
year-cards =
    { $count ->
        [one] { $count } card
       *[other] { $count } cards
    }
year-leads =
    { $count ->
        [one] { $count } lead
       *[other] { $count } leads
    }
year-pairs =
    { $count ->
        [one] { $count } pair
       *[other] { $count } pairs
    }
# "You passed on 14 cards; 5 became something."
year-gave =
    You passed on { $cards }; { $count ->
        [0] so far nothing has come of it.
       *[other] { $count } became something.
    }
year-gave-none = You passed on no card.
year-received =
    You received { $leads }; { $count ->
        [0] so far nothing has come of it.
       *[other] { $count } became something.
    }
year-introduced =
    You introduced { $pairs }; { $count ->
        [0] so far nothing has come of it.
       *[other] { $count } became something.
    }
year-introduced-to-me =
    { $count ->
        [one] Others introduced one person to you.
       *[other] Others introduced { $count } people to you.
    }
year-thanked =
    { $count ->
        [one] You thanked once.
       *[other] You thanked { $count } times.
    }
year-worth-given = What you passed on was worth { $worth } to others, as far as you noted it.
year-worth-received = What you received was worth { $worth } to you, as far as you noted it.
year-events = You went to { $events } and met { $people } there.
# How often somebody was met who had been met at an event before.
year-again =
    { $count ->
        [one] Once you met somebody again whom you knew from an earlier event.
       *[other] { $count } times you met somebody again whom you knew from an earlier event.
    }
year-missed =
    { $count ->
        [one] { $count } event was cancelled late or missed.
       *[other] { $count } events were cancelled late or missed.
    }
# $people is a number of people with their word; $from-count and $to-count are warmths from 0 to 100.
year-warmth-now = The average warmth is { $to-count }; { $people } are warm.
year-warmth-rose = The average warmth rose from { $from-count } to { $to-count }; { $people } are warm.
year-warmth-same = The average warmth stayed at { $to-count }; { $people } are warm.
year-warmth-fell = The average warmth fell from { $from-count } to { $to-count }; { $people } are warm.
year-untold =
    { $count ->
        [one] { $count } owner has not been told yet.
       *[other] { $count } owners have not been told yet.
    }
year-by-month = By month
year-month = Month
year-given = Passed on
year-leads-head = Leads received
year-introductions = Introductions
year-met = People met
year-met-again = Met again
year-what-came = What came of it
year-open = Not known yet
year-more = More figures
year-number = Number
year-introduced-to-me-head = Introduced to you
year-thanked-head = Thanks said
year-untold-head = Owners not told yet
year-people-met = Different people met
year-missed-head = Events cancelled late or missed
year-warmth = Warmth at the end of each month
year-average = Average warmth
year-warm = Warm people
year-people = People in touch
year-day = Day
year-event = Event

year-review = Year in review
year-back = Back to the ledger
year-earlier = Earlier year
year-later = Later year
year-save = Save as text
year-figures = All figures
year-empty = Nothing is recorded for this year yet.
year-working = Working it out …
year-plot-referrals = Given and received by month
year-plot-fruit = What became something
year-plot-warmth = Warmth over the year
year-plot-events = People met at events
# What a screen reader says in place of a plot: its title and its figures.
year-plot-spoken = { $title }. { $figures }
# $name is a month, $values its figures.
year-plot-point = { $name }: { $values }
year-none-yet = nothing
year-repeated = of a series you had been to before
