
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

## Ways to somebody

network-reach-title = たどり着く道
network-reach-steps = あなたから{ $count }段階
network-reach-ask = { $name }さんに頼む予定を入れる…
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
