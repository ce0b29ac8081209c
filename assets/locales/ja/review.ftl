## The thirty-day review

review-since = これまでのこと
review-nothing = 名刺交換のあと、記録はありません。
review-card = 名刺を受け取った
review-card-of = { $name } さんの名刺
review-introduced-to = { $name } さんに紹介
review-now = 今日
# All steps of a relationship as a list.
review-all-steps = 全 { $count } 件
review-fewer = 減らす
review-given-received = したこと・してもらったこと
review-gave = したこと
review-received = してもらったこと
review-more-gifts = 他 { $count } 件
review-replies-go-on = やり取りが続いています。返事が来ています。
review-replies-nothing-sent = 返事をもらえるような便りはまだ出していません。
review-replies-none = { $count } 通に、まだ返事がありません。
review-replies-some = { $count } 通のうち { $answered } 通に返事がありました。
review-photo-of-back = 裏面の写真
review-known-by = この人を知っている人
review-offers = 提供: { $what }
review-needs = 求む: { $what }
review-no-impression = 印象は書かれていません。
review-more-impressions = その後

## Why

review-why-has = なぜ関係が深まりましたか。
review-why-has-not = なぜ関係が深まりませんでしたか。
review-has = 深まった
review-has-not = まだ
review-developed = 関係は深まりましたか
review-note = 理由を自分の言葉で
review-note-hint = 何が違いを生みましたか。
review-often = よくある答え
review-own-reason = ほかの理由
review-own-reason-hint = ほかの理由…
review-reason-topic = 共通の話題がある
review-reason-replied = 返事が来た
review-reason-helped = どちらかが助けた
review-reason-met = また会った
review-reason-like = 気が合う
review-reason-needs = 自分の必要が変わった
review-reason-no-topic = 共通の話題がまだない
review-reason-no-question = 質問をしなかった
review-reason-not-written = 便りを出さなかった
review-reason-quiet = 連絡が途絶えた
review-reason-moment = 時期が合わなかった
review-reason-one-sided = 一方だけが与えている
review-reason-far = 遠すぎる
review-reason-impression = 第一印象のとおりだった

## Verdicts

review-ideas = 案
review-idea-need = 「{ $what }」の人を探す
review-idea-meet = 直接会うことを提案
review-idea-topic = 「{ $topic }」の話を続ける
review-idea-help = 手伝えることを聞く
review-deepen-body = { $day }に次の一歩を予定します。
review-deepen-open = 次の一歩と日付が必要です。
review-step-needed = 先に次の一歩を入力してください。
review-keep-body = そのまま大切に。次の見直しは{ $day }です。
review-let-go-body = アーカイブへ移します。検索でき、いつでも戻せます。
review-let-go-drops = アーカイブへ移し、予定 { $count } 件を取りやめます。検索でき、いつでも戻せます。
review-next-step = 次の一歩
review-next-step-hint = お茶に誘う、記事を送る…
review-next-step-day = いつまでに
review-keep-day = 次に見直す日
review-one-month = 1か月
review-three-months = 3か月
review-one-year = 1年
review-was-deepened = { $day }までに: { $step }
review-was-kept = 次の見直し { $day }
review-was-let-go = アーカイブ済み。検索できます
review-take-back = 取り消す

## The end of a round

review-end-title = すべて見直しました
review-end-title-left = 今日はここまで
review-end-deepened = 深める { $count } 人
review-end-kept = 続ける { $count } 人
review-end-let-go = 手放す { $count } 人
review-end-left = { $count } 人はまた今度
review-go-on = 続ける

## The reasons over time

review-why-title = 関係が深まった理由・深まらなかった理由
review-why-short = 自分の理由
review-why-empty = 見直しはまだありません
review-why-empty-body = 三十日後に名刺を見直すとき、関係が深まった、あるいは深まらなかった理由を記します。その答えがここにまとまります。
# How many reviews there were since a day, and how many relationships had and had not developed.
review-why-sum = { $since }からの見直し { $count } 件: 深まった { $developed }、深まらなかった { $stalled }。
review-why-few = まだ数が少ないので、統計ではなく日記として一つずつ読んでください。
review-why-most-against = 深まらなかったときに最も多い理由は「{ $reason }」（{ $count } 回）。
review-why-most-for = 深まったときに最も多い理由は「{ $reason }」（{ $count } 回）。
# Reasons that name something which the reader could do otherwise.
review-why-mine = 深まらなかった理由 { $total } 件のうち { $count } 件は、自分で変えられること（聞く、書く、与える、話題を探す）です。
review-why-quarter = { $year }年Q{ $quarter }
review-why-year = { $year }年
review-why-grain = 期間
review-why-by-quarter = 四半期ごと
review-why-by-year = 年ごと
review-why-only = { $span }のみ
review-why-developed = 深まった
review-why-stalled = 深まらなかった
review-why-open = 未回答
review-why-span = { $span }: 深まった { $developed }、深まらなかった { $stalled }、未回答 { $open }
review-why-for = 深まった理由
review-why-against = 深まらなかった理由
review-why-no-reason = 理由は記されていません。
review-cli-none = 見直しはまだありません。
