# One line that logs an encounter.
log-line = What happened
log-hint = Coffee with Tanaka yesterday about bearings, review in 2 weeks
log-help = Who, when, where, about what, what was given, and what comes next. Enter saves.
log-chip-tip = Change: { $part }
log-no-day = “{ $text }”: no such day
log-minutes = { $count } min
log-assumed = (assumed)
log-which = Which “{ $name }”?
log-nobody = Nobody in the book is called “{ $name }”.
log-add-person = Add “{ $name }”
log-leave-out = Nobody, keep it in the note
log-new-person = New: { $name }
log-question = Say first who “{ $name }” is.
log-is-plan = This day is still to come, so it becomes a reminder.
log-save-plan = Add reminder
log-plan-needs-known = A reminder needs people who are in the book. Add them first.

## The command line

log-cli-logged = Logged:
log-cli-reminded = The day is still to come; a reminder was added:
log-cli-would-log = Would be logged:
log-cli-would-remind = The day is still to come; a reminder would be added:
log-cli-which = Nothing was changed. Say who it was with --with.
log-cli-unknown = Nobody in the book is called “{ $name }”. Nothing was changed. --add-people adds them to an encounter.
log-cli-no-day = There is no day “{ $text }”. Nothing was changed.
log-cli-nobody = The line names nobody. Nothing was changed. Say who it was with --with.
