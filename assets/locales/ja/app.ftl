app-name = Cardloom
app-tagline = 名刺から始まる関係づくり

## The rail

app-view-today = 今日
app-view-cards = 名刺
app-view-network = つながり
app-view-calendar = カレンダー
app-view-events = イベント
app-view-referrals = 紹介
app-view-settings = 設定
app-offline = オフライン。データはこのPCの中だけ。
app-circles = サークル
app-circles-add = サークルを追加
# The heading above the saved searches.
app-searches = 検索
app-searches-add = この検索を保存
app-searches-up = 上へ移動
app-searches-down = 下へ移動
app-in-several-circles = { $count }人が複数のサークルに所属

## Undo and redo

app-undo = 元に戻す
app-redo = やり直す
app-undo-label = 元に戻す：{ $label }
app-redo-label = やり直す：{ $label }
app-undone = 元に戻しました：{ $label }
app-redone = やり直しました：{ $label }
app-nothing-to-undo = 元に戻す操作はありません
app-nothing-to-redo = やり直す操作はありません

## Saving

app-saved = 保存済み
app-saving = 保存中…
app-not-saved = 未保存
app-save-again = もう一度保存

## Search

app-search = 検索
app-search-cards = 名前、会社、専門分野で検索…
app-search-network = つながりの中を検索
app-search-calendar = カレンダーの中を検索
app-search-clear = 検索をクリア
app-search-help = すべての検索語
app-search-save = この検索を保存
# $name is the saved search.
app-search-saved = 「{ $name }」として保存済み
app-search-save-nothing = 先に検索を入力すると、保存できます。
app-search-none = 「{ $query }」は見つかりませんでした。
app-search-list = 検索の候補
app-search-preparing = 検索を準備しています…
app-search-more = ? と入力すると、使える検索語がすべて表示されます
app-search-unknown = 「{ $field }」という項目はありません。文字として検索します。
app-search-value = 「{ $value }」は { $field } に使えません。文字として検索します。
app-search-in-circle = サークルに入っている人
app-search-in-needs = 探しているもの
app-search-in-expertise = 得意なこと・提供できること
app-search-in-organization = 会社・組織
app-search-in-title = 役職・部署
app-search-in-tag = タグ
app-search-in-city = 都市
app-search-in-event = 会ったイベント
app-search-in-name = 名前だけを検索
app-search-in-note = メモ・印象・やりとり
app-search-in-print = 名刺に印刷された文字
app-search-in-reach = 電話・メール・住所
app-search-in-met = 会った年・月・日
app-search-in-warmth = あたたかさの数値
app-search-in-due = 期限のあること
app-search-in-has = あるもの
app-search-in-is = アーカイブ・オンライン・話だけ
# In which field something was found; stands before the words.
app-search-hit-name = 名前
app-search-hit-organization = 組織
app-search-hit-title = 役職
app-search-hit-expertise = 得意
app-search-hit-need = 求める
app-search-hit-tag = タグ
app-search-hit-circle = サークル
app-search-hit-city = 都市
app-search-hit-event = イベント
app-search-hit-reach = 連絡先
app-search-hit-note = メモ
app-search-hit-print = 名刺の文字
app-search-hit-impression = 印象
app-search-hit-encounter = やりとり
app-search-hit-referral = 紹介
app-search-hit-task = やること
app-search-sheet-new = 検索を保存
app-search-sheet-edit = 検索を編集
app-search-sheet-name-hint = 例：親しいメーカー
app-search-sheet-query = 検索する内容
app-search-sheet-finds =
    { $count ->
       *[other] 今は{ $count }人が見つかります。
    }
app-search-sheet-name-needed = 保存する検索には名前が必要です。
app-search-sheet-query-needed = 検索する内容がまだありません。
app-search-sheet-delete = 検索を削除
app-search-sheet-stays = 見つかる人は残ります。

## First start

app-start-language = 言語
app-start-title = スキャンした名刺をここにドロップ
app-start-formats = JPEG、PNG、WebP、TIFF、BMP、GIFに対応しています。何枚でもまとめて追加できます。
app-start-choose = ファイルを選択
app-start-by-hand = 名刺を手入力
app-start-demo-title = デモを試す
app-start-demo-body = 架空の人物、名刺、イベントで使い心地を確かめられます。
app-start-demo-button = デモを読み込む
app-start-import-title = 取り込む
app-start-import-body = このコンピューターにある名刺のスキャンや写真を追加します。
app-start-import-button = 取り込む…
app-start-open-title = Cardloomブックを開く
app-start-open-body = 別のPCの名刺を引き継ぎます。
app-start-open-button = 開く…
app-start-promise = Cardloomはオフラインで動きます。名刺はお手元の1つのフォルダーに保存されます。

## Dropping files

app-drop-title = スキャン{ $count }枚をドロップしてください

## Closing the window

app-closing-title = 最後の変更を保存しています
app-closing-body = 保存が終わると、ウィンドウは自動的に閉じます。
app-closing-failed-title = 最後の変更が保存されていません
app-closing-failed-body = { $reason } このまま閉じると、前回の保存以降の変更は失われます。
app-closing-stay = 開いたままにする
app-closing-discard = 保存せずに閉じる

## Books

app-book-could-not-open = ブックを開けませんでした

## About

app-about = Cardloomについて
app-about-version = バージョン { $version }
app-about-build = { $date }に{ $commit }からビルド
app-about-promise = アカウント不要、通信なし、利用状況の送信なし。すべてこのPCの中にあります。
app-about-licence = MITライセンスまたはApacheライセンス2.0で利用できるフリーソフトウェアです。
app-about-fonts = 書体：Inter、BIZ UDPゴシック、クレー One（SIL Open Font License 1.1）。アイコン：Phosphor（MIT）。
app-about-copy = バージョンをコピー

## Menus and keys

app-shortcuts = キーボードショートカット

## Actions with a key

app-action-add-cards = スキャンを追加…
app-action-paste-image = 画像を貼り付け
app-action-new-contact = 名刺を手で入力
app-action-search = 検索
app-action-save-search = 検索を保存
app-action-save = 今すぐ保存
app-action-log-encounter = やりとりを記録
app-action-pass-on = 名刺を渡す
app-action-introduce = 紹介する
app-action-mail = メールを書く
app-action-add-follow-up = 予定を追加
app-action-open-book = ブックを開く…
app-action-shortcuts = ショートカット一覧

## Lines that tell what happened

app-no-book-open = ブックが開かれていません。先にブックを開いてください。何も変更していません。
app-copied = コピーしました
app-link-not-opened = 「{ $address }」を開けませんでした。{ $reason } コピーして開いてください。
# Why an address could not be opened: nothing on this machine took it.
app-link-no-program = 対応するプログラムが応答しませんでした。
# Why an address could not be opened: it is of a kind that may start something else.
app-link-unknown = ウェブ、メール、電話、地図のアドレスではありません。
# Button beside it.
app-link-copy = アドレスをコピー
# A letter that no program took; shown in the sheet where it was written.
app-letter-not-taken = 手紙を開けるメールソフトがありませんでした。コピーして、お使いの場所に貼り付けてください。
# $name is whose letter it is.
app-letter-not-opened = { $name }さんへの手紙を開けるメールソフトがありませんでした。
app-letter-not-told = { $name }さんへの手紙を開けるメールソフトがないため、報告はまだ約束のままです。
app-letter-too-long = { $name }さんへの手紙は長すぎて渡せません。コピーしてメールに貼り付けてください。
app-letter-copied = { $name }さんへの手紙をコピーしました。送りましたか。
app-letter-copy = 手紙をコピー
app-select-person-first = 先に人を選んでください。
app-no-mail-address = メールアドレスがありません。「詳細」で追加できます。
app-settings-not-saved = 設定を保存できませんでした：{ $reason } 終了するまでは有効です。
app-demo-loading = デモのネットワークを作成中
app-book-opening = ブックを開いています…
app-book-try-again = もう一度試す
app-choose-cards = 名刺のスキャンを選択
app-choose-cards-kind = 画像
app-choose-book = Cardloomのブックを開く
app-choose-book-kind = Cardloomのブック
app-drop-to-pile = 未整理の山に入り、名前を付けられるようになります。
app-drop-asks = 次に、誰の名刺かを選びます。

## Edits that break a rule

app-edit-missing = すでに存在しません。何も変更していません。
app-edit-name-needed = 名前か会社名が必要です。何も変更していません。
app-edit-text-needed = 文字を入力してください。何も変更していません。
app-edit-person-needed = 少なくとも一人を選んでください。何も変更していません。
app-edit-same-person = 同じ人です。何も変更していません。
app-edit-day-before-referral = 名刺を渡す前の日付です。何も変更していません。
app-edit-no-amount = 金額として読めません。何も変更していません。
app-edit-ends-before-start = 終了日が開始日より前です。何も変更していません。
app-edit-read-only = このブックは読み取り専用で開いています。何も変更していません。

app-saved-file = 保存しました：{ $file }
