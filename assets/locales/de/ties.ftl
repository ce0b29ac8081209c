# What joins people, in sentences. Names are short; "You" is me.

ties-met = Sie haben { $name } getroffen
ties-card = Sie haben die Karte von { $name } bekommen
ties-event = { $a } und { $b } waren beide bei { $event }
ties-organization = { $a } und { $b } sind beide bei { $organization }
# $to is something to $from.
ties-relationship = { $to } ist für { $from }: { $relation }
ties-i-introduced = Sie haben { $a } und { $b } bekannt gemacht
ties-i-promised = Sie haben versprochen, { $a } und { $b } bekannt zu machen
ties-introduced-me = { $by } hat Ihnen { $name } vorgestellt
ties-promised-me = { $by } hat versprochen, Ihnen { $name } vorzustellen
ties-introduced = { $by } hat { $a } und { $b } bekannt gemacht
ties-promised = { $by } hat versprochen, { $a } und { $b } bekannt zu machen
ties-i-consider = Sie überlegen, die Karte von { $name } an { $to } weiterzugeben
ties-i-passed-on = Sie haben die Karte von { $name } an { $to } weitergegeben
ties-passed-on = { $by } hat die Karte von { $name } an { $to } weitergegeben
ties-lead = { $by } hat Ihnen von { $name } erzählt
# A sentence, and the month in which it happened.
ties-dated = { $month }: { $sentence }
ties-since = { $sentence }, seit { $month }
ties-until = { $sentence }, bis { $month }
# A sentence, and what became of it.
ties-with-end = { $sentence } ({ $end })
