## なぜ予定されているか、一文ずつ。$day は「10月14日」など

rules-why-own = ご自分で入れた予定です
rules-why-card = { $day }に名刺を受け取ったため
rules-why-card-at = { $day }に{ $event }で名刺を受け取ったため
rules-why-review = { $day }に受け取った名刺を見直すため
rules-why-event = { $day }に{ $event }で会ったため
rules-why-event-undated = { $event }で会ったため
rules-why-late = { $event }を直前にキャンセルしたため
rules-why-absent = { $event }を無断で欠席したため
rules-why-referral = { $day }に{ $name }さんへ名刺を渡したことを、ご本人にまだ伝えていないため
rules-why-introduction = { $day }に{ $a }さんと{ $b }さんを紹介したため
rules-why-introduction-undated = { $a }さんと{ $b }さんを紹介したため
rules-why-promise = { $a }さんと{ $b }さんを紹介すると約束したため
rules-why-deepen = { $day }に関係を深めると決めたため
rules-why-keep = { $day }にもう一度見直すと決めたため
rules-why-birthday = { $day }が{ $name }さんの誕生日のため
rules-why-birthday-age = { $name }さんが{ $day }に{ $age-count }歳になるため
rules-why-touch = 最後の連絡が{ $day }で、{ $ideal-count }日ごと(遅くとも{ $latest-count }日)に連絡したいため
rules-why-touch-circle = 最後の連絡が{ $day }で、サークル「{ $circle }」には{ $ideal-count }日ごと(遅くとも{ $latest-count }日)に連絡したいため
rules-why-touch-only = 最後の連絡が{ $day }だったため
rules-why-meet = 連絡はあるのに、まだ直接会ったことがないため
rules-why-gone = 理由になったものは、もうブックにありません

## 理由が求めること

rules-step-apology = お詫びする
rules-step-explanation = 理由を説明する
rules-step-fee = 参加費を支払う
rules-step-make-up = 埋め合わせをする
rules-step-touch = 連絡を保つ
# 「お詫びする: RustConf」
rules-step-about = { $step }: { $about }

## 規則の名前

rules-ask-after = 紹介のその後を尋ねる
rules-meet = 直接会う
rules-next-step = 次の一歩
