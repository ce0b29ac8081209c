
## Bars

network-focus = 範囲
# How many steps around somebody are shown.
network-steps = { $count }段階
network-colour-circle = サークルで色分け
network-colour-warmth = あたたかさで色分け
network-zoom-in = 拡大
network-zoom-out = 縮小
network-zoom-reset = 100 %で表示
network-zoom = { $count } %
network-fit = 全体を表示

## Lines

# A line of the legend: a lasting tie between two people.
network-legend-relationship = 間柄
network-legend-event = 同じイベント
network-legend-hide = この線を隠す
network-legend-show = この線を表示

## What a screen reader says

network-ties = つながり{ $count }件
# Before a sentence about what joins somebody to others.
network-tie = つながり
network-summary = ネットワーク：{ $people }、{ $ties }
network-node = { $name }、{ $ties }
network-minimap = 全体図

## Answers beside the picture

# The button that opens the box with the answers.
network-answers = 答え
network-answers-ways = 道筋
network-answers-lineage = 由来
network-answers-owing = 貸し借り
network-answers-bridges = 橋渡し
network-goal-label = 誰につながりたいですか
network-goal-hint = 名前、会社、専門
network-goal-able = これができる人
network-goal-other = 別の人を探す
network-ways-to = この人への道筋
network-ways-into = この会社への道筋
network-ways-able = これができる人への道筋
network-ways-tie = 知り合いを記録…
network-ways-ask = { $name }さんに頼む…
network-ways-touch = 連絡の予定を入れる…
network-way-spoken = 道筋{ $of }件中{ $number }：{ $names }。{ $promise }
network-question-lineage = 誰がこのつながりを運んでくれたか
network-question-owing = 誰に借りがあるか
network-question-bridges = 誰が人々をつないでいるか
network-question-spoken = { $question }　{ $answer }
network-in-short = { $name }さん：{ $words }
network-nobody-yet = まだいません
network-came-alone = { $name }さんを紹介してくれた人はいません。
# A year and how many people came in it.
network-year = { $year }年：{ $people }
network-owing-hint = こちらから力を貸したことと、借りたこと。点数ではありません。先に与えるのは良いことです。
network-owing-you = 借りがある人
network-owing-them = 多く力を貸している人
network-owing-flow = 貸し{ $given-count }件、借り{ $received-count }件
network-owing-nobody = 誰にも借りはありません。
network-and-others = { $name }さん、ほか{ $count }人
network-bridges-hint = この人たちがいないと、他の人たちが離ればなれになるか、つながりが途切れます。間柄、紹介、渡した名刺で数えます。

# Under the name of somebody who was only talked about.
network-no-card = 名刺はまだありません

## Menu of a person

network-open = 詳細を表示
network-pin = ここに固定
network-unpin = 固定を解除
network-focus-person = この人を中心に表示

## States

network-arranging = 配置を計算しています…
network-empty-title = ネットワークにはまだ誰もいません
network-empty-body = 名刺を追加して名前を入れると、出会い、つながり、紹介の流れがここに表示されます。
network-nothing-found = 検索に一致する人はいません。

## Legend

network-legend-organization = 同じ組織
network-legend-promised = 約束済み
network-legend-met = 初対面
network-legend-kinds = 種類
network-legend-introductions = 紹介
network-legend-passed-on = 渡した名刺
network-legend-leads = もらった情報
# A switch: whoever the search does not find is left out.
network-only-found = 見つかった人だけ
network-lines-drawn = 線 { $drawn }／{ $all }本
network-lines-drawn-why = この倍率では線が多すぎて灰色になるため、親しさと新しさで重い線だけを描いています。拡大すると残りも見えます。

## Looks

network-colour-kind = 出会い方で色分け
network-colour-time = 出会った時期で色分け
network-colour-group = グループで色分け
network-group-circle = 範囲：サークル
network-group-event = 範囲：イベント
network-group-organization = 範囲：組織
network-group-community = 範囲：つながりの濃い仲間
network-group-none = 範囲なし
network-size-ties = 大きさ：つながりの数
network-size-bridging = 大きさ：その人がいないと切れる人数
# The name of a community: the best connected person in it.
network-around = { $name }さんの周り
network-origin-event = イベントで会った
network-origin-met = ほかで会った
network-origin-introduced = 紹介された
network-origin-referred = 情報をもらった
network-origin-mentioned = 話に出ただけ
network-key-cold = 疎遠
network-key-warm = 親しい

## Several people, and text instead of a picture

network-select-people = 枠で囲んで選ぶ
network-mark-all = 全員を選ぶ
network-unpin-all = 全員の固定を解除
network-as-text = 文章で見る

## A line from one person to another

network-tie-to = 誰かへ線を引く…
network-tie-from = { $name }さんから線を引く
network-tie-whom = { $name }さんを誰と結びますか。人を選ぶ・Escで中止
network-tie-introduce = { $a }さんと{ $b }さんを引き合わせる…
network-tie-relate = { $a }さんにとっての{ $b }さん…
network-tie-pass-on = { $a }さんの名刺を{ $b }さんに渡す…
network-tie-log = { $name }さんと会った記録…
network-tie-by-whom = { $name }さんを紹介した人…

## Months

network-time-play = 再生
network-time-stop = 停止
network-time-slider = この月のネットワーク
network-time-speed = 速さ{ $speed }
network-time-faster = 速さを変える
network-back = 来た道を戻る
network-forward = 来た道を進む
# While a worker looks for an answer.
network-working = 調べています…
