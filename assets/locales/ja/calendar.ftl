## The head of the calendar

calendar-previous-month = 前の月
calendar-next-month = 次の月
calendar-today = 今日
calendar-add = リマインダーを追加
calendar-add-event = イベントを追加
calendar-layout = 表示
calendar-month = 月
calendar-list = リスト

## The lane of what is overdue

calendar-drag-hint = 日付へドラッグ、または
calendar-reschedule-all = まとめて今日へ
# How late something is, beside a name.
calendar-late-days = { $count }日

## Days, and what stands in them

# $day is a whole date such as "Wed 14 October 2026".
calendar-day-name =
    { $count ->
        [0] { $day }、予定なし
       *[other] { $day }、{ $count }件
    }
calendar-more = 他 { $count } 件
# Spoken name of a follow-up, such as "Thank-you: Priya Natarajan".
calendar-pill = { $kind }：{ $name }
calendar-pill-done = { $kind }：{ $name }、済み
# Something that a rule foresees and nobody planned yet.
calendar-pill-foreseen = { $pill }（見込み）
calendar-event-name = イベント：{ $title }
# A thank-you that will be due after an event still to come.
calendar-expected = { $event } のお礼

## The agenda of a day

calendar-agenda-today =
    { $count ->
        [0] 今日・やることはありません
       *[other] 今日・やること { $count } 件
    }
calendar-agenda-day =
    { $count ->
        [0] やることはありません
       *[other] やること { $count } 件
    }
calendar-add-on-day = この日にリマインダーを追加
calendar-free-title = 予定のない日
calendar-free-body = 何も予定されていません。どなたかに電話してみませんか。
calendar-tomorrow = 明日
calendar-nothing-planned = 予定なし
calendar-no-match-title = 見つかりません
calendar-no-match-body = 検索と絞り込みに合うリマインダーやイベントはありません。

calendar-title-thanks = { $name } さんへお礼
calendar-title-review = { $name } さんの見直し
calendar-title-call = { $name } さんに電話
calendar-title-message = { $name } さんに連絡
calendar-title-meet = { $name } さんと面会
calendar-title-tell-owner = { $name } さんに報告
calendar-title-introduce = { $name } さんを引き合わせる
calendar-title-amends = { $name } さんへお詫び
calendar-title-birthday = { $name } さんの誕生日
calendar-met-in = { $day } { $city }で面識
calendar-met-on = { $day }に面識
calendar-passed-to = 名刺を { $name } さんへ紹介済み
calendar-new-cards = 名刺 { $count } 枚

calendar-write = 書く
calendar-review = 見直す
calendar-done-on = { $day }に完了
calendar-reopen = 未完了に戻す
calendar-move-tomorrow = 明日へ移動
calendar-move-next-week = 来週へ移動
calendar-log = やり取りを記録…
calendar-change = 変更…
calendar-open-person = 人を表示
calendar-open-event = イベントを表示

## What is due, counted by kind

calendar-count-thanks = お礼 { $count } 件
calendar-count-review = 見直し { $count } 件
calendar-count-call = 電話 { $count } 件
calendar-count-message = 連絡 { $count } 件
calendar-count-meet = 面会 { $count } 件
calendar-count-promise = 約束 { $count } 件
calendar-count-introduce = 引き合わせ { $count } 件
calendar-count-amends = お詫び { $count } 件
calendar-count-birthday = 誕生日 { $count } 件

## The sheet of a reminder

calendar-sheet-change = リマインダーを変更
calendar-kind = 種類
calendar-who = 相手
calendar-when = 期日
calendar-when-hint = 明日、来週の金曜、10月24日…
calendar-date-bad = 日付として読めません。「明日」や「10月24日」のように入力してください。
calendar-quick-next-week = 1週間後
calendar-time = 時刻
calendar-time-hint = 14:00
calendar-time-bad = 14:00 のように入力してください。
calendar-about = 用件
calendar-about-hint = 自分の言葉で
calendar-person-needed = 相手を選ぶか、用件を入力してください。

## The sheet of an event

calendar-event-change = イベントを変更
calendar-event-title = 名称
calendar-event-series = シリーズ
calendar-event-series-hint = 同じシリーズでは同じ名前
calendar-event-first-day = 初日
calendar-event-last-day = 最終日
calendar-event-same-day = 同じ日
calendar-event-from = 開始
calendar-event-to = 終了
calendar-event-venue = 会場
calendar-event-city = 都市
calendar-event-organizer = 主催者
calendar-event-organizer-hint = ブックにある会社か人
calendar-event-organizer-bad = その名前はブックにありません。
calendar-event-fee = 参加費
calendar-event-fee-bad = 3000 や 12.50 のように入力してください。
calendar-event-currency = 通貨
calendar-event-link = リンク
calendar-event-goal = 目的
calendar-event-goal-hint = 何を得たいか
calendar-event-status = 自分の参加
calendar-event-notes = メモ
calendar-event-title-needed = 名称を入力してください。
calendar-event-ends-before = 最終日が初日より前です。
calendar-event-ends-before-time = 終了が開始より前です。
calendar-event-remove = イベントを削除

## Layouts, the way to another day, load

calendar-week = 週
calendar-previous-week = 前の週
calendar-next-week = 次の週
calendar-go-to = 日付へ移動
calendar-go-to-words = 日付を言葉で
calendar-mini-next = 翌月
calendar-mini-previous = 先月
calendar-show-day = { $day }を表示
calendar-all-day = 終日
calendar-now = 現在 { $time }
calendar-load-full = 一週間には多すぎます
calendar-full-day = 一日に{ $count }件は多すぎます。
calendar-begins-earlier = 開始を1日早める
calendar-begins-later = 開始を1日遅らせる
calendar-ends-earlier = 終了を1日早める
calendar-ends-later = 終了を1日延ばす
calendar-grip-begin = { $title }の初日
calendar-grip-end = { $title }の最終日
calendar-date-or = それとも{ $day }?

## Spreading over a week

calendar-spread = 一週間に振り分け…
calendar-spread-title = 一週間に振り分け
calendar-spread-do = 振り分ける
calendar-spread-overdue = 期限切れの{ $count }件に新しい日を割り当てます。一度の操作として元に戻せます。
calendar-spread-day = { $day }の{ $count }件を別の日に移します。一度の操作として元に戻せます。
calendar-spread-row = { $day }: 現在{ $before }件、振り分け後{ $after }件
calendar-spread-late = お礼や約束のうち{ $count }件はすでに期限を過ぎているため、最初に置きます。
calendar-spread-staying = { $count }件はそのままです（時刻があるか、これより遅らせられません）。
calendar-spread-weekends = 土日も使う
calendar-spread-none-title = 振り分けるものはありません
calendar-spread-none-body = 時刻があるか、これより遅らせられないものだけです。

## Japanese holidays

calendar-holiday-new-year = 元日
calendar-holiday-coming-of-age = 成人の日
calendar-holiday-foundation = 建国記念の日
calendar-holiday-emperor = 天皇誕生日
calendar-holiday-vernal-equinox = 春分の日
calendar-holiday-showa = 昭和の日
calendar-holiday-constitution = 憲法記念日
calendar-holiday-greenery = みどりの日
calendar-holiday-children = こどもの日
calendar-holiday-marine = 海の日
calendar-holiday-mountain = 山の日
calendar-holiday-aged = 敬老の日
calendar-holiday-autumnal-equinox = 秋分の日
calendar-holiday-sports = スポーツの日
calendar-holiday-culture = 文化の日
calendar-holiday-labour = 勤労感謝の日
calendar-holiday-court = 即位の日
calendar-holiday-substitute = 振替休日
calendar-holiday-between = 国民の休日
