# What joins people, in sentences. Names are short; "You" is me.

ties-met = { $name }さんに会いました
ties-card = { $name }さんの名刺をもらいました
ties-event = { $a }さんと{ $b }さんは{ $event }に参加しました
ties-organization = { $a }さんと{ $b }さんは{ $organization }に所属しています
# $to is something to $from.
ties-relationship = { $to }さんは{ $from }さんの{ $relation }です
ties-i-introduced = あなたは{ $a }さんと{ $b }さんを引き合わせました
ties-i-promised = あなたは{ $a }さんと{ $b }さんを引き合わせる約束をしました
ties-introduced-me = { $by }さんが{ $name }さんを紹介してくれました
ties-promised-me = { $by }さんが{ $name }さんを紹介してくれる約束です
ties-introduced = { $by }さんが{ $a }さんと{ $b }さんを引き合わせました
ties-promised = { $by }さんが{ $a }さんと{ $b }さんを引き合わせる約束です
ties-i-consider = { $name }さんの名刺を{ $to }さんに渡そうと考えています
ties-i-passed-on = { $name }さんの名刺を{ $to }さんに渡しました
ties-passed-on = { $by }さんが{ $name }さんの名刺を{ $to }さんに渡しました
ties-lead = { $by }さんが{ $name }さんのことを教えてくれました
# A sentence, and the month in which it happened.
ties-dated = { $month }：{ $sentence }
ties-since = { $sentence }（{ $month }から）
ties-until = { $sentence }（{ $month }まで）
# A sentence, and what became of it.
ties-with-end = { $sentence }（{ $end }）
