## The head of the page

# What to do first, in one sentence.
today-summary-overdue =
    { $count ->
        [one] { $count } thing is overdue.
       *[other] { $count } things are overdue.
    }
today-summary-thanks =
    { $count ->
        [one] { $count } thank-you is due tonight.
       *[other] { $count } thank-yous are due tonight.
    }
today-summary-next = { $name } at { $time }.
today-summary-due =
    { $count ->
        [one] { $count } thing is due today.
       *[other] { $count } things are due today.
    }
today-summary-free = Nothing is due today.
today-summary-searched = Only what concerns “{ $words }” is shown.
today-summary-pile =
    { $count ->
        [one] { $count } new card waits to be sorted.
       *[other] { $count } new cards wait to be sorted.
    }
today-done-of = { $count } of { $total-count } done

## The boxes

today-pile =
    { $count ->
        [one] { $count } new card
       *[other] { $count } new cards
    }
today-pile-newest = The newest came { $day }.
today-sort = Sort the pile
today-thanks = Thank-yous
today-thanks-late = Late
today-thanks-left-today =
    { $count ->
        [one] Today, { $count } hour left
       *[other] Today, { $count } hours left
    }
today-thanks-left-tomorrow =
    { $count ->
        [one] Tomorrow, { $count } hour left
       *[other] Tomorrow, { $count } hours left
    }
today-reviews = 30-day reviews
today-promises = Promises
today-calls = Calls and meetings
today-amends = Amends
today-birthdays = Birthdays
today-other = Other things
today-on-screen = Met only on screen
today-suggest = Suggest meeting
today-log = Log
today-congratulate = Congratulate
today-contacts-since =
    { $count ->
        [one] { $count } contact, last { $day }
       *[other] { $count } contacts, last { $day }
    }
today-turns = Turns { $age }
today-tell = Tell
today-told = Told
today-sent = Sent
today-introduce = Introduce
today-ask = Ask
today-make-amends = Make amends
today-touch = Keep in touch
today-touch-now = Get in touch
today-touch-today = due today
today-touch-due =
    { $count ->
        [one] due since yesterday
       *[other] due for { $count } days
    }
today-touch-late =
    { $count ->
        [one] overdue by { $count } day
       *[other] overdue by { $count } days
    }
today-city =
    { $count ->
        [one] { $count } person in { $city }
       *[other] { $count } people in { $city }
    }
today-city-unknown =
    { $count ->
        [one] { $count } person, city unknown
       *[other] { $count } people, city unknown
    }
# You are there anyway on that day, for that event.
today-city-event = You are there { $day }: { $title }
today-more =
    { $count ->
        [one] { $count } more
       *[other] { $count } more
    }
today-fewer = Show fewer
today-call = Call { $number }
today-another-day = Another day …
today-drop-as = Drop: { $reason }
today-drop-needless = not needed any more
today-drop-happened = it has happened already
today-drop-faded = the contact has faded
today-drop-other = Drop for another reason …
today-drop-why = Why is it dropped?
today-drop-now = Drop
today-mail = Write a mail
today-week = The next days
today-free = Free

## Nothing left

today-empty-title = All done for today
today-empty-body = Nothing is due and no card waits. Enjoy the day.
today-empty-tomorrow = Nothing is due and no card waits. Tomorrow: { $words }.
today-no-match-title = Nothing found
today-no-match-body = Nothing of today fits the search.
