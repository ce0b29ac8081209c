## Why something is due, one sentence each. $day is such as "14 Oct"

rules-why-own = You planned it yourself
rules-why-card = Because you got the card on { $day }
rules-why-card-at = Because you got the card on { $day } at { $event }
rules-why-review = Because you got the card on { $day } and wanted to look at it again
rules-why-event = Because you met at { $event } on { $day }
rules-why-event-undated = Because you met at { $event }
rules-why-late = Because you cancelled { $event } late
rules-why-absent = Because you did not come to { $event }
rules-why-referral = Because you passed the card on to { $name } on { $day } and its owner does not know yet
rules-why-introduction = Because you introduced { $a } and { $b } on { $day }
rules-why-introduction-undated = Because you introduced { $a } and { $b }
rules-why-promise = Because you promised to introduce { $a } and { $b }
rules-why-deepen = Because you decided on { $day } to deepen the relationship
rules-why-keep = Because you decided on { $day } to look again
rules-why-birthday = Because it is { $name }’s birthday on { $day }
rules-why-birthday-age = Because { $name } turns { $age-count } on { $day }
rules-why-touch =
    { $ideal-count ->
        [one] Because you were last in touch on { $day } and want to be every day, after { $latest-count } at the latest
       *[other] Because you were last in touch on { $day } and want to be every { $ideal-count } days, after { $latest-count } at the latest
    }
rules-why-touch-circle =
    { $ideal-count ->
        [one] Because you were last in touch on { $day } and the circle { $circle } is due every day, after { $latest-count } at the latest
       *[other] Because you were last in touch on { $day } and the circle { $circle } is due every { $ideal-count } days, after { $latest-count } at the latest
    }
rules-why-touch-only = Because you were last in touch on { $day }
rules-why-meet = Because you have been in touch but never met in person
rules-why-gone = The reason is not in the book any more

## What a reason asks for

rules-step-apology = Apologise
rules-step-explanation = Explain why
rules-step-fee = Pay the fee all the same
rules-step-make-up = Make up for it
rules-step-touch = Keep in touch
# "Apologise: RustConf"
rules-step-about = { $step }: { $about }

## Names of rules

rules-ask-after = Ask after an introduction
rules-meet = Meet in person
rules-next-step = Next step
