## The head of the page

# What to do first, in one sentence.
today-summary-overdue = 期限切れが { $count } 件あります。
today-summary-thanks = 今夜までのお礼が { $count } 件あります。
today-summary-next = { $time }に { $name } さん。
today-summary-due = 今日が期日のものは { $count } 件です。
today-summary-free = 今日が期日のものはありません。
today-summary-searched = 「{ $words }」に関することだけを表示しています。
today-summary-pile = 新しい名刺が { $count } 枚、整理を待っています。
today-done-of = { $total-count } 件中 { $count } 件完了

## The boxes

today-pile = 新しい名刺 { $count } 枚
today-pile-newest = 最新のものは{ $day }です。
today-sort = 名刺を整理
today-thanks = お礼
today-thanks-late = 期限切れ
today-thanks-left-today = 今日・残り { $count } 時間
today-thanks-left-tomorrow = 明日・残り { $count } 時間
today-reviews = 30日の見直し
today-promises = 約束
today-calls = 電話と面会
today-amends = お詫び
today-birthdays = 誕生日
today-other = その他
today-on-screen = 画面越しだけの人
today-suggest = 面会を提案
today-log = 記録
today-congratulate = お祝い
today-contacts-since = やり取り { $count } 回、最近は{ $day }
today-turns = { $age } 歳
today-tell = 伝える
today-told = 伝えた
today-sent = 送信済み
today-introduce = 引き合わせる
today-ask = 様子を聞く
today-make-amends = お詫びする
today-touch = 連絡を保つ
today-touch-now = 連絡する
today-touch-today = 今日が目安
today-touch-due = 目安から { $count } 日
today-touch-late = { $count } 日超過
today-city = { $city }の { $count } 人
today-city-unknown = 所在地不明の { $count } 人
# You are there anyway on that day, for that event.
today-city-event = { $day }に行く予定: { $title }
today-more = 他 { $count } 件
today-fewer = 減らす
today-call = { $number } に電話
today-another-day = 別の日…
today-drop-as = 取りやめ: { $reason }
today-drop-needless = もう不要
today-drop-happened = すでに済んだ
today-drop-faded = 連絡が途絶えた
today-drop-other = ほかの理由で取りやめ…
today-drop-why = 取りやめる理由
today-drop-now = 取りやめ
today-mail = メールを書く
today-week = これからの日々
today-free = 予定なし

## Nothing left

today-empty-title = 今日の分は終わりです
today-empty-body = 期日のものも、待っている名刺もありません。よい一日を。
today-empty-tomorrow = 期日のものも、待っている名刺もありません。明日: { $words }
today-no-match-title = 見つかりません
today-no-match-body = 今日のものに検索と合うものはありません。
