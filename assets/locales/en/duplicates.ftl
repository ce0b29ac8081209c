### Two records of one person: found, shown side by side, joined or told apart.
duplicates-undo-merge = merge { $away } into { $keep }
duplicates-undo-merge-one = merge the two records of { $name }
duplicates-undo-apart = tell { $a } and { $b } apart
duplicates-undo-perhaps = suspect { $a } and { $b } again
duplicates-title = Duplicates
duplicates-action = Find duplicates
duplicates-merge-with-menu = Merge with…
duplicates-merge-with-title = Merge with another record
# $name is the person for whom another record is looked for.
duplicates-merge-with = { $name } is the same person as
duplicates-looking = Looking for people who are in the book twice
duplicates-people =
    { $count ->
        [one] One person was looked at
       *[other] { $count } people were looked at
    }
duplicates-none = Nobody seems to be in the book twice
duplicates-none-more = Names, addresses, numbers, companies and links were compared.
duplicates-nobody-like = Nobody else looks like this person
duplicates-nobody-like-more = Choose the other record on the left.
duplicates-pairs =
    { $count ->
        [0] No suspected pairs
        [one] One suspected pair
       *[other] { $count } suspected pairs
    }
# A pair belongs to a group of records that may all be one person.
duplicates-group = one of { $count } records
duplicates-perhaps = Perhaps
duplicates-likely = Likely
duplicates-very-likely = Very likely
# $against are reasons against the suspicion.
duplicates-reasons-but = { $reasons } – but { $against }
duplicates-why-merged-before = merged before, and changed elsewhere at the same time
duplicates-why-same-email = same e-mail address
duplicates-why-same-link = same link
duplicates-why-same-name = same name
duplicates-why-other-writing = same name in another writing
duplicates-why-swapped-name = family and given name exchanged
duplicates-why-short-name = nickname or short form
duplicates-why-one-letter = name differs by one letter
duplicates-why-initial = initial fits
duplicates-why-one-name-only = one has a single name, which fits
duplicates-why-other-family = same given name
duplicates-why-same-phone = same phone number
duplicates-why-same-birthday = same birthday
duplicates-why-same-company = same company
duplicates-why-same-former-company = worked at the same company
duplicates-why-same-address = same postal address
duplicates-why-shared-email = same shared mailbox
duplicates-why-shared-phone = same switchboard
duplicates-why-common-name = the name is common here
duplicates-why-other-birthday = born on another day
duplicates-why-other-suffix = junior and senior
duplicates-why-other-given = another given name
duplicates-why-other-name = another name
duplicates-crowd-email = { $count } people share the address { $value }: not compared because of it.
duplicates-crowd-phone = { $count } people share the number …{ $value }: not compared because of it.
duplicates-crowd-link = { $count } people share the link { $value }: not compared because of it.
duplicates-crowd-name = { $count } people are called “{ $value }”: compared only when something else agrees.
duplicates-crowds-more =
    { $count ->
        [one] And one more.
       *[other] And { $count } more.
    }
duplicates-stays = Stays
duplicates-is-joined = Is joined to it
duplicates-swap = Let the other record stay
duplicates-figures =
    { $cards ->
        [one] One card
       *[other] { $cards } cards
    } · { $encounters ->
        [one] one encounter
       *[other] { $encounters } encounters
    } · { $referrals ->
        [one] one referral
       *[other] { $referrals } referrals
    }
duplicates-same-fields =
    { $count ->
        [one] One field is the same
       *[other] { $count } fields are the same
    }
duplicates-take-left = left
duplicates-take-right = right
duplicates-take-both = Both
duplicates-merge = Merge
duplicates-not-the-same = Not the same
duplicates-keys = ← → pair · ↑ ↓ field · 1 left, 2 right, 3 both
duplicates-told-apart = Told apart
duplicates-suspect-again = Compare again
duplicates-other-names = Other names
duplicates-other-names-hint = Other writings or a former name; several with semicolons
duplicates-cadence = every { $ideal } to { $latest } days
duplicates-perhaps-same = Perhaps the same as { $name }: { $reasons }
# $what is a step as in the undo menu.
duplicates-cli-done = Done: { $what }
duplicates-settings-hint = Looks for people who are in the book twice.
