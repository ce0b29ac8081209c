
## The frame

inspector-close = 詳細を閉じる
inspector-tab-story = ストーリー
inspector-tab-knowledge = 知識
inspector-tab-referrals = 紹介
inspector-tab-person = 人柄
inspector-tab-details = 詳細
inspector-card-front = { $name }さんの名刺、表面
inspector-card-back = { $name }さんの名刺、裏面
inspector-card-of = { $total-count }枚中{ $count }枚目の名刺
inspector-card-newer = 新しい名刺
inspector-card-older = 古い名刺
inspector-archived-on = { $day }にアーカイブしました

## Quick actions

inspector-action-mail = メール
inspector-action-call = 電話
inspector-action-log = 記録
inspector-action-pass-on = 名刺を回す
inspector-action-introduce = 引き合わせる
inspector-needs-second-person = ほかの人がまだ登録されていません。
inspector-no-mail = メールアドレスがありません。詳細タブで追加できます。
inspector-no-phone = 電話番号がありません。詳細タブで追加できます。
inspector-menu-log = 出会いを記録
inspector-menu-remind = リマインダーを追加
inspector-menu-review = 今すぐ見直す
inspector-menu-relationship = 関係を追加
inspector-menu-network = ネットワークで見る
inspector-menu-delete = ごみ箱に移動

## The back of the card

inspector-impression-hint = 第一印象はいかがでしたか
inspector-impression-later = あとから思ったことを書き足す
inspector-received-on = 受け取った日
inspector-date-hint = 例:昨日
inspector-date-not-understood = 日付を読み取れません。10月14日や2026-10-14のように入力してください。
inspector-who-asked = 交換の経緯
inspector-where = 保管場所

## The story

inspector-warmth = あたたかさ
inspector-warmth-none = まだありません
inspector-warmth-cold = 冷えています
inspector-warmth-cool = やや冷めています
inspector-warmth-warm = あたたかい
inspector-warmth-close = とても近い
inspector-warmth-rising = { $label }、上昇中
inspector-warmth-falling = { $label }、下降中
inspector-warmth-explained = 出会い、名刺、紹介ごとに点が加わり、90日ごとに半分になります。今日の主な内訳：
inspector-warmth-part = { $points }点中{ $left }点
inspector-warmth-today = 今日のあたたかさ
inspector-warmth-of-hundred = 100点中{ $value }点
inspector-warmth-points = 残りの点数
inspector-warmth-more = ほか{ $count }件
inspector-warmth-without-contact = 連絡がないまま{ $count }日後
inspector-add-encounter = 出会いを記録
inspector-add-reminder = リマインダーを追加
inspector-story-empty-title = ここから物語が始まります
inspector-story-empty = 会う、書く、電話するたびに記録しましょう。あたたかさが育ちます。
inspector-review-now = 見直す
inspector-owner-told = 伝えました
inspector-log-done = 完了…
inspector-follow-up-done = 記録せずに完了
inspector-follow-up-log = 完了して記録…
inspector-follow-up-reopen = 未完了に戻す
inspector-move-tomorrow = 明日にする
inspector-move-week = 1週間後にする
inspector-open-calendar = カレンダーを開く
inspector-was-done = { $label }(完了)
inspector-minutes = { $count }分
inspector-with = { $names }と一緒に
inspector-card-received = 名刺を受け取りました
inspector-card-received-at = 「{ $event }」で名刺を受け取りました
inspector-card-to-pile = 未整理の名刺に戻す
inspector-card-remove = 名刺を削除
inspector-passed-on-to = { $name }さんに名刺を回しました
inspector-sent-you = { $name }さんの名刺を回してくれました
inspector-got-card-of = { $name }さんの名刺を受け取りました
inspector-introduced = { $first }と{ $second }({ $who }が紹介)
inspector-reviewed = 見直し:{ $verdict }

## Knowledge

inspector-help = どんな手助けができますか
inspector-help-hint = 相手に役立つことを書きましょう
inspector-expertise = 得意なこと
inspector-expertise-empty = どんなことで頼られている人ですか
inspector-expertise-hint = 分野を短く
inspector-add-expertise = 得意分野を追加
inspector-level = レベル
inspector-level-unknown = レベル未設定
inspector-level-beginner = 少し知っている
inspector-level-average = 日常的に行う
inspector-level-expert = 専門家
inspector-needs = 探していること
inspector-needs-empty = いま探していることは何ですか
inspector-need-hint = 探していることを短く
inspector-need-close = 見つかったことにする
inspector-need-open = まだ探していることにする
inspector-add-need = 探していることを追加
inspector-offers = 提供できること
inspector-offers-empty = もの、場所、人脈、時間など
inspector-add-offer = 提供できることを追加
inspector-problems = 解決できる問題
inspector-problems-empty = この人が来ると、どんな問題が解決しますか
inspector-add-problem = 問題を追加
inspector-own-words = 本人の言葉
inspector-research = 調べたこと
inspector-research-empty = 仕事について、出典とともに短く書きましょう。
inspector-research-hint = 調べた内容
inspector-add-research = メモを追加
inspector-source = 出典
inspector-source-hint = 出典
inspector-stale = 古い情報
inspector-stale-tip = 12か月以上前の情報です。改めて調べましょう。

## Referrals

inspector-gave = 自分から
inspector-received = 相手から
inspector-flow = 自分から{ $given-count }件、相手から{ $received-count }件
inspector-flow-tip = まず与えることが大切です。点数ではありません。
inspector-balance-even = 与えたことと受けたことは同じくらいです。
inspector-balance-gave = これまでは自分から与えたことが多いです。
inspector-balance-received = これまでは受けたことが多いです。何か力になれることはありませんか。
inspector-balance-nothing = まだ何のやり取りもありません。
inspector-tell-owner-by = 本人に連絡：{ $when }
inspector-next-step-of = { $name }：{ $state }
inspector-referral-edit = { $name }さんの名刺
inspector-referral-went = { $name }さんに渡しました
inspector-referral-came = { $name }さんから受け取りました
inspector-referral-outcome-note = その後どうなったか
inspector-referral-worth = 成果の金額
inspector-referral-told = 本人に連絡した日
inspector-review-edit = { $name }さんの見直し
inspector-review-reasons = 理由
inspector-review-remove-tip = この見直しで決めた次の一歩も、まだ済んでいなければ消えます。
inspector-card-went-to = 名刺を回した相手
inspector-they-sent-you = 紹介してくれた人
inspector-they-received = この人が受け取った名刺
inspector-introductions = 引き合わせ
inspector-introduced-two = { $first }と{ $second }を紹介
inspector-introduced-by = { $name }({ $who }が紹介)
inspector-referrals-empty = まだ紹介はありません。この人の知識を必要としている人はいませんか。
inspector-owner-not-told = 本人に未連絡
inspector-owner-told-on = { $day }に連絡済み
inspector-relationships = 人間関係
inspector-relationships-empty = 誰と知り合い、誰と働いていますか
inspector-add-relationship = 関係を追加
inspector-introduction-promised = 約束済み
inspector-introduction-asked-one = 片方に確認済み
inspector-introduction-both-agreed = 双方が了承
inspector-introduction-made = 紹介済み
inspector-relation-acquaintance = 知人
inspector-relation-friend = 友人
inspector-relation-colleague = 仕事仲間
inspector-relation-co-worker = 同僚
inspector-relation-neighbour = 隣人
inspector-relation-spouse = 配偶者・パートナー
inspector-relation-child = 子ども
inspector-relation-parent = 親
inspector-relation-sibling = 兄弟姉妹
inspector-relation-kin = 親族
inspector-relation-agent = 代理人
inspector-relation-mentor = 助言者
inspector-relation-client = 顧客
inspector-relation-supplier = 仕入先
inspector-relation-partner = ビジネスパートナー
inspector-favour-advice = 助言
inspector-favour-support = 支え
inspector-favour-business = 取引
inspector-favour-gift = 贈り物

## The person

inspector-circles-empty = サークルでは私的な人も仕事の人も一緒に扱えます。最初のサークルを追加しましょう。
inspector-birthday-hint = 例:3月14日
inspector-birthday-not-understood = 日付を読み取れません。03-14や1985-03-14のように入力してください。
inspector-languages = 話す言語
inspector-languages-hint = 言語名
inspector-home = 住まい
inspector-home-hint = どちらにお住まいですか
inspector-people = 大切な人
inspector-people-hint = 家族、友人、動物
inspector-enjoys = 好きなこと
inspector-enjoys-hint = 朝食、食べ物、音楽
inspector-avoids = 苦手なこと
inspector-avoids-hint = 避けたいこと
inspector-gifts = 贈り物
inspector-gifts-hint = 贈ったもの、いただいたもの
inspector-starters = 話のきっかけ
inspector-starters-hint = 次に話したいこと
inspector-rhythm = 連絡の間隔
inspector-rhythm-none = なし
inspector-rhythm-monthly = 毎月
inspector-rhythm-quarterly = 3か月ごと
inspector-rhythm-yearly = 毎年
inspector-notes-hint = 覚えておきたいこと

## Details

inspector-latin = ローマ字
inspector-suffix = 接尾辞
inspector-honorific = 敬称
# In an empty field: what it might hold.
inspector-for-example = 例：{ $value }
inspector-mail-hint = 例：name@example.com
inspector-link-hint = 例：example.com
inspector-order = 氏名の順序
inspector-order-by-writing = 自動
inspector-order-family = 姓・名
inspector-order-given = 名・姓
inspector-name-needed = 名前または会社名が必要です。
inspector-department = 部署
inspector-job-change = 転職・異動を記録
inspector-job-save = 新しい勤務先を登録
inspector-job-needs-company = 新しい会社名と日付を入力してください。
inspector-since = 開始日
inspector-custom = 独自の項目
inspector-add-mail = メールを追加
inspector-add-phone = 電話を追加
inspector-add-link = リンクを追加
inspector-add-custom = 項目を追加
inspector-add-address = 住所を追加
inspector-add-card = 画像を追加
inspector-label-none = ラベルなし
inspector-own-label = 独自のラベル
inspector-move-up = 上へ
inspector-move-down = 下へ
inspector-copy-value = { $value }をコピー
inspector-open-value = { $value }を開く
inspector-open-map = 地図で見る
inspector-street = 番地・建物
inspector-postal-code = 郵便番号
inspector-city = 市区町村
inspector-region = 都道府県
inspector-country = 国
inspector-mail-needs-at = @がありません。
inspector-mail-needs-name = @の前がありません。
inspector-mail-needs-domain = @のあとが不完全です。example.comのように入力してください。
inspector-mail-one-address = 1行に1つのアドレスだけ入力してください。
inspector-phone-needs-digits = 電話番号には数字が3つ以上必要です。
inspector-link-needs-web = ウェブアドレスだけを開けます。
inspector-link-needs-domain = ウェブアドレスとして不完全です。example.comのように入力してください。
inspector-scans = 画像
inspector-scans-empty = 名刺はまだありません。画像をどこにでもドロップできます。
inspector-front = 表面
inspector-back = 裏面
inspector-no-scan = 画像はまだありません
inspector-made-and-changed = 更新 { $changed }、登録 { $made }

## A card of the pile

inspector-pile-card = まだ名前のない名刺
inspector-pile-words = 名前を付けるか、誰の名刺かを選んでください。お礼と見直しが予定されます。
inspector-name-card = この名刺に名前を付ける
inspector-belongs-to = 登録済みの人の名刺

## Sheet: an encounter

inspector-encounter-new = 出会いを記録
inspector-encounter-edit = 出会いを編集
inspector-encounter-kind = 方法
inspector-with-whom = 相手
inspector-topics = 話題
inspector-topics-hint = コンマで区切る
inspector-encounter-note = どんな様子でしたか
inspector-duration = 時間(分)
inspector-duration-wrong = 分は1440以下の数字で入力してください。
inspector-place-hint = カフェ、オフィス、通り
inspector-who-began = どちらから
inspector-favours = 与えたもの、受け取ったもの
inspector-add-favour = 追加
inspector-favour-given = 与えた
inspector-favour-received = 受け取った
inspector-favour-what = 短く
inspector-reply = 返信
inspector-reply-none = なし
inspector-reply-once = 1回
inspector-reply-continuing = 続いている
inspector-was-thank-you = これがお礼でした
inspector-closes = 完了になる予定:{ $label }
inspector-more-fields = 場所、時間、やり取りなど
inspector-next-step = 次の一歩
inspector-next-step-hint = 次に何をしますか(空欄可)
inspector-next-step-when = いつまでに
inspector-encounter-save = 記録する
inspector-encounter-needs-person = 少なくとも1人選んでください。

## Sheet: a relationship

inspector-relationship-title = { $name }さんの関係
inspector-relationship-who = 相手
inspector-relationship-is = { $name }さんから見た関係
inspector-relationship-own = または自由に入力
inspector-relationship-save = 関係を追加
inspector-choose-person = 先に人を選んでください。

## Sheet: an introduction

inspector-introduction-title = { $name }さんを紹介
inspector-introduction-by-me = 自分が紹介する
inspector-introduction-by-other = 紹介してもらった
inspector-introduction-by-them = この人が紹介してくれた
inspector-introduction-to = 紹介する相手
inspector-introduction-who = 紹介してくれた人
inspector-introduction-met = 紹介してもらった相手
inspector-introduction-state = 進み具合
inspector-introduction-note = 用件
inspector-introduction-save = 紹介を記録

## Sheet: passing a card on

inspector-pass-need = 必要としていること
inspector-pass-need-hint = 短く
inspector-pass-comment = あなたのひと言
inspector-pass-comment-hint = どんな人で、なぜ合うか

## Sheet: a circle

inspector-circle-new = 新しいサークル
inspector-circle-edit = サークルを編集
inspector-circle-name-hint = 例:ものづくり仲間
inspector-circle-colour = 色
inspector-circle-colour-blue = 青
inspector-circle-colour-brown = 茶
inspector-circle-colour-olive = オリーブ
inspector-circle-colour-teal = 青緑
inspector-circle-colour-mauve = 紫
inspector-circle-name-needed = サークルには名前が必要です。
inspector-circle-delete = サークルを削除
inspector-circle-stays = 人は削除されません。

## The person picker

inspector-picker-add = { $name }さんを新しく登録
inspector-picker-remove = { $name }さんを外す
inspector-picker-hint = 名前または会社を入力

## Added fields, cards, portraits

inspector-today = 今日
inspector-additional = ミドルネーム
inspector-propose = 「{ $value }」を使う
inspector-in-letters = 手紙では
inspector-suggestions = 候補：{ $name }
inspector-label = ラベル
inspector-custom-name = 項目名
inspector-copy-address = 住所をコピー
inspector-open-web-map = ブラウザーのOpenStreetMapで検索
inspector-work = 勤務先
inspector-add-tenure = 追加
inspector-from = 開始
inspector-from-hint = 例：2019年
inspector-until-day = 終了
inspector-until-hint = 在籍中なら空欄
inspector-month-not-understood = 日付として読み取れません。2019年、2019年4月、2019年10月14日のように入力してください。
inspector-tenure-end = 今日で終了
inspector-tenure-reopen = まだ続いている
inspector-tenure-main = 主な勤務先にする
inspector-new-company = 新しい会社
inspector-company-about = 会社について
inspector-company-name = 全員に共通の名称
inspector-company-reading = 読み
inspector-company-other-names = 別名・旧名
inspector-company-other-hint = 読点で区切る
inspector-company-website = ウェブサイト
inspector-company-open-website = ウェブサイトを開く
inspector-company-asks = 「{ $before }」から「{ $value }」：何がありましたか。
inspector-company-here = 訂正のみ：{ $name }さんは{ $value }の方
inspector-company-moved = { $name }さんが{ $value }に転職
inspector-company-keep = 元の名称のまま
inspector-received-on-at = { $day }「{ $event }」で受領
inspector-received-on-day = { $day }に受領
inspector-received-some-day = 受領日不明
inspector-card-superseded = 旧版
inspector-card-more = この名刺の操作
inspector-card-make-current = 一番上に置く（現在の名刺）
inspector-card-move = 別の人の名刺 …
inspector-front-add = 表面のスキャンを追加 …
inspector-front-replace = 表面のスキャンを差し替え …
inspector-back-add = 裏面のスキャンを追加 …
inspector-back-replace = 裏面のスキャンを差し替え …
inspector-front-remove = 表面のスキャンを削除
inspector-back-remove = 裏面のスキャンを削除
inspector-portrait-of = { $name }さんの写真
inspector-portrait-add = 写真を追加 …
inspector-portrait-change = 写真を変更 …
inspector-portrait-from-card = 名刺から写真を切り抜く …
inspector-portrait-square = 切り抜き枠：矢印キーで移動、プラスとマイナスで大きさを変更
inspector-portrait-loading = 画像を読み込んでいます。
inspector-portrait-empty = 画像を選ぶか、ここにドロップまたは貼り付けてください。下の名刺からも切り抜けます。
inspector-portrait-size = 大きさ
inspector-portrait-choose = 画像を選ぶ …
inspector-portrait-remove = 写真を削除
inspector-portrait-others = 統合した記録の写真
inspector-portrait-other = 別の写真{ $count }
inspector-portrait-use = この写真を使う
inspector-portrait-cards = 名刺から
inspector-portrait-save = この範囲を使う
inspector-portrait-file-words = 名刺ではなく、本人の写真にします。範囲は次に選びます。
inspector-move-card-title = どなたの名刺ですか
inspector-move-card-save = 名刺を移す
inspector-own-words-hint = 心に残った一言
inspector-need-since = { $day }から
inspector-need-from-to = { $opened }から、{ $closed }に解決
inspector-need-closed = { $day }に解決
inspector-still-true = 今日も変わりなし
inspector-add-language = 言語を追加
inspector-add-tag = タグを追加
inspector-remove-tag = タグ「{ $tag }」を外す
inspector-language-first = この言語で書く
inspector-move-left = 前へ
inspector-move-right = 後ろへ
inspector-unsaved-there = { $name }さんの入力がまだ保存されていません。
inspector-unsaved-show = 表示
inspector-unsaved-discard = 破棄
inspector-company-renamed = 会社名が「{ $value }」に変わった（{ $count }人に反映）
inspector-company-more = ほか{ $count }人
inspector-unsaved-here = まだ保存されていない入力が{ $count }件あります。下に印があります。
