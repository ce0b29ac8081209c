# What joins people, in sentences. Names are short; "You" is me.

ties-met = You met { $name }
ties-card = You got { $name }’s card
ties-event = { $a } and { $b } were both at { $event }
ties-organization = { $a } and { $b } are both at { $organization }
# $to is something to $from.
ties-relationship = { $to } is to { $from }: { $relation }
ties-i-introduced = You introduced { $a } and { $b }
ties-i-promised = You promised to introduce { $a } and { $b }
ties-introduced-me = { $by } introduced { $name } to you
ties-promised-me = { $by } promised to introduce { $name } to you
ties-introduced = { $by } introduced { $a } and { $b }
ties-promised = { $by } promised to introduce { $a } and { $b }
ties-i-consider = You think of passing { $name }’s card on to { $to }
ties-i-passed-on = You passed { $name }’s card on to { $to }
ties-passed-on = { $by } passed { $name }’s card on to { $to }
ties-lead = { $by } told you about { $name }
# A sentence, and the month in which it happened.
ties-dated = { $sentence } in { $month }
ties-since = { $sentence }, since { $month }
ties-until = { $sentence }, until { $month }
# A sentence, and what became of it.
ties-with-end = { $sentence }: { $end }
