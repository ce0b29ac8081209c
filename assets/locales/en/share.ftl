# What may leave for whom: the gate, circles, see-as.

share-line = { $what }: { $value }
share-nameless = A contact
share-kind-name = Name
share-kind-nickname = Nickname
share-kind-organization = Organization
share-kind-city = City
share-kind-website = Website
share-kind-title = Title
share-kind-department = Department
share-kind-expertise = Expertise
share-kind-problem = Solves
share-kind-offer = Offers
share-kind-language = Language
share-kind-comment = Comment
share-kind-mail = E-mail
share-kind-phone = Phone
share-kind-link = Link
share-kind-handle = Name in a messenger
share-kind-address = Address
share-kind-somebody = Somebody else’s name
share-kind-life = Something about their life
share-kind-birthday = Birthday
share-kind-home = Home
share-kind-people = Family and people
share-kind-enjoys = Enjoys
share-kind-interest = Interest
share-kind-hobby = Hobby
share-kind-avoids = Avoids
share-kind-gifts = Gifts
share-kind-starters = Conversation
share-kind-impression = Impression
share-kind-private = Never shared
share-kind-typed = { $what }, typed into a text
share-group-name = Name
share-group-organization = Organization
share-group-title = Title
share-group-expertise = Expertise
share-group-comment = Comment
share-group-business = Business e-mail and phone
share-group-private = Private e-mail and phone
share-group-address = Address
share-group-birthday = Birthday
share-group-human = Human side
share-group-impression = Impression
share-groups-seen = Seen: { $groups }
share-groups-kept = Withheld: { $groups }
share-groups-none = nothing
share-for-whom = For whom
share-for-me = Only for me: everything
share-for-me-hint = Private notes, impressions and pictures are in it. Do not hand it on.
share-for-circle = For the circle { $name }
share-for-seen = The book is seen as this circle, so it is exported for this circle.
share-export-title = Export { $what }
share-export-events = Others get title, day, place and link of the events. Who was there, goals and notes stay here.
share-export-pictures = Pictures show everything that is printed on them and stay here.
share-export-network = Others get the people whom they may see. Who knows whom and where people stand stays here.
share-see-title = See my book as a circle would
share-see-action = See as this circle
share-see-hint = The cards then show what the people of the circle may see, and nothing can be changed.
share-see-no-circle = A circle says what its people may see of others.
share-no-circles = No circles yet
share-see-banner = Your book as the circle { $name } would see it
share-see-waiting = Being worked out …
share-see-leave = Leave (Esc)
share-see-person = What { $name } sees
share-see-person-nothing = Nothing but that there is somebody.
share-see-not-shown = Only the cards are shown as the circle { $name } would see them. Leave this view first.
share-see-refused = Only for looking: go back to your book to change something.
share-see-after-saving = Save first what the circle may see.
share-circle-taken = There is a circle of this name already.
share-delete-action = Delete circle …
share-circle-sees = What this circle may see
share-circle-sees-hint = Of everybody who is in a circle. Of people without a circle only the name and your comment are shared.
share-lint-working = Working out what this would open …
share-lint-question = Would you want this public? { $group }
share-lint-none = There is no such text yet. Those that you write later would be seen.
share-lint-keep = Keep private
share-lint-open = Make visible
share-lint-answer = Answer the question first.
share-preview-title = { $who } would see of { $subject }
share-preview-nothing = Nothing
share-somebody = Somebody of this circle
share-alone = In no circle: as little as possible is shared.
share-kept = Withheld
share-kept-private = Notes, needs, research and pictures, always
share-delete-question = Delete the circle { $name }?
share-delete-hint = Its people stay in the book. Undo brings the circle back with everybody in it.
share-delete-nobody = Nobody sees less without { $name }.
share-delete-lose = { $names } would no longer see: { $groups }
share-delete-alone = In no circle any more, so that as little as possible of them is shared: { $names }
share-cli-done = Wrote { $file } for { $whom }
share-cli-withheld = Withheld from { $whom }: { $kinds }
share-cli-whom = Say for whom it is: --circle NAME or --to CONTACT.
share-cli-unknown = There is no circle “{ $name }”. The circles are:
share-cli-ambiguous = Several circles are called “{ $name }”; name one by its id:
share-cli-leaks = The comment would give away { $found }. Nothing was written; --withhold leaves it out.
share-cli-for-me = For yourself: everything, private notes too. For others use --for CIRCLE.
share-export-alone =
    { $count ->
        [one] { $count } person is in no circle: only the name is shared.
       *[other] { $count } people are in no circle: only their names are shared.
    }
share-lint-more =
    { $count ->
        [one] and { $count } more text
       *[other] and { $count } more texts
    }
share-lint-leaks =
    { $count ->
        [one] { $count } address, number or name in these texts would be left out.
       *[other] { $count } addresses, numbers and names in these texts would be left out.
    }
share-and-more =
    { $count ->
        [one] { $count } more
       *[other] { $count } more
    }
share-lint-texts =
    { $texts ->
        [one] { $texts } text
       *[other] { $texts } texts
    } about { $people ->
        [one] { $people } person
       *[other] { $people } people
    } would be seen by { $who }.
share-see-details =
    { $people ->
        [one] { $people } person
       *[other] { $people } people
    } · { $kept ->
        [one] { $kept } value withheld
       *[other] { $kept } values withheld
    } · { $left ->
        [0] nobody left out
        [one] { $left } person left out
       *[other] { $left } people left out
    }
share-cli-export =
    For { $whom }: { $kept ->
        [one] { $kept } value withheld
       *[other] { $kept } values withheld
    }, { $left ->
        [one] { $left } person left out
       *[other] { $left } people left out
    }.
share-cli-look = Look at the picture before you hand it on: pale or blurred print may not have been found.
share-cli-png-out = Say with --out where the picture goes.
share-cli-no-card = There is no picture of a card.
share-cli-unreadable = The picture of the card cannot be read: { $why }
