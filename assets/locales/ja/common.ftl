## Buttons

common-save = 保存
common-cancel = キャンセル
common-unsaved = 未保存
common-close = 閉じる
common-edit = 編集
common-add = 追加
common-done = 完了
common-open = 開く
common-next = 次へ
common-previous = 前へ
common-remove = 外す
common-skip = スキップ
common-copy = コピー
common-more = その他
common-archive = アーカイブ
common-restore = 復元
common-flip = 裏返す

## Small words

common-yes = はい
common-no = いいえ
common-all = すべて
common-none = なし
common-unknown = 不明
common-you = 自分
common-without-name = 名前未入力
common-without-date = 日付なし
common-name = 名前
common-note = メモ
common-date = 日付
common-place = 場所

## Kinds of follow-ups

common-kind-thanks = お礼
common-kind-review = 30日の見直し
common-kind-call = 電話
common-kind-message = メッセージ
common-kind-meet = 面会
common-kind-tell-owner = 持ち主に報告
common-kind-introduce = 引き合わせ
common-kind-amends = お詫び
common-kind-birthday = 誕生日
common-kind-promise = 約束
common-kind-other = その他

## States of follow-ups

common-overdue = 期限切れ

## Kinds of encounters

common-encounter-in-person = 対面
common-encounter-video = ビデオ通話
common-encounter-call = 電話
common-encounter-letter = 手紙
common-encounter-email = メール
common-encounter-message = メッセージ
common-encounter-social = SNS

## Who reached out

common-direction-from-me = 自分から
common-direction-from-them = 相手から
common-direction-mutual = お互いに

## States of events

common-event-planned = 予定
common-event-attended = 参加
common-event-cancelled-early = 事前に欠席連絡
common-event-cancelled-late = 直前キャンセル
common-event-no-show = 無断欠席

## States of referrals

common-referral-considered = 検討中
common-referral-passed-on = 紹介済み
common-referral-owner-told = 本人に報告済み
common-referral-met = 面談済み
common-referral-outcome = 結果あり
common-referral-thanked = お礼済み

## Outcomes of referrals

common-outcome-led-to-work = 仕事につながった
common-outcome-talking = 話し合い中
common-outcome-waiting = 返事待ち
common-outcome-nothing = 成果なし

## How a card changed hands

common-exchange-i-asked = 自分からお願いした
common-exchange-they-asked = 相手から求められた
common-exchange-mutual = 交換した
common-exchange-handed = 渡された
common-exchange-digital = デジタル

## Where a card is now

common-location-box = 名刺ケース
common-location-lent = 貸出中
common-location-passed-on = 譲渡済み
common-location-thrown-away = 廃棄済み

## Verdicts

common-verdict-deepen = 深める
common-verdict-keep = 続ける
common-verdict-let-go = 手放す

## Labels of phones, mails, addresses and links

common-label-work = 勤務先
common-label-home = 自宅
common-label-mobile = 携帯
common-label-fax = FAX
common-label-other = その他
common-label-phone = 電話
common-label-email = メール
common-label-address = 住所
common-label-link = リンク

## Parts of a name

common-name-family = 姓
common-name-given = 名
common-name-family-reading = 姓（ふりがな）
common-name-given-reading = 名（ふりがな）
common-name-prefix = 敬称・肩書き
common-name-nickname = ニックネーム

## Things in the book

common-organization = 会社
common-job-title = 役職
common-card = 名刺
common-event = イベント
common-introduction = 引き合わせ
common-referral = 紹介
common-impression = 第一印象
common-virtual-only = オンラインのみ
common-pile = 未整理

## Days, seen from today

common-day-today = 今日
common-day-tomorrow = 明日
common-day-yesterday = 昨日
common-in-days = { $count }日後
common-days-ago = { $count }日前
common-days-late = { $count }日超過

## Counts

common-people = { $count }人
common-cards = 名刺{ $count }枚
common-events = イベント{ $count }件
common-reminders = リマインダー{ $count }件
common-position = { $count } / { $total-count }
