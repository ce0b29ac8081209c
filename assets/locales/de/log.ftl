# One line that logs an encounter.
log-line = Was ist passiert
log-hint = Kaffee mit Tanaka gestern über Lager, Rückblick in 2 Wochen
log-help = Mit wem, wann, wo, worüber, was gegeben wurde und was als Nächstes kommt. Enter speichert.
log-chip-tip = Ändern: { $part }
log-no-day = „{ $text }“: kein solcher Tag
log-minutes = { $count } Min.
log-assumed = (angenommen)
log-which = Welche Person ist „{ $name }“?
log-nobody = Niemand im Buch heißt „{ $name }“.
log-add-person = „{ $name }“ anlegen
log-leave-out = Niemand, in der Notiz lassen
log-new-person = Neu: { $name }
log-question = Erst sagen, wer „{ $name }“ ist.
log-is-plan = Dieser Tag kommt noch, also wird daraus eine Erinnerung.
log-save-plan = Erinnerung anlegen
log-plan-needs-known = Eine Erinnerung braucht Personen, die im Buch sind. Erst anlegen.

## Kommandozeile

log-cli-logged = Festgehalten:
log-cli-reminded = Der Tag kommt noch; eine Erinnerung wurde angelegt:
log-cli-would-log = Würde festgehalten:
log-cli-would-remind = Der Tag kommt noch; eine Erinnerung würde angelegt:
log-cli-which = Nichts wurde geändert. Wer es war, sagt --with.
log-cli-unknown = Niemand im Buch heißt „{ $name }“. Nichts wurde geändert. --add-people legt sie mit der Begegnung an.
log-cli-no-day = Einen Tag „{ $text }“ gibt es nicht. Nichts wurde geändert.
log-cli-nobody = Die Zeile nennt niemanden. Nichts wurde geändert. Wer es war, sagt --with.
