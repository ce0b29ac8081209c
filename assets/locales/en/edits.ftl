## What the user did, as it follows “Undo: ”. Names are those of people unless said otherwise.

edits-add-cards =
    { $count ->
        [one] add a card
       *[other] add { $count } cards
    }
edits-name-card = name { $name }’s card
edits-add-card-to = add a card for { $name }
edits-add-back = add the back of { $name }’s card
edits-add-back-unnamed = add the back of a card
edits-change-card = change { $name }’s card
edits-change-card-unnamed = change a card of the pile
edits-replace-picture = replace a missing picture
edits-remove-card = move { $name }’s card to the trash
edits-remove-card-unnamed = move a card of the pile to the trash
edits-unfile-card = put { $name }’s card back into the pile
edits-unfile-card-unnamed = put a card back into the pile
edits-add-contact = add { $name }
edits-change-contact = change { $name }’s details
edits-archive = let { $name } go
edits-restore = bring { $name } back
edits-delete-contact = move { $name } to the trash
edits-archive-all =
    { $count ->
        [one] let one person go
       *[other] let { $count } people go
    }
edits-restore-all =
    { $count ->
        [one] bring one person back
       *[other] bring { $count } people back
    }
edits-delete-all =
    { $count ->
        [one] move one card to the trash
       *[other] move { $count } people and cards to the trash
    }
# $title is an event, $count the number of cards that were received there.
edits-set-event =
    { $count ->
        [one] put a card to “{ $title }”
       *[other] put { $count } cards to “{ $title }”
    }
edits-clear-event =
    { $count ->
        [one] take the event off a card
       *[other] take the event off { $count } cards
    }
edits-add-tag =
    { $count ->
        [one] tag one person “{ $tag }”
       *[other] tag { $count } people “{ $tag }”
    }
edits-remove-tag =
    { $count ->
        [one] take the tag “{ $tag }” off one person
       *[other] take the tag “{ $tag }” off { $count } people
    }
edits-record-impression = write the impression of { $name }
edits-record-impression-unnamed = write on the back of a card
# $name is an organization.
edits-rename-organization = rename an organization to { $name }
edits-change-organization = change what is known of { $name }
# $name is a person.
edits-set-portrait = set the portrait of { $name }
edits-remove-portrait = remove the portrait of { $name }
edits-make-current = put a card of { $name } on top
# $title is an event.
edits-add-event = add the event “{ $title }”
edits-change-event = change the event “{ $title }”
edits-move-event = move “{ $title }” to { $day }
edits-resize-event = let “{ $title }” last from { $first } to { $last }
edits-spread-follow-ups =
    { $count ->
        [one] give a follow-up another day
       *[other] spread { $count } follow-ups over a week
    }
edits-remove-event = remove the event “{ $title }”
edits-cancel-event = cancel “{ $title }”
edits-not-come = note that you did not come to “{ $title }”
edits-waive-amends = make up for nothing about “{ $title }”
edits-set-participant = change { $name }’s attendance of “{ $title }”
edits-set-reply = note a reply of { $name }
edits-log-encounter = log the encounter with { $name }
edits-change-encounter = change the encounter with { $name }
edits-remove-encounter = remove the encounter with { $name }
edits-add-relationship = connect { $name } and { $other }
edits-remove-relationship = disconnect { $name } and { $other }
edits-add-introduction = introduce { $name } and { $other }
edits-plan-introduction = plan the introduction of { $name } and { $other }
edits-ask-side = ask { $name } about the introduction
edits-agrees = note that { $name } agrees to the introduction
edits-declines = note that { $name } does not want the introduction
edits-take-back-plan = take back the plan to introduce { $name } and { $other }
edits-change-introduction = change the introduction of { $name } and { $other }
edits-remove-introduction = remove the introduction of { $name } and { $other }
# Somebody was introduced to the owner of the book.
edits-add-introduction-to-me = record being introduced to { $name }
edits-change-introduction-to-me = change being introduced to { $name }
edits-remove-introduction-to-me = remove being introduced to { $name }
edits-pass-on = pass { $name }’s card on to { $other }
# Somebody pointed the owner of the book to $name.
edits-pass-on-to-me = record the lead to { $name }
# $state is one of the states of a referral, as a label.
edits-advance-referral = set the referral of { $name } to “{ $state }”
# $name agreed that $other gets an address of theirs, or took that back.
edits-agree = note what { $name } agreed to have told to { $other }
edits-withhold = withhold from { $other } again what { $name } had agreed to
edits-tell-owner = tell { $name } about the card passed on
edits-change-referral = change the referral of { $name }
edits-remove-referral = remove the referral of { $name }
edits-review = review { $name }
edits-take-back-review = take back the review of { $name }
edits-change-review = change the review of { $name }
edits-remove-review = remove the review of { $name }
# $what is one of the follow-ups below.
edits-add-follow-up = add { $what }
edits-change-follow-up = change { $what }
edits-move-follow-up = move { $what } to { $day }
edits-move-follow-ups =
    { $count ->
        [one] move a follow-up to { $day }
       *[other] move { $count } follow-ups to { $day }
    }
edits-complete-follow-up = mark { $what } as done
edits-reopen-follow-up = reopen { $what }
edits-drop-follow-up = drop { $what }
edits-remove-follow-up = remove { $what }

## A follow-up inside one of the sentences above

edits-what-thanks = { $name }’s thank-you
edits-what-review = { $name }’s 30-day review
edits-what-call = the call to { $name }
edits-what-message = the message to { $name }
edits-what-meet = the meeting with { $name }
edits-what-tell-owner = the word to { $name }
edits-what-introduce = the introduction of { $name }
edits-what-amends = the amends to { $name }
edits-what-birthday = { $name }’s birthday
# $name is of people, or in the user's words what is to be done.
edits-what-other = the follow-up “{ $name }”
edits-what-unnamed = a follow-up

## Circles, network, book

# $name is a circle.
edits-add-circle = add the circle “{ $name }”
edits-change-circle = change the circle “{ $name }”
edits-remove-circle = remove the circle “{ $name }”
edits-set-circle = change who is in “{ $name }”
# $name is a saved search.
edits-add-search = save the search “{ $name }”
edits-change-search = change the search “{ $name }”
edits-move-search = move the search “{ $name }”
edits-remove-search = remove the search “{ $name }”
edits-pin = place { $name } in the network
edits-arrange = arrange the network
edits-change-book = change the book’s details
edits-rule-on = switch the rule “{ $rule }” on
edits-rule-off = switch the rule “{ $rule }” off
edits-rule-change = change the rule “{ $rule }”
edits-import =
    { $count ->
        [one] import a record
       *[other] import { $count } records
    }
edits-load-demo = load the demo network
edits-clear-demo = remove the demo network
edits-merge =
    { $count ->
        [one] take over a change from outside
       *[other] take over { $count } changes from outside
    }
edits-resolve-conflict = decide between two values of { $name }
edits-resolve-conflict-unnamed = decide between two values
edits-take-back = take back the earlier { $name }
edits-take-back-all = take the whole book back to an earlier state
edits-mend-links =
    { $count ->
        [one] take out a link to a missing record
       *[other] take out { $count } links to missing records
    }

## Names of fields, where two values of one are shown side by side

edits-field-review-after-days = Days until the review
edits-field-repeat-from = Repeats from
edits-field-name = Name
edits-field-organization = Company
edits-field-cadence = How often to be in touch
edits-field-reading = Reading
edits-field-latin = In Latin letters
edits-field-city = City
edits-field-website = Website
edits-field-part-of = Part of
edits-field-notes = Notes
edits-field-help = How they can help
edits-field-query = What is searched for
edits-field-own-words = In their words
edits-field-portrait = Portrait
edits-field-archived = Let go
edits-field-family = Family name
edits-field-given = Given name
edits-field-additional = Middle name
edits-field-prefix = Prefix
edits-field-suffix = Suffix
edits-field-nickname = Nickname
edits-field-honorific = Honorific
edits-field-family-reading = Family name, reading
edits-field-given-reading = Given name, reading
edits-field-order = Order of the name
edits-field-title = Title
edits-field-job-title = Job title
edits-field-department = Department
edits-field-from = From
edits-field-until = Until
edits-field-what = Looks for
edits-field-opened-on = Known since
edits-field-closed-on = Closed on
edits-field-birthday = Birthday
edits-field-home = Home and places
edits-field-people = People that matter
edits-field-enjoys = Enjoys
edits-field-avoids = To avoid
edits-field-gifts = Gifts
edits-field-starters = To start a conversation
edits-field-series = Series
edits-field-starts-on = First day
edits-field-ends-on = Last day
edits-field-starts-at = Begins at
edits-field-ends-at = Ends at
edits-field-venue = Venue
edits-field-organizer = Organizer
edits-field-fee = Fee
edits-field-link = Link
edits-field-goal = Goal
edits-field-status = Attendance
edits-field-participants = Participants
edits-field-late-within-days = Days that count as late
edits-field-cancelled-on = Cancelled on
edits-field-thank-you = Thanked the organizer
edits-field-satisfaction = Asked how it was
edits-field-report = Reported
edits-field-repeat = Again
edits-field-inside = Inside
edits-field-contact = Person
edits-field-front = Front
edits-field-back = Back
edits-field-received-on = Received on
edits-field-event = Event
edits-field-exchange = How it changed hands
edits-field-whereabouts = Where the card is
edits-field-kind = Kind
edits-field-direction = Who reached out
edits-field-on = Date
edits-field-at = Time
edits-field-minutes = Minutes
edits-field-place = Place
edits-field-note = Note
edits-field-reply = Replies
edits-field-to = To
edits-field-since = Since
edits-field-introducer = Who introduced
edits-field-party = Who was introduced
edits-field-state = State
edits-field-card = Card
edits-field-giver = From whom
edits-field-recipient = For whom
edits-field-subject = Whose card
edits-field-need = Need
edits-field-comment = Comment
edits-field-owner-told-on = Owner told on
edits-field-agreed-on = Agreed on
edits-field-asked-on = Asked on
edits-field-lent-on = Lent on
edits-field-never-made = Never made
edits-field-given-up = Given up
edits-field-outcome = Outcome
edits-field-verdict = Verdict
edits-field-due-on = Due on
edits-field-due-at = Due at
edits-field-about = About
edits-field-reason = Reason
edits-field-position = Place in the network
edits-field-other = Another detail

## Values of such fields, and what keeps one from being chosen

edits-value-of = { $name }: { $value }
edits-value-empty = Nothing
edits-value-gone = No longer in the book
edits-value-cadence = every { $ideal } days, { $latest } at the latest
edits-value-on = On
edits-value-off = Off
edits-value-days =
    { $count ->
        [one] { $count } day
       *[other] { $count } days
    }
edits-value-position = { $across } across, { $down } down
edits-value-order-by-language = As the language has it
edits-value-order-family-first = Family name first
edits-value-order-given-first = Given name first
edits-value-not-yet = Not yet
edits-value-open = To do
edits-value-dropped = Dropped
edits-value-own-reason = Added by hand
edits-conflict-book = The book
edits-conflict-unreadable = The other value cannot be read by this version of Cardloom. Both values stay as they are.
edits-pin-all =
    { $count ->
        [one] Pin { $count } person
       *[other] Pin { $count } people
    }
edits-unpin-all =
    { $count ->
        [one] Unpin { $count } person
       *[other] Unpin { $count } people
    }

## Evenings and templates of letters

edits-add-template = add the template “{ $name }”
edits-change-template = change the template “{ $name }”
edits-remove-template = remove the template “{ $name }”
edits-add-photos =
    { $count ->
        [one] add a photograph to { $title }
       *[other] add { $count } photographs to { $title }
    }
edits-remove-photo = remove a photograph from { $title }
edits-debrief = tell about { $name }
edits-field-formality = Form of address
edits-field-language = Language
edits-field-subject-line = Subject
edits-field-body = Text
