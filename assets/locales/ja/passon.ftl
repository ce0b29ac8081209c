## 双方に先に尋ねる紹介

passon-opt-in-steps = 四つの段階…
passon-ask-after = その後を尋ねる
passon-day-of = { $step }：日付
passon-another-day = 別の日
passon-mark-asked = 尋ねたと記録
passon-asked = 尋ねました
passon-agreed-on = { $day }に承諾
passon-declined-on = { $day }に辞退
passon-asked-on = { $day }に打診、返事：{ $due }
passon-asked-after-on = { $day }に確認
passon-introduced-on = { $day }に紹介
passon-not-asked = もう尋ねません
passon-respected = { $name }さんは希望していません。再び尋ねることはなく、{ $other }さんに理由は伝えません。お二人に一言お送りできます。

## 名刺を渡す

passon-ask-how = { $count }日後に{ $name }さんにその後を尋ねる
