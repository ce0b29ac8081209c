### Reminders on the desktop, and the calendar file beside the book.
reminders-section = Reminders
reminders-hint = While Cardloom runs, also minimised, it tells on the desktop what is due. Nothing leaves this computer.
reminders-on = Remind me on the desktop
reminders-at = In the morning at
reminders-at-invalid = A time such as 9:00, please. The former one is kept until then.
reminders-at-hint = Once a day the list of what is due; besides, each follow-up with a time at its time.
reminders-names = What a reminder shows
reminders-names-off = How many only
reminders-names-on = Names and what about
reminders-names-hint = Desktops keep reminders in a list and may show them on the lock screen.
reminders-try = Show one now
reminders-tried = Shown. If you did not see it, look into the settings of your desktop for notifications.
reminders-problem = This desktop shows no notifications, so reminders cannot appear.
reminders-none-here = There is nothing that could show them.
reminders-nothing = Nothing is due today
reminders-open = Open
reminders-due =
    { $count ->
        [one] { $count } follow-up is due
       *[other] { $count } follow-ups are due
    }
reminders-due-now = A follow-up is due at { $time }
reminders-more = and { $count } more

## The calendar file

reminders-calendar-section = Calendar files
reminders-calendar-hint = Other calendars can show your follow-ups and events: by a file that you export, or by one that is kept up to date.
# $file is the name of the file.
reminders-calendar-on = Keep { $file } up to date beside the book
reminders-calendar-how = Subscribe to this file in Thunderbird or Evolution, or export and import it elsewhere. Changes made there do not come back.
reminders-calendar-encrypted = This book is encrypted, a calendar file is not: whoever can read the folder would see when you want to meet, call or thank whom. It is not written unless you want that.
reminders-calendar-readable = Write it readable
reminders-calendar-unreadable = Do not write it readable any more
reminders-calendar-removed = The calendar file beside the book was removed.
reminders-calendar-failed = The calendar file is not up to date. { $why }
reminders-calendar-taken = { $file } is not from this book, so it was left alone. Give that file another name.
reminders-calendar-again = Try again
reminders-contains = In calendar files besides kinds, dates and names
reminders-contains-hint = For every calendar file, exported or kept up to date. Events have title, place and link.
reminders-contains-about = What it is about, goals and notes
reminders-contains-reach = Phone numbers and e-mail addresses
reminders-contains-alarms = Alarms of the calendar program
reminders-as = Follow-ups as
reminders-as-events = Entries
reminders-as-tasks = Tasks
reminders-as-hint = Google and Outlook do not take tasks from files.
reminders-export-ics = Calendar (.ics)

## Taking calendar files in

reminders-import-action = Take in a calendar file …
reminders-import-where = Dropping .ics files onto the window does the same.
reminders-import-title = Choose calendar files
reminders-import-kind = Calendar files
reminders-import-from = Take in from { $files }
reminders-import-hint = What is ticked becomes a planned event. Guests are found by their e-mail addresses. One Undo takes all of it back.
reminders-import-nothing = There is no event to take in.
reminders-import-notes = What was left out
reminders-import-take =
    { $count ->
        [one] Take in { $count } event
       *[other] Take in { $count } events
    }
reminders-import-take-none = Take in
reminders-import-new = New
reminders-import-over = Over
reminders-import-changed = Changed
reminders-import-same = Already there
reminders-reading = Reading the calendar
