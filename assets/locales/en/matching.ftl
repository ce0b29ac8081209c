matching-interests = Interests
matching-hobbies = Hobbies
matching-undo-capture = note something about { $name }
matching-undo-not-a-fit = mark { $helper } as no fit for { $name }
matching-undo-perhaps-a-fit = take back that { $helper } is no fit for { $name }
matching-undo-synonyms = change the words that mean the same
matching-needs = needs
matching-could-use = could use
matching-knows = knows
matching-solves = solves
matching-offers = offers
matching-researched = researched
matching-works-as = works as
matching-tagged = tagged
matching-on-the-card = on the card
matching-talked-about = talked about
matching-notes-say = notes say
matching-follows = follows
matching-enjoys = enjoys
matching-says = { $helper } { $does } “{ $entry }”
matching-says-tag = { $helper } has the tag “{ $entry }”
matching-says-card-back = the card of { $helper } says “{ $entry }”
matching-says-talk = { $helper } talked about “{ $entry }”
matching-says-note = notes about { $helper } say “{ $entry }”
matching-why = That meets “{ $need }”: { $says }.
matching-why-need = { $seeker } { $needs } “{ $need }”; { $says }.
matching-from-card-back = Wrote it on the card back, { $day }
matching-from-encounter = Came up when you were in touch, { $day }
matching-from-research = Researched, { $day }
matching-from-notes = Noted, { $day }
matching-from-need = Need noted, { $day }
matching-from-work = In this job since { $day }
matching-from-card = Card received { $day }
matching-has-it = Has it already
matching-has-it-since = Has it already, since { $day }
matching-came-to-nothing = Was tried, came to nothing
matching-came-to-nothing-on = Was tried, came to nothing on { $day }
matching-considered = On your list already
matching-under-way = An introduction is under way
matching-knows-each-other = They know each other
matching-colleagues = They work for the same company
matching-met-each-other = They met on { $day }
matching-introduced-on = They were introduced on { $day }
matching-marked-no-fit = Marked as no fit
matching-nobody-helps = Nobody in your book seems to be able to help.
matching-nobody-needs = Nobody in your book seems to need this card.
matching-cli-says-nothing = That says nothing to look for. Write a few words about what is needed.
matching-cli-who-needs = Who needs { $name }
matching-cli-who-helps = Who can help with “{ $need }”
matching-warmth = Warmth { $value } of 100
matching-not-a-fit = Not a fit
matching-fits-after-all = Fits after all
matching-who-helps = Who can help?
matching-who-helps-action = Who can help with …
matching-who-helps-with = Who can help with “{ $need }”?
matching-who-needs = Who needs { $name }?
matching-who-needs-action = Who needs this card
matching-who-needs-how = People of your book whose open needs meet what this person can do.
matching-text = What is needed
matching-text-hint = sealed bearings, Verpackung, 資金調達 …
matching-text-how = Write what somebody looks for, in any of the three languages. Everybody is compared by what they know, solve and offer, and by what you wrote down about them.
matching-reading = Reading what everybody can do …
matching-nobody-needs-how = Note what people look for, and what this person can do: on the Knowledge tab, or with Ctrl+J from anywhere.
matching-nobody-helps-how = Try other words, or add words that mean the same in the settings.
matching-unfit =
    { $count ->
        [one] One marked as no fit
       *[other] { $count } marked as no fit
    }
matching-today-offer = Whom you could introduce
matching-today-title = Introductions you could make today
matching-tab = Matches
matching-looking = Comparing needs with what everybody can do …
matching-needs-met =
    { $total ->
        [one] One open need: somebody in your book could help with { $met }.
       *[other] For { $met } of { $total } open needs somebody in your book could help.
    }
matching-no-pairs = Nobody to introduce just now
matching-no-pairs-how = As soon as somebody's open need meets what somebody else can do, both stand here.
matching-more =
    { $count ->
        [one] One more
       *[other] { $count } more
    }
matching-fewer = Show the first three only
matching-capture = Note something about somebody
matching-capture-title = What did you learn?
matching-capture-save = Note it
matching-words = In a few words
matching-words-needed = Write down what you learned
matching-day = On
matching-noted = { $kind }, { $name }: { $text }
matching-kind-need = Looks for
matching-kind-expertise = Knows
matching-kind-offer = Offers
matching-kind-problem = Solves
matching-kind-interest = Follows
matching-kind-hobby = Hobby
matching-kind-research = Research note
matching-hint-offer = factory tours, sea trials
matching-hint-problem = bearings that rust
matching-hint-leisure = choir, bouldering
matching-add-interest = Add interest
matching-add-hobby = Add hobby
matching-interests-empty = What do they follow?
matching-hobbies-empty = What do they do in their free time?
matching-synonyms = Words that mean the same
matching-synonyms-how = Matching knows some three hundred groups of such words in English, Japanese and German. Add those of your own field, one group a line; they count at once.
matching-synonyms-line = Words of one group
matching-synonyms-hint = AMR, mobile robot, 搬送ロボット
matching-synonyms-alone = A group needs two words or more, with commas between them
matching-synonyms-add = Another group
matching-synonyms-edit = Edit …
matching-synonyms-count =
    { $count ->
        [0] None of your own yet
        [one] One group of your own
       *[other] { $count } groups of your own
    }
matching-who-needs-offers = Who needs what they can do
matching-who-has-needs = Who has what they look for
matching-all = Show all
matching-fewer-needs = Show fewer
matching-show-more = Show more
matching-ask = Ask them
matching-ask-of = Ask { $name }
matching-open-link = Open source
matching-note-about = Note something about { $name }
matching-text-example = packaging without plastic
