
## The frame

inspector-close = Close the inspector
inspector-tab-story = Story
inspector-tab-knowledge = Knowledge
inspector-tab-referrals = Referrals
inspector-tab-person = Person
inspector-tab-details = Details
inspector-card-front = { $name }, front of the card
inspector-card-back = { $name }, back of the card
inspector-card-of = Card { $count } of { $total-count }
inspector-card-newer = Newer card
inspector-card-older = Older card
inspector-archived-on = Archived on { $day }

## Quick actions

inspector-action-mail = Mail
inspector-action-call = Call
inspector-action-log = Log
inspector-action-pass-on = Pass on
inspector-action-introduce = Introduce
inspector-needs-second-person = There is nobody else in the book yet.
inspector-no-mail = No e-mail address is known. Add one in the details.
inspector-no-phone = No phone number is known. Add one in the details.
inspector-menu-log = Log an encounter
inspector-menu-remind = Add a reminder
inspector-menu-review = Review now
inspector-menu-relationship = Add a relationship
inspector-menu-network = Show in the network
inspector-menu-delete = Move to trash

## The back of the card

inspector-impression-hint = What was your first impression?
inspector-impression-later = Add a later thought
inspector-received-on = Received on
inspector-date-hint = for example yesterday
inspector-date-not-understood = This date was not understood. Try 14 Oct or 2026-10-14.
inspector-who-asked = Who asked
inspector-where = Where it is

## The story

inspector-warmth = Warmth
inspector-warmth-none = Nothing yet
inspector-warmth-cold = Cold
inspector-warmth-cool = Cool
inspector-warmth-warm = Warm
inspector-warmth-close = Close
inspector-warmth-rising = { $label }, rising
inspector-warmth-falling = { $label }, falling
inspector-warmth-explained = Every encounter, card and introduction adds points. They halve every 90 days. These count most today:
inspector-warmth-part = { $left } of { $points } points left
inspector-warmth-today = Warmth today
inspector-warmth-of-hundred = { $value } of 100
inspector-warmth-points = Points left
inspector-warmth-more =
    { $count ->
        [one] One more
       *[other] { $count } more
    }
inspector-warmth-without-contact = In { $count } days without contact
inspector-add-encounter = Log an encounter
inspector-add-reminder = Add a reminder
inspector-story-empty-title = The story begins here
inspector-story-empty = Log when you meet, write or call. Warmth grows from that.
inspector-review-now = Review now
inspector-owner-told = I told them
inspector-log-done = Done …
inspector-follow-up-done = Done, nothing to log
inspector-follow-up-log = Done, and log it …
inspector-follow-up-reopen = Open again
inspector-move-tomorrow = Tomorrow
inspector-move-week = In a week
inspector-open-calendar = Open the calendar
inspector-was-done = { $label }, done
inspector-minutes = { $count } min
inspector-with = With { $names }
inspector-card-received = Card received
inspector-card-received-at = Card received at { $event }
inspector-card-to-pile = Put back into the pile
inspector-card-remove = Remove card
inspector-passed-on-to = Card passed on to { $name }
inspector-sent-you = Passed on the card of { $name }
inspector-got-card-of = Got the card of { $name }
inspector-introduced = { $first } and { $second }, introduced by { $who }
inspector-reviewed = Review: { $verdict }

## Knowledge

inspector-help = How can I help?
inspector-help-hint = What would make their week easier?
inspector-expertise = Can help with
inspector-expertise-empty = What is this person asked for by others?
inspector-expertise-hint = A field, in a few words
inspector-add-expertise = Add expertise
inspector-level = Level
inspector-level-unknown = Level open
inspector-level-beginner = Knows a little
inspector-level-average = Does it regularly
inspector-level-expert = Expert
inspector-needs = Looks for
inspector-needs-empty = What are they looking for just now?
inspector-need-hint = A need, in a few words
inspector-need-close = Mark as found
inspector-need-open = Mark as still open
inspector-add-need = Add need
inspector-offers = Offers
inspector-offers-empty = Things, rooms, contacts, time …
inspector-add-offer = Add offer
inspector-problems = Problems they solve
inspector-problems-empty = Which problem goes away when they come?
inspector-add-problem = Add problem
inspector-own-words = In their words
inspector-research = What I found out
inspector-research-empty = A few lines about their business, with the source.
inspector-research-hint = What you found out
inspector-add-research = Add note
inspector-source = Source
inspector-source-hint = Where from?
inspector-stale = Old
inspector-stale-tip = More than twelve months old: look it up again.

## Referrals

inspector-gave = You gave
inspector-received = You received
inspector-flow = You gave { $given-count }, you received { $received-count }
inspector-flow-tip = Giving first is good. This is no score.
inspector-balance-even = Giving and receiving are even.
inspector-balance-gave = You gave more so far.
inspector-balance-received = You received more so far. How can you help them?
inspector-balance-nothing = Nothing given or received yet.
# $when is a day from today, such as “tomorrow” or “2 days late”.
inspector-tell-owner-by = tell them: { $when }
# The button that brings a referral or an introduction to its next state, for screen readers.
inspector-next-step-of = { $state }: { $name }
inspector-referral-edit = The card of { $name }
inspector-referral-went = Passed on to { $name }
inspector-referral-came = You have it from { $name }
inspector-referral-outcome-note = What came of it, in your words
inspector-referral-worth = What it was worth
inspector-referral-told = Owner told on
inspector-review-edit = Review of { $name }
inspector-review-reasons = Why
inspector-review-remove-tip = The next step that it planned goes too, if it is still open.
inspector-card-went-to = Their card went to
inspector-they-sent-you = They sent you
inspector-they-received = They got the card of
inspector-introductions = Introductions
inspector-introduced-two = Introduced { $first } and { $second }
inspector-introduced-by = { $name }, introduced by { $who }
inspector-referrals-empty = Nothing has been passed on yet. Who needs what this person knows?
inspector-owner-not-told = owner not told yet
inspector-owner-told-on = told on { $day }
inspector-relationships = Relationships
inspector-relationships-empty = Who do they know, work with, come from?
inspector-add-relationship = Add relationship
inspector-introduction-promised = Promised
inspector-introduction-asked-one = One side asked
inspector-introduction-both-agreed = Both agreed
inspector-introduction-made = Made
inspector-relation-acquaintance = Acquaintance
inspector-relation-friend = Friend
inspector-relation-colleague = Colleague
inspector-relation-co-worker = Co-worker
inspector-relation-neighbour = Neighbour
inspector-relation-spouse = Partner in life
inspector-relation-child = Child
inspector-relation-parent = Parent
inspector-relation-sibling = Sibling
inspector-relation-kin = Relative
inspector-relation-agent = Acts on their behalf
inspector-relation-mentor = Mentor
inspector-relation-client = Client
inspector-relation-supplier = Supplier
inspector-relation-partner = Business partner
inspector-favour-advice = Advice
inspector-favour-support = Support
inspector-favour-business = Business
inspector-favour-gift = Gift

## The person

inspector-circles-empty = Circles hold private and business people together. Add the first one.
inspector-birthday-hint = for example 14 March
inspector-birthday-not-understood = This day was not understood. Try 03-14 or 1985-03-14.
inspector-languages = Speaks
inspector-languages-hint = Name of the language
inspector-home = Home
inspector-home-hint = Where is home?
inspector-people = People
inspector-people-hint = Family, friends, animals
inspector-enjoys = Enjoys
inspector-enjoys-hint = Breakfast, food, music
inspector-avoids = Avoids
inspector-avoids-hint = What not to do
inspector-gifts = Gifts
inspector-gifts-hint = Given and received
inspector-starters = Starters
inspector-starters-hint = What to talk about next time
inspector-rhythm = Rhythm
inspector-rhythm-none = Open
inspector-rhythm-monthly = Monthly
inspector-rhythm-quarterly = Quarterly
inspector-rhythm-yearly = Yearly
inspector-notes-hint = Anything worth remembering

## Details

inspector-latin = Latin letters
inspector-suffix = Suffix
inspector-honorific = Form of address
# In an empty field: what it might hold.
inspector-for-example = e.g. { $value }
inspector-mail-hint = e.g. name@example.com
inspector-link-hint = e.g. example.com
inspector-order = Order of the name
inspector-order-by-writing = By writing
inspector-order-family = Family first
inspector-order-given = Given first
inspector-name-needed = A name or a company is needed.
inspector-department = Department
inspector-job-change = Changed jobs
inspector-job-save = Begin new job
inspector-job-needs-company = Name the new company and the day.
inspector-since = Since
inspector-custom = Own fields
inspector-add-mail = Add e-mail
inspector-add-phone = Add phone
inspector-add-link = Add link
inspector-add-custom = Add field
inspector-add-address = Add address
inspector-add-card = Add scan
inspector-label-none = No label
inspector-own-label = Own label
inspector-move-up = Move up
inspector-move-down = Move down
inspector-copy-value = Copy { $value }
inspector-open-value = Open { $value }
inspector-open-map = Show on a map
inspector-street = Street
inspector-postal-code = Postal code
inspector-city = City
inspector-region = Region
inspector-country = Country
inspector-mail-needs-at = An @ is missing.
inspector-mail-needs-name = The part before the @ is missing.
inspector-mail-needs-domain = The part after the @ is not complete, as in example.com.
inspector-mail-one-address = Only one address per line.
inspector-phone-needs-digits = A phone number needs at least three digits.
inspector-link-needs-web = Only web addresses can be opened.
inspector-link-needs-domain = This is not a web address yet, as in example.com.
inspector-scans = Scans
inspector-scans-empty = No card yet. Drop a scan anywhere.
inspector-front = Front
inspector-back = Back
inspector-no-scan = No scan yet
inspector-made-and-changed = Changed { $changed }, added { $made }

## A card of the pile

inspector-pile-card = A card without a name
inspector-pile-words = Name it, or say whose card it is. Then thank-you and review are planned.
inspector-name-card = Name this card
inspector-belongs-to = Belongs to somebody in the book

## Sheet: an encounter

inspector-encounter-new = Log an encounter
inspector-encounter-edit = Edit the encounter
inspector-encounter-kind = How
inspector-with-whom = With whom
inspector-topics = Topics
inspector-topics-hint = separated by commas
inspector-encounter-note = What happened, in your words
inspector-duration = Minutes
inspector-duration-wrong = Minutes are a number up to 1440.
inspector-place-hint = Café, office, street
inspector-who-began = Who began
inspector-favours = Given and received
inspector-add-favour = Add
inspector-favour-given = I gave
inspector-favour-received = I received
inspector-favour-what = in a few words
inspector-reply = Replies
inspector-reply-none = None
inspector-reply-once = One
inspector-reply-continuing = Continuing
inspector-was-thank-you = This was the thank-you
inspector-closes = Closes: { $label }
inspector-more-fields = Place, time, favours …
inspector-next-step = Next step
inspector-next-step-hint = What comes next? Leave empty for none
inspector-next-step-when = By when
inspector-encounter-save = Log
inspector-encounter-needs-person = Choose at least one person.

## Sheet: a relationship

inspector-relationship-title = A relationship of { $name }
inspector-relationship-who = Who
inspector-relationship-is = They are, for { $name }
inspector-relationship-own = or in your own word
inspector-relationship-save = Add relationship
inspector-choose-person = Choose a person first.

## Sheet: an introduction

inspector-introduction-title = Introduce { $name }
inspector-introduction-by-me = I introduce them
inspector-introduction-by-other = Somebody introduced us
inspector-introduction-by-them = They introduced me
inspector-introduction-to = To whom
inspector-introduction-who = Who introduced us
inspector-introduction-met = To whom they introduced me
inspector-introduction-state = How far
inspector-introduction-note = What it is about
inspector-introduction-save = Record introduction

## Sheet: passing a card on

inspector-pass-need = What they need
inspector-pass-need-hint = in a few words
inspector-pass-comment = Your comment
inspector-pass-comment-hint = Who this is, and why it fits

## Sheet: a circle

inspector-circle-new = New circle
inspector-circle-edit = Edit circle
inspector-circle-name-hint = for example Makers
inspector-circle-colour = Colour
inspector-circle-colour-blue = Blue
inspector-circle-colour-brown = Brown
inspector-circle-colour-olive = Olive
inspector-circle-colour-teal = Teal
inspector-circle-colour-mauve = Mauve
inspector-circle-name-needed = A circle needs a name.
inspector-circle-delete = Delete circle
inspector-circle-stays = Its people stay in the book.

## The person picker

inspector-picker-add = Add { $name } as a new person
inspector-picker-remove = Remove { $name }
inspector-picker-hint = Type a name or company

## Added fields, cards, portraits

inspector-today = Today
inspector-additional = Middle name
inspector-propose = Use “{ $value }”
inspector-in-letters = In letters
inspector-suggestions = Suggestions: { $name }
inspector-label = Label
inspector-custom-name = Name of the field
inspector-copy-address = Copy the address
inspector-open-web-map = Search on OpenStreetMap, in the browser
inspector-work = Work
inspector-add-tenure = Add
inspector-from = From
inspector-from-hint = for example 2019
inspector-until-day = Until
inspector-until-hint = Empty if still there
inspector-month-not-understood = This was not understood. Try 2019, April 2019 or 14 Oct 2019.
inspector-tenure-end = Ended today
inspector-tenure-reopen = Still lasts
inspector-tenure-main = Make the main one
inspector-new-company = New company
inspector-company-about = About the company
inspector-company-name = Name for everybody
inspector-company-reading = Reading
inspector-company-other-names = Other and former names
inspector-company-other-hint = separated by commas
inspector-company-website = Website
inspector-company-open-website = Open the website
inspector-company-asks = “{ $value }” instead of “{ $before }”: what has happened?
inspector-company-here = Only corrected: { $name } is with { $value }
inspector-company-moved = { $name } has changed jobs to { $value }
inspector-company-keep = Keep the name as it was
inspector-received-on-at = Received { $day } at { $event }
inspector-received-on-day = Received { $day }
inspector-received-some-day = Day of receipt unknown
inspector-card-superseded = out of date
inspector-card-more = More about this card
inspector-card-make-current = Put on top: this one is current
inspector-card-move = Belongs to somebody else …
inspector-front-add = Add a scan of the front …
inspector-front-replace = Replace the scan of the front …
inspector-back-add = Add a scan of the back …
inspector-back-replace = Replace the scan of the back …
inspector-front-remove = Remove the scan of the front
inspector-back-remove = Remove the scan of the back
inspector-portrait-of = Portrait of { $name }
inspector-portrait-add = Add a portrait …
inspector-portrait-change = Change the portrait …
inspector-portrait-from-card = Cut a portrait out of the card …
inspector-portrait-square = The square: move it with the arrows, size it with plus and minus
inspector-portrait-loading = The picture is being read.
inspector-portrait-empty = Choose a picture, drop or paste one, or press a card below.
inspector-portrait-size = Size
inspector-portrait-choose = Choose a picture …
inspector-portrait-remove = Remove portrait
inspector-portrait-others = From records that were merged
inspector-portrait-other = Other photograph { $count }
inspector-portrait-use = Use this photograph
inspector-portrait-cards = Out of a card
inspector-portrait-save = Use this square
inspector-portrait-file-words = A photograph of the person, not a card. You choose the part of it.
inspector-move-card-title = Whose card is this?
inspector-move-card-save = Move card
inspector-own-words-hint = A sentence worth remembering
inspector-need-since = since { $day }
inspector-need-from-to = since { $opened }, found { $closed }
inspector-need-closed = found { $day }
inspector-still-true = Still true today
inspector-add-language = Add language
inspector-add-tag = Add tag
inspector-remove-tag = Remove the tag { $tag }
inspector-language-first = Write in this one
inspector-move-left = Move forward
inspector-move-right = Move back
inspector-unsaved-there = Something typed for { $name } is not saved yet.
inspector-unsaved-show = Show
inspector-unsaved-discard = Discard
inspector-company-renamed =
    { $count ->
        [one] The company is called “{ $value }” now
       *[other] The company is called “{ $value }” now, for { $count } people
    }
inspector-company-more = and { $count } more
inspector-unsaved-here =
    { $count ->
        [one] One value is not saved yet: it is marked below.
       *[other] { $count } values are not saved yet: they are marked below.
    }
