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
today-more =
    { $count ->
        [one] { $count } more in the calendar
       *[other] { $count } more in the calendar
    }
today-mail = Write a mail
today-week = The next days
today-free = Free

## Nothing left

today-empty-title = All done for today
today-empty-body = Nothing is due and no card waits. Enjoy the day.
today-no-match-title = Nothing found
today-no-match-body = Nothing of today fits the search.
