## Ways to somebody

# A sentence about a tie; everything that ends on "tie", "introduced", "promised" or "card" goes through it.
ways-sentence = { $words }.
ways-two = { $first } { $second }
# A month behind what happened then.
ways-dated = { $words } in { $day }
ways-noted = { $words } “{ $note }”
ways-talking = { $words }: they talk
ways-led-to-work = { $words }: it led to work
ways-came-to-nothing = { $words }: nothing came of it

## Why the first one would do it

ways-own-owed = { $name } owes you one.
ways-own-owing = You owe { $name } one.
ways-own-met = You last met { $name } on { $day }.
ways-own-touch = You were last in touch with { $name } on { $day }.
ways-own-card = You have had { $name }’s card since { $day }.
ways-own-silent = You have not been in touch with { $name } yet.
ways-since-met = You have known { $name } since { $day }, when you met.
ways-since-touch = You have been in touch with { $name } since { $day }.

## What joins two people

ways-tie-acquaintance = { $a } and { $b } know each other
ways-tie-friend = { $a } and { $b } are friends
ways-tie-colleague = { $a } and { $b } work together
ways-tie-co-worker = { $a } and { $b } work at the same company
ways-tie-neighbour = { $a } and { $b } are neighbours
ways-tie-spouse = { $a } and { $b } are a couple
ways-tie-child = { $b } is a child of { $a }
ways-tie-sibling = { $a } and { $b } are siblings
ways-tie-kin = { $a } and { $b } are related
ways-tie-agent = { $b } acts for { $a }
ways-tie-mentor = { $b } is a mentor of { $a }
ways-tie-client = { $b } is a client of { $a }
ways-tie-supplier = { $b } supplies { $a }
ways-tie-partner = { $a } and { $b } are partners in business
# A kind of tie in the words of the user.
ways-tie-other = { $a } and { $b }: { $kind }
ways-tie-since = { $words } (since { $day })
ways-tie-ended = { $words } (no longer)
ways-tie-event = { $a } and { $b } were at { $event }
ways-tie-organization = { $a } and { $b } are both with { $organization }

ways-introduced-by-you = You introduced { $a } and { $b }
ways-introduced-to-you = { $by } introduced { $other } to you
ways-introduced = { $by } introduced { $a } and { $b }
ways-promised-by-you = You want to introduce { $a } and { $b }
ways-promised-to-you = { $by } wants to introduce { $other } to you
ways-promised = { $by } wants to introduce { $a } and { $b }
ways-card-considered = You think of passing { $subject }’s card on to { $to }
ways-card-by-you = You passed { $subject }’s card on to { $to }
ways-card-to-you = { $by } told you of { $subject }
ways-card = { $by } passed { $subject }’s card on to { $to }

## How much a way promises

ways-promise-strong = Strong
ways-promise-good = Good
ways-promise-fair = Fair
ways-promise-slight = Slight
ways-promise-faint = Faint

# Someone who fits was looked for, and nobody in the book does.
ways-nobody = Nobody in your book fits.
ways-none = Nobody in your book leads there yet.
ways-fits = { $name }: { $what }
ways-organization-unknown = There is no organization “{ $name }” in the book.
ways-organization-ambiguous = Several organizations fit “{ $name }”; name one of them by its id:

## Who brought you whom

ways-lineage-none = Nobody has introduced anybody to you yet.
ways-lineage-alone = Nobody brought { $name } to you, and { $name } has brought nobody yet.
# Everything that came of a person who brought others.
ways-came-of = What came of { $name }: { $figures }
ways-list-mark = {", "}
ways-count-referrals =
    { $count ->
        [one] { $count } referral
       *[other] { $count } referrals
    }
# Relationships that were deepened.
ways-count-deepened = { $count } deepened

## Who holds people together

ways-bridges-none = Nobody alone holds others together.
# Sizes of groups: "12 + 5 + 3".
ways-joins = joins groups of { $sizes } people
ways-lost =
    { $count ->
        [one] the only way to { $count } person
       *[other] the only way to { $count } people
    }
ways-alone =
    { $count ->
        [one] { $count } person knows nobody else in your book:
       *[other] { $count } people know nobody else in your book:
    }

## Asking

ways-action-reach = Ways to reach
ways-action-lineage = Who brought you them
ways-request-title = Ask { $name }
ways-request-about = Introduction to { $name }
ways-request-whom = Letter to
ways-request-to = To { $address } only
ways-request-no-mail = There is no e-mail address: copy the text instead
ways-request-language = Language of the letter
ways-request-subject = Subject
ways-request-letter = Letter
ways-request-topic = What it is about
ways-request-topic-hint = What both would gain from it
ways-request-copy = Copy text
ways-request-mail = Open mail
ways-request-remind = Look for an answer on
ways-request-sent = Sent, remind me
ways-request-later = Ask on that day
ways-request-agrees = { $name } agrees
ways-request-declines = Does not want it
ways-request-declined = { $name } does not want it
ways-request-introduced = Both letters are sent
# Asking both sides before they are introduced.
ways-plan-first = Ask both first …
ways-plan-title = Introduce { $a } and { $b }
ways-plan-how = Both are asked before they are introduced. When one agrees, the next step is due at once; when one does not want it, the others are dropped.
ways-plan-ask = Ask { $name }
ways-plan-introduce = Introduce them
ways-plan-save = Plan it
ways-plan-about = Would you like to meet { $name }?
