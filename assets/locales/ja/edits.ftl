## What the user did, as it follows “Undo: ”. Names are those of people unless said otherwise.

edits-add-cards =
    { $count ->
       *[other] 名刺{ $count }枚を追加
    }
edits-name-card = { $name }さんの名刺に名前を付ける
edits-add-card-to = { $name }さんの名刺を追加
edits-add-back = { $name }さんの名刺の裏面を追加
edits-add-back-unnamed = 名刺の裏面を追加
edits-change-card = { $name }さんの名刺を変更
edits-change-card-unnamed = 名刺の山の1枚を変更
edits-replace-picture = 見つからない画像を差し替え
edits-remove-card = { $name }さんの名刺をごみ箱に移動
edits-remove-card-unnamed = 名刺の山から1枚をごみ箱に移動
edits-unfile-card = { $name }さんの名刺を山に戻す
edits-unfile-card-unnamed = 名刺を山に戻す
edits-add-contact = { $name }さんを追加
edits-change-contact = { $name }さんの情報を変更
edits-archive = { $name }さんをアーカイブ
edits-restore = { $name }さんをアーカイブから戻す
edits-delete-contact = { $name }さんをごみ箱に移動
edits-archive-all = { $count }人をアーカイブ
edits-restore-all = { $count }人をアーカイブから戻す
edits-delete-all = { $count }件をごみ箱に移動
edits-set-event = 名刺{ $count }枚を「{ $title }」に移動
edits-clear-event = 名刺{ $count }枚のイベントを外す
edits-add-tag = { $count }人にタグ「{ $tag }」を付ける
edits-remove-tag = { $count }人からタグ「{ $tag }」を外す
edits-record-impression = { $name }さんの印象を記入
edits-record-impression-unnamed = 名刺の裏に印象を記入
# $name is an organization.
edits-rename-organization = 組織の名前を「{ $name }」に変更
edits-change-organization = 「{ $name }」の情報を変更
# $name is a person.
edits-set-portrait = { $name }さんの写真を設定
edits-remove-portrait = { $name }さんの写真を削除
edits-make-current = { $name }さんの名刺を一番上に変更
# $title is an event.
edits-add-event = イベント「{ $title }」を追加
edits-change-event = イベント「{ $title }」を変更
edits-move-event = 「{ $title }」を{ $day }に移動
edits-resize-event = 「{ $title }」を{ $first }から{ $last }までに変更
edits-spread-follow-ups = { $count }件のフォローアップを一週間に振り分け
edits-remove-event = イベント「{ $title }」を削除
edits-cancel-event = 「{ $title }」を欠席
edits-not-come = 「{ $title }」に行かなかったと記録
edits-waive-amends = 「{ $title }」の埋め合わせを不要に
edits-set-participant = { $name }さんの「{ $title }」への参加状況を変更
edits-set-reply = { $name }さんの返事を記録
edits-log-encounter = { $name }さんとのやり取りを記録
edits-change-encounter = { $name }さんとのやり取りを変更
edits-remove-encounter = { $name }さんとのやり取りを削除
edits-add-relationship = { $name }さんと{ $other }さんの関係を追加
edits-remove-relationship = { $name }さんと{ $other }さんの関係を削除
edits-add-introduction = { $name }さんと{ $other }さんの紹介を記録
edits-plan-introduction = { $name }さんと{ $other }さんの紹介を計画
edits-ask-side = { $name }さんに紹介の可否を尋ねたことを記録
edits-agrees = 紹介への{ $name }さんの承諾を記録
edits-declines = 紹介への{ $name }さんの辞退を記録
edits-take-back-plan = { $name }さんと{ $other }さんの紹介の予定を取りやめ
edits-change-introduction = { $name }さんと{ $other }さんの紹介を変更
edits-remove-introduction = { $name }さんと{ $other }さんの紹介を削除
# Somebody was introduced to the owner of the book.
edits-add-introduction-to-me = { $name }さんを紹介されたことを記録
edits-change-introduction-to-me = { $name }さんを紹介されたことを変更
edits-remove-introduction-to-me = { $name }さんを紹介されたことを削除
edits-pass-on = { $name }さんの名刺を{ $other }さんに渡す
# Somebody pointed the owner of the book to $name.
edits-pass-on-to-me = { $name }さんへの紹介情報を記録
# $state is one of the states of a referral, as a label.
edits-advance-referral = { $name }さんの紹介を「{ $state }」に変更
# $name agreed that $other gets an address of theirs, or took that back.
edits-agree = { $other }さんに伝えてよいという{ $name }さんの同意を記録
edits-withhold = { $other }さんに伝えてよいという{ $name }さんの同意を取り消す
edits-tell-owner = { $name }さんへの報告を記録
edits-change-referral = { $name }さんの紹介を変更
edits-remove-referral = { $name }さんの紹介を削除
edits-review = { $name }さんを見直し
edits-take-back-review = { $name } さんの見直しの取り消し
edits-change-review = { $name }さんの見直しを変更
edits-remove-review = { $name }さんの見直しを削除
# $what is one of the follow-ups below.
edits-add-follow-up = { $what }を追加
edits-change-follow-up = { $what }を変更
edits-move-follow-up = { $what }を{ $day }に移動
edits-move-follow-ups =
    { $count ->
       *[other] リマインダー{ $count }件を{ $day }に移動
    }
edits-complete-follow-up = { $what }を完了にする
edits-reopen-follow-up = { $what }を未完了に戻す
edits-drop-follow-up = { $what }を取りやめ
edits-remove-follow-up = { $what }を削除

## A follow-up inside one of the sentences above

edits-what-thanks = { $name }さんへのお礼
edits-what-review = { $name }さんの30日後の見直し
edits-what-call = { $name }さんへの電話
edits-what-message = { $name }さんへのメッセージ
edits-what-meet = { $name }さんとの面会
edits-what-tell-owner = { $name }さんへの報告
edits-what-introduce = { $name }さんの紹介
edits-what-amends = { $name }さんへの埋め合わせ
edits-what-birthday = { $name }さんの誕生日
# $name is of people, or in the user's words what is to be done.
edits-what-other = リマインダー「{ $name }」
edits-what-unnamed = リマインダー

## Circles, network, book

# $name is a circle.
edits-add-circle = サークル「{ $name }」を追加
edits-change-circle = サークル「{ $name }」を変更
edits-remove-circle = サークル「{ $name }」を削除
edits-set-circle = 「{ $name }」のメンバーを変更
# $name is a saved search.
edits-add-search = 検索「{ $name }」を保存
edits-change-search = 検索「{ $name }」を変更
edits-move-search = 検索「{ $name }」を移動
edits-remove-search = 検索「{ $name }」を削除
edits-pin = { $name }さんの位置を変更
edits-arrange = つながりの図を整列
edits-change-book = ブックの情報を変更
edits-rule-on = 規則「{ $rule }」をオンにする
edits-rule-off = 規則「{ $rule }」をオフにする
edits-rule-change = 規則「{ $rule }」を変更
edits-import =
    { $count ->
       *[other] { $count }件を取り込む
    }
edits-load-demo = デモ用の人脈を読み込む
edits-clear-demo = デモネットワークを削除
edits-merge =
    { $count ->
       *[other] 外部での変更{ $count }件を取り込む
    }
edits-resolve-conflict = { $name }の2つの値から選ぶ
edits-resolve-conflict-unnamed = 2つの値から選択
edits-take-back = { $name }の以前の状態を戻す
edits-take-back-all = 名刺帳全体を以前の状態に戻す
edits-mend-links =
    { $count ->
       *[other] 存在しない項目への参照{ $count }件を外す
    }

## Names of fields, where two values of one are shown side by side

edits-field-review-after-days = 振り返りまでの日数
edits-field-repeat-from = 繰り返しの起点
edits-field-name = 名前
edits-field-organization = 会社
edits-field-cadence = 連絡の頻度
edits-field-reading = よみがな
edits-field-latin = ローマ字
edits-field-city = 都市
edits-field-website = ウェブサイト
edits-field-part-of = 所属する組織
edits-field-notes = メモ
edits-field-help = 頼れること
edits-field-query = 検索する言葉
edits-field-own-words = 本人の言葉
edits-field-portrait = 顔写真
edits-field-archived = 手放した日
edits-field-family = 姓
edits-field-given = 名
edits-field-additional = ミドルネーム
edits-field-prefix = 敬称（前）
edits-field-suffix = 敬称（後）
edits-field-nickname = ニックネーム
edits-field-honorific = 敬称
edits-field-family-reading = 姓のよみがな
edits-field-given-reading = 名のよみがな
edits-field-order = 名前の順序
edits-field-title = タイトル
edits-field-job-title = 肩書
edits-field-department = 部署
edits-field-from = 開始
edits-field-until = 終了
edits-field-what = 探しているもの
edits-field-opened-on = 把握した日
edits-field-closed-on = 解決した日
edits-field-birthday = 誕生日
edits-field-home = 住まいと場所
edits-field-people = 大切な人たち
edits-field-enjoys = 好きなこと
edits-field-avoids = 避けたいこと
edits-field-gifts = 贈り物
edits-field-starters = 話のきっかけ
edits-field-series = シリーズ
edits-field-starts-on = 初日
edits-field-ends-on = 最終日
edits-field-starts-at = 開始時刻
edits-field-ends-at = 終了時刻
edits-field-venue = 会場
edits-field-organizer = 主催者
edits-field-fee = 参加費
edits-field-link = リンク
edits-field-goal = 目的
edits-field-status = 参加状況
edits-field-participants = 参加者
edits-field-late-within-days = 直前とみなす日数
edits-field-cancelled-on = キャンセルした日
edits-field-thank-you = 主催者へのお礼
edits-field-satisfaction = 感想の確認
edits-field-report = 報告
edits-field-repeat = 繰り返し
edits-field-inside = 保管場所の親
edits-field-contact = 人物
edits-field-front = 表面
edits-field-back = 裏面
edits-field-received-on = 受け取った日
edits-field-event = イベント
edits-field-exchange = 受け取り方
edits-field-whereabouts = 名刺の所在
edits-field-kind = 種類
edits-field-direction = どちらから
edits-field-on = 日付
edits-field-at = 時刻
edits-field-minutes = 所要時間（分）
edits-field-place = 場所
edits-field-note = メモ
edits-field-reply = 返信
edits-field-to = 相手
edits-field-since = いつから
edits-field-introducer = 紹介者
edits-field-party = 紹介された人
edits-field-state = 状態
edits-field-card = 名刺
edits-field-giver = 渡した人
edits-field-recipient = 受け取る人
edits-field-subject = 誰の名刺
edits-field-need = 探しもの
edits-field-comment = コメント
edits-field-owner-told-on = 本人に伝えた日
edits-field-agreed-on = 承諾日
edits-field-asked-on = 尋ねた日
edits-field-lent-on = 貸した日
edits-field-never-made = 実現せず
edits-field-given-up = 取りやめ
edits-field-outcome = 結果
edits-field-verdict = 判断
edits-field-due-on = 期日
edits-field-due-at = 期限の時刻
edits-field-about = 内容
edits-field-reason = 理由
edits-field-position = ネットワーク上の位置
edits-field-other = その他の項目

## Values of such fields, and what keeps one from being chosen

edits-value-of = { $name }：{ $value }
edits-value-empty = なし
edits-value-gone = もう登録されていません
edits-value-cadence = { $ideal }日ごと、遅くとも{ $latest }日
edits-value-on = オン
edits-value-off = オフ
edits-value-days = { $count }日
edits-value-position = 横 { $across }、縦 { $down }
edits-value-order-by-language = 言語に合わせる
edits-value-order-family-first = 姓が先
edits-value-order-given-first = 名が先
edits-value-not-yet = まだ
edits-value-open = 未完了
edits-value-dropped = 取りやめ
edits-value-own-reason = 手動で追加
edits-conflict-book = ブック全体
edits-conflict-unreadable = もう一方の値はこのバージョンの Cardloom では読み取れません。どちらの値もそのまま残ります。
edits-pin-all = { $count }人を固定
edits-unpin-all = { $count }人の固定を解除

## 会と手紙のひな形

edits-add-template = ひな形「{ $name }」を追加
edits-change-template = ひな形「{ $name }」を変更
edits-remove-template = ひな形「{ $name }」を削除
edits-add-photos = { $title }に写真{ $count }枚を追加
edits-remove-photo = { $title }から写真を外す
edits-debrief = { $name }さんについて記録
edits-field-formality = 敬称・文体
edits-field-language = 言語
edits-field-subject-line = 件名
edits-field-body = 本文
