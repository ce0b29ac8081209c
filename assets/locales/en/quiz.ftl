## Names and faces: a quiz with spaced repetition.

quiz-title = Names and faces
quiz-action = Quiz: learn names and faces
quiz-learn = Learn the names
quiz-due =
    { $count ->
        [one] One name to recall
       *[other] { $count } names to recall
    }
quiz-way = How it is asked
quiz-way-choose = Choose the name
quiz-way-type = Type the name
quiz-way-faces = Find the face
quiz-left =
    { $count ->
        [one] Last one
       *[other] { $count } to go
    }
quiz-who = Who is this?
quiz-which-face = Which face is it?
quiz-face-number = Face { $number }
quiz-photograph = Photograph
quiz-card-from-afar = Card, too far away to read
quiz-type-hint = Name, in any writing
quiz-check = Check
quiz-show = Show the name
quiz-show-face = Show the face
quiz-right = Right
quiz-nearly = Nearly
quiz-wrong = Not this time
quiz-you-typed = { $words }: you typed “{ $typed }”
quiz-hook = Add something to remember them by
quiz-again = Again
quiz-hard = Hard
quiz-good = Good
quiz-easy = Easy
quiz-days =
    { $days ->
        [one] in a day
       *[other] in { $days } days
    }
quiz-given = { $name }: { $grade }. Next on { $day }
quiz-done =
    { $count ->
        [0] That was all for now
        [one] One name recalled
       *[other] { $count } names recalled
    }
quiz-nobody = No name is due
quiz-next = The next one comes on { $day }.
quiz-without-picture =
    { $count ->
        [one] One person has no picture and cannot be asked for.
       *[other] { $count } people have no picture and cannot be asked for.
    }
quiz-new = new
quiz-again-due = due again
quiz-no-event = There is no event “{ $title }”.
quiz-keys-answer = Choose an answer, then say how well you knew it
quiz-asked =
    { $count ->
        [one] Asked once before
       *[other] Asked { $count } times before
    }
quiz-anew = Start this face anew
quiz-anew-menu = Start the name quiz anew
quiz-edit-answer = Recall the name of { $name }
quiz-edit-forget = Start the face of { $name } anew
quiz-more =
    { $count ->
        [one] One more is due today; it comes after these.
       *[other] { $count } more are due today; they come after these.
    }
