## Human first: what to have in mind before a meeting, a call, a letter.

human-action = Before you meet
human-action-hint = Family, hobbies, last topics, open promises, at a glance
human-before-meeting = Before you meet { $name }
human-before-call = Before you call { $name }
human-before-mail = Before you write to { $name }
human-before-event = Before { $title }
human-at = { $words }, { $time }
human-hobbies = Hobbies
human-interests = Interests
human-mine = I promised
human-theirs = They promised
human-they-introduce = To introduce { $a } and { $b }
human-they-referred = To bring me together with { $name }
human-empty = Nothing human is written down yet. What did they have for breakfast, what do they love, who is at home?
human-fill = Write something down
human-section = Human first
human-setting = Show the human side before calls and letters
human-setting-hint = When something is known about family, hobbies or what to talk about, Call and Mail show it first.
