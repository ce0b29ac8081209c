## The thirty-day review

review-since = What happened since
review-nothing = Nothing is recorded since the card came.
review-card = Card received
review-card-of = Card of { $name }
review-introduced-to = Introduced to { $name }
review-now = Today
# All steps of a relationship as a list.
review-all-steps = All { $count }
review-fewer = Fewer
review-given-received = Given and received
review-gave = You gave
review-received = You received
review-more-gifts =
    { $count ->
        [one] { $count } more
       *[other] { $count } more
    }
review-replies-go-on = The exchange goes on: replies keep coming.
review-replies-nothing-sent = Nothing was written yet that could be answered.
review-replies-none =
    { $count ->
        [one] No reply to { $count } message so far.
       *[other] No reply to { $count } messages so far.
    }
review-replies-some =
    { $count ->
        [one] { $answered } of { $count } message was answered.
       *[other] { $answered } of { $count } messages were answered.
    }
review-photo-of-back = photograph of the back
review-known-by = Know this person too
review-offers = offers: { $what }
review-needs = needs: { $what }
review-no-impression = No impression was written down.
review-more-impressions = Later

## Why

review-why-has = Why has this developed?
review-why-has-not = Why hasn’t this developed?
review-has = It has
review-has-not = It hasn’t
review-developed = Has it developed?
review-note = Why, in your own words
review-note-hint = What made the difference?
review-often = Often
review-own-reason = Another reason
review-own-reason-hint = Another reason …
review-reason-topic = We share a topic
review-reason-replied = They wrote back
review-reason-helped = One of us helped
review-reason-met = We met again
review-reason-like = We like each other
review-reason-needs = My needs have changed
review-reason-no-topic = No shared topic yet
review-reason-no-question = I never asked a question
review-reason-not-written = I did not write
review-reason-quiet = They went quiet
review-reason-moment = Wrong moment
review-reason-one-sided = Only one of us gives
review-reason-far = Too far away
review-reason-impression = The first impression was right

## Verdicts

review-ideas = Ideas
review-idea-need = Find somebody for: { $what }
review-idea-meet = Suggest meeting in person
review-idea-topic = Go on about { $topic }
review-idea-help = Ask how I can help
review-deepen-body = Adds the next step on { $day }.
review-deepen-open = Needs a next step with a day.
review-step-needed = Name the next step first.
review-keep-body = Leave it warm. Next review { $day }.
review-let-go-body = Into the archive, kindly. Still searchable, and you can bring it back.
review-let-go-drops =
    { $count ->
        [one] Into the archive, kindly; { $count } open reminder goes with it. Still searchable, and you can bring it back.
       *[other] Into the archive, kindly; { $count } open reminders go with it. Still searchable, and you can bring it back.
    }
review-next-step = Next step
review-next-step-hint = Suggest a coffee, send the article …
review-next-step-day = By when
review-keep-day = Look again on
review-one-month = 1 month
review-three-months = 3 months
review-one-year = 1 year
review-was-deepened = { $step }, by { $day }
review-was-kept = Next review { $day }
review-was-let-go = In the archive; still searchable
review-take-back = Take back

## The end of a round

review-end-title = All reviewed
review-end-title-left = That is it for now
review-end-deepened =
    { $count ->
        [one] { $count } deepened
       *[other] { $count } deepened
    }
review-end-kept =
    { $count ->
        [one] { $count } kept
       *[other] { $count } kept
    }
review-end-let-go =
    { $count ->
        [one] { $count } let go
       *[other] { $count } let go
    }
review-end-left =
    { $count ->
        [one] { $count } is left for another time
       *[other] { $count } are left for another time
    }
review-go-on = Go on

## The reasons over time

review-why-title = Why relationships did or did not develop
review-why-short = My reasons
review-why-empty = No reviews yet
review-why-empty-body = When you review a card after thirty days, you say why the relationship has or has not developed. What your answers add up to will stand here.
# How many reviews there were since a day, and how many relationships had and had not developed.
review-why-sum =
    { $count ->
        [one] { $count } review since { $since }: { $developed } developed, { $stalled } did not.
       *[other] { $count } reviews since { $since }: { $developed } developed, { $stalled } did not.
    }
review-why-few = So few reviews are a diary, no statistic: read them one by one.
review-why-most-against =
    { $count ->
        [one] When it did not develop, you said most often: “{ $reason }” ({ $count } time).
       *[other] When it did not develop, you said most often: “{ $reason }” ({ $count } times).
    }
review-why-most-for =
    { $count ->
        [one] When it did, you said most often: “{ $reason }” ({ $count } time).
       *[other] When it did, you said most often: “{ $reason }” ({ $count } times).
    }
# Reasons that name something which the reader could do otherwise.
review-why-mine =
    { $count ->
        [one] { $count } of { $total } reasons against names something in your own hands: asking, writing, giving, looking for a topic.
       *[other] { $count } of { $total } reasons against name something in your own hands: asking, writing, giving, looking for a topic.
    }
review-why-quarter = Q{ $quarter } { $year }
review-why-year = { $year }
review-why-grain = Columns
review-why-by-quarter = By quarter
review-why-by-year = By year
review-why-only = Only { $span }
review-why-developed = Developed
review-why-stalled = Did not
review-why-open = Left open
review-why-span =
    { $developed ->
        [one] { $span }: { $developed } developed, { $stalled } did not, { $open } left open
       *[other] { $span }: { $developed } developed, { $stalled } did not, { $open } left open
    }
review-why-for = Why they developed
review-why-against = Why they did not
review-why-no-reason = No reason was given.
review-cli-none = No review is in the book yet.
