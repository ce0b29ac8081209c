## Why something is due, one sentence each. $day is such as "14 Oct"

rules-why-own = You planned it yourself
rules-why-card = Because you got the card on { $day }
rules-why-card-at = Because you got the card on { $day } at { $event }
rules-why-review = Because you got the card on { $day } and wanted to look at it again
rules-why-event = Because you met at { $event } on { $day }
rules-why-event-undated = Because you met at { $event }
rules-why-organizer = Because you were at { $event } on { $day } and wanted to see what its organiser does afterwards
rules-why-organizer-undated = Because you were at { $event } and wanted to see what its organiser does afterwards
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
rules-step-notice = Say at once that you cannot come
rules-step-organizer = Did the organiser follow up?
rules-step-touch = Keep in touch
# "Apologise: RustConf"
rules-step-about = { $step }: { $about }

## Names of rules

rules-ask-after = Ask how it went
rules-meet = Meet in person
rules-next-step = Next step
rules-organizer = What the organiser does

## Settings

rules-title = Follow-ups
rules-hint = What Cardloom asks you to do by itself. Switching a rule off takes back what it asked for and is still open; switching it on asks for what would still be due.
rules-about-thank-you = Thank whoever gave you a card and everybody you met at an event. A message, a letter or a call with thanks closes it.
rules-about-review = Look at a card again. Reviews that are planned keep their day.
rules-about-next-step = What you wanted to do next when you decided to deepen a relationship, on its day.
rules-about-tell-owner = Tell the owner of a card that you passed it on.
rules-about-ask-after = Ask what became of it: two people whom you introduced, until you met both, and whoever got a card from you, until the referral says so.
rules-about-organizer = After an event that you attended: did its organiser send thanks, ask whether you were content, send a report? Three answers close it.
rules-about-amends = After cancelling late: apologise at once, explain, pay the fee, make up for it.
rules-about-keep-in-touch = Be in touch as often as a circle or a person wants it. Any contact starts the days anew.
rules-about-meet = Meet people whom you know from afar only. A suggestion that is never late.
rules-about-birthday = Congratulate. 29 February is kept on the 28th in other years.
rules-days-thank-you = Days until the thanks
rules-days-tell-owner = Days until the owner knows
rules-days-ask-after = Days until you ask
rules-days-organizer = Days until the question
rules-days-amends = Days until it is made up for
rules-days-meet = Days until the suggestion
rules-days-birthday = Days ahead

## Rhythm of a circle

rules-circle-rhythm = Keep in touch
rules-circle-rhythm-hint = Nobody of this circle is due by itself.
rules-circle-rhythm-days = Due { $ideal-count } days after the last contact, late after { $latest-count }.

## Another day, giving up

rules-put-off = Another day
rules-put-off-menu = Another day …
rules-put-off-do = Move
rules-give-up = Give up
rules-give-up-menu = Give up …
rules-give-up-do = Give up
rules-give-up-ask = The plan to introduce the two is taken back. It does not count as a no from anybody.
rules-give-up-why = Why?
rules-give-up-hint = Optional
rules-give-up-done-anyway = It settled itself
rules-give-up-not-needed = No longer needed
rules-give-up-no-time = No time for it

## Repeating

rules-repeat = Repeats
rules-repeat-never = Never
rules-repeat-daily = Daily
rules-repeat-weekly = Weekly
rules-repeat-monthly = Monthly
rules-repeat-yearly = Yearly
rules-repeat-foreign = As it came
rules-repeat-every-days = Every how many days
rules-repeat-every-weeks = Every how many weeks
rules-repeat-every-months = Every how many months
rules-repeat-every-years = Every how many years
rules-repeat-number = A whole number from 1 to 999
rules-repeat-end = Ends
rules-repeat-end-never = Never ends
rules-repeat-end-until = On a day
rules-repeat-end-count = After some times
rules-repeat-last-day = Last day
rules-repeat-times = How many times
