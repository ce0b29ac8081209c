## Letters to one person; a letter is written in the language of whoever gets it

letters-greeting = Guten Tag { $name },
# A name as a letter mentions it.
letters-polite = { $name }
letters-with-work = { $name } ({ $work })
letters-about = Worum es geht: { $about }
letters-closing = Mit freundlichen Grüßen
letters-reach-subject = Würden Sie mich mit { $name } bekannt machen?
letters-reach = ich würde gern { $who } kennenlernen. Soviel ich weiß, kennen Sie sich. Würden Sie mich mit { $name } bekannt machen?
letters-reach-through = ich würde gern { $who } kennenlernen. { $next } kennt { $target }, und Sie kennen { $next }. Würden Sie mich mit { $next } bekannt machen?
letters-reach-ending = Wenn es nicht passt, ist das völlig in Ordnung. Und wenn ich etwas für Sie tun kann, sagen Sie es mir bitte.
letters-may-subject = Darf ich Ihnen { $name } vorstellen?
letters-may = ich würde Ihnen gern { $who } vorstellen. Wäre Ihnen das recht?
letters-may-ending = Ich bringe Sie nur zusammen, wenn Sie beide zustimmen.
letters-introduce-subject = { $name }, wie versprochen
letters-introduce = wie besprochen möchte ich Ihnen { $who } vorstellen. Sie haben beide zugesagt; wie es weitergeht, überlasse ich Ihnen.
letters-introduce-ending = Ich würde mich freuen zu hören, was daraus wird.
