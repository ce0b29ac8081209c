## Der Mensch zuerst: was man vor Treffen, Anruf und Brief im Kopf haben sollte.

human-action = Vor dem Treffen
human-action-hint = Familie, Hobbys, letzte Themen, offene Versprechen auf einen Blick
human-before-meeting = Vor dem Treffen mit { $name }
human-before-call = Vor dem Anruf bei { $name }
human-before-mail = Bevor Sie { $name } schreiben
human-before-event = Vor { $title }
human-at = { $words }, { $time }
human-hobbies = Hobbys
human-interests = Interessen
human-mine = Von mir versprochen
human-theirs = Mir versprochen
human-they-introduce = { $a } und { $b } einander vorzustellen
human-they-referred = Mich mit { $name } zusammenzubringen
human-empty = Noch steht hier nichts Menschliches. Was gab es zum Frühstück, was liegt der Person am Herzen, wer ist zu Hause?
human-fill = Etwas aufschreiben
human-section = Der Mensch zuerst
human-setting = Vor Anruf und Brief die menschliche Seite zeigen
human-setting-hint = Ist etwas über Familie, Hobbys oder Themen bekannt, zeigen Anruf und Mail es zuerst.
