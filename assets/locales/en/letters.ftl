## Letters to one person; a letter is written in the language of whoever gets it

letters-greeting = Dear { $name },
# A name as a letter mentions it.
letters-polite = { $name }
letters-with-work = { $name } ({ $work })
letters-about = It is about this: { $about }
letters-closing = Kind regards
letters-reach-subject = Would you introduce me to { $name }?
letters-reach = I would like to get to know { $who }. As far as I know, you know each other. Would you introduce me to { $name }?
letters-reach-through = I would like to get to know { $who }. { $next } knows { $target }, and you know { $next }. Would you introduce me to { $next }?
letters-reach-ending = If it does not suit you, that is quite all right. And if there is something that I can do for you, please tell me.
letters-may-subject = May I introduce { $name } to you?
letters-may = I would like to introduce { $who } to you. Would you like that?
letters-may-ending = I will bring you together only if you both say yes.
letters-introduce-subject = { $name }, as promised
letters-introduce = As we agreed, I would like to introduce { $who } to you. You both said yes, so I leave it to you how to go on.
letters-introduce-ending = I would be glad to hear what becomes of it.
