## An introduction for which both are asked first

passon-opt-in-steps = The four steps …
passon-ask-after = Ask what became of it
# The field with the day of a step.
passon-day-of = { $step }: day
passon-another-day = Another day
passon-ask = Ask
passon-mark-asked = Mark as asked
passon-asked = Asked
passon-agreed-on = agreed on { $day }
passon-declined-on = does not want it, { $day }
# $due says how far off a day is, such as "in 3 days".
passon-asked-on = asked on { $day }; answer: { $due }
passon-asked-after-on = asked on { $day }
passon-introduced-on = introduced on { $day }
passon-not-asked = not asked any more
passon-asked-then-off = asked on { $day }, then given up
passon-respected = { $name } does not want it, and that is that: nobody is asked again, and { $other } does not learn why. Both may get a kind word.
passon-let-be = The plan was given up; nobody said no. Whoever was asked may get a kind word.
passon-respected-unasked = { $name } does not want it, and that is that. { $other } was not asked and does not hear of it. { $name } may get a kind word.
passon-not-to-write = { $name } was not asked and knows nothing of it: there is nothing to write.
passon-no-addresses = Neither letter tells the other’s address, so they cannot reach each other by it alone.
# Asked when two are introduced. $name is whose address $mail is, $other would get it.
passon-reach-question = May they have each other’s e-mail?
passon-reach-agrees = { $name } agreed that { $other } gets { $mail }
passon-reach-open = { $other } may see { $mail } by the circles.
passon-reach-none = There is no e-mail address of { $name }.

## Passing a card on

# The recipient of a card is asked so many days later.
passon-ask-how =
    { $count ->
        [one] Ask { $name } in { $count } day how it went
       *[other] Ask { $name } in { $count } days how it went
    }

## The sheet that passes a card on

passon-title = Pass on { $name }
# Below the title: the work, and where you met.
passon-met = You met on { $day }.
passon-met-in = You met on { $day } in { $city }.
passon-step-who = Who needs this card?
passon-step-gets = What { $name } gets
passon-step-gets-nobody = What they get
passon-step-tell = Tell { $name }
passon-steps = Steps
passon-someone-else = Someone else …
passon-nobody = Nobody in your book looks for what this person can do. Choose someone else.
passon-searching = Looking for whom it helps …
passon-row = { $name }. { $why }
passon-warmth = Warmth { $count } of 5
passon-form = What they get
passon-form-snippet = Snippet
passon-form-image = With image
passon-form-vcard = vCard
passon-withheld = Withheld until { $name } agrees. { $other } answers to you.
passon-withheld-nobody = Withheld until { $name } agrees.
passon-withheld-all = Nothing is withheld.
passon-withheld-more =
    { $count ->
        [one] and { $count } more thing that stays with you
       *[other] and { $count } more things that stay with you
    }
# A chip with a lock, for screen readers: $kind is "Phone", $value the number that is kept back.
passon-locked = { $kind } { $value }, withheld. Press to ask { $name }
passon-unlock = Did { $name } agree that { $other } gets “{ $value }”?
passon-unlock-on = You asked on
passon-unlock-yes = { $name } agreed
passon-agreed = agreed on { $day }
# Agreed to on a day that nobody knows any more.
passon-agreed-once = agreed earlier
passon-locked-more =
    { $count ->
        [one] Show { $count } more
       *[other] Show { $count } more
    }
passon-lock-again = Withhold { $value } again
passon-comment = Your comment
passon-comment-hint = Who this is, and why it fits
passon-leak = Left out of your comment: { $kinds }
passon-leak-need = Left out of what they look for: { $kinds }
passon-need = What { $name } looks for
passon-need-nobody = What they look for
# In place of a name while nobody is chosen.
passon-them = them
# $place is a box, a binder, a wallet.
passon-paper = The paper card goes along (it lies in { $place })
passon-copy = Copy as text
passon-copied = Copied, and nothing else than you see here
passon-save-vcard = Save vCard
passon-save-image = Save picture
passon-copy-image = Copy picture
passon-attach = Attach the file that you saved: the mail program does not do it by itself.
passon-image-how = Black bars cover what would reach them. Press a part to cover it or to open it; drag to add a bar.
passon-image-all = All of it is covered: which line is the name could not be told, or it may not be seen.
passon-image-none = There is no scan of this card.
passon-image-working = Looking for what to cover …
passon-image-failed = The picture could not be read: { $reason }
passon-image-covered = Covered
passon-image-open = Open
passon-image-part = Part { $count }: { $words }
passon-image-add = Cover everything
passon-image-again = As proposed
passon-to = To { $address } only
passon-to-nobody = There is no e-mail address: the text goes to the clipboard
passon-language = Language
passon-form-polite = Polite
passon-form-close = Familiar
passon-formality = Form of address
passon-rewrite = Rewrite
passon-stale = This note was written for another recipient, or before they were to learn how to reach the owner.
passon-stale-keep = Keep it as it is
passon-subject = Subject
passon-letter = Note to { $name }
# $due says how far off a day is, such as "tomorrow".
passon-promise = If you send it later, it becomes a promise due { $due }.
passon-promise-off = If you send it later, nothing reminds you: the rule is off.
passon-sends-nothing = Cardloom sends nothing. Both notes open in your mail program.
passon-consider = Only consider it
passon-later = Tell { $name } later
passon-now = Pass on and tell { $name }
passon-clipboard = The note to { $name } is on the clipboard.
passon-choose = Choose who gets it
passon-has-it = { $name } has it already.
passon-vcard-save-title = Save the vCard
passon-vcard-kind = vCard
passon-image-save-title = Save the picture of the card
passon-image-kind = Picture of a card
passon-days-bad = That is no day up to today.

## The two notes

passon-tell-subject = I passed your card on to { $name }
passon-tell-subject-close = I passed your card on to { $name }
passon-tell-plain = I have told { $who } about you and passed your card on.
passon-tell-plain-close = I have told { $who } about you and passed your card on.
passon-tell-about = I have told { $who } about you: they are looking for this: { $about }
passon-tell-about-close = I have told { $who } about you: they are looking for this: { $about }
passon-tell-withheld = I have not given away how to reach you. If I may, a word from you is enough.
passon-tell-withheld-close = I have not given away how to reach you. If I may, just say so.
passon-tell-reach = They know now how to reach you.
passon-tell-reach-close = They know now how to reach you.
passon-give-subject = Somebody you should know: { $name }
# A name as the subject says it.
passon-give-name = { $name }
passon-give-about = This is about what you are looking for: { $about }
passon-give-about-close = This is about what you are looking for: { $about }
passon-give-picture = The picture of the card is attached.
passon-give-vcard = The card is attached as a vCard.
# In place of the name of somebody whose name is withheld.
passon-nameless = somebody I know
passon-give-ending = If you would like to talk, just answer to me, and I will bring you together.
passon-give-ending-close = If you would like to talk, just answer to me, and I will bring you together.
passon-closing-close = Best wishes
