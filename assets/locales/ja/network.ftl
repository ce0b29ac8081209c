
## Bars

network-focus = 範囲
# How many steps around somebody are shown.
network-steps = { $count }段階
network-colour-circle = サークルで色分け
network-colour-warmth = 親しさで色分け
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
