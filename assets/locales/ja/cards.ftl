## The top bar

cards-add = 名刺を追加
cards-group-by = グループ：{ $value }
cards-group-event = イベント
cards-group-month = 月
cards-group-organization = 会社
cards-group-circle = サークル
cards-group-city = 都市
cards-group-warmth = あたたかさ
cards-group-none = グループなし
cards-sort = 並べ替え
cards-sort-newest = 新しい順
cards-sort-name = 名前順
cards-sort-organization = 会社順
cards-sort-last-contact = 最後の連絡
cards-sort-reversed = 逆順
cards-layout = 表示形式
cards-layout-cards = 名刺
cards-layout-table = 表
cards-size = 名刺の大きさ
cards-size-small = 小
cards-size-medium = 中
cards-size-large = 大
cards-size-small-long = 小さく表示
cards-size-medium-long = ふつうに表示
cards-size-large-long = 大きく表示

## 表

cards-column-name = 名前
cards-column-title = 役職
cards-column-due = 期限
cards-column-email = メール
cards-column-phone = 電話
cards-column-circles = サークル
cards-column-tags = タグ
cards-columns = 列を選ぶ
cards-columns-usual = 標準の列幅
cards-column-width = { $name }の列幅
cards-column-width-tip = ドラッグで幅を変更。ダブルクリックで標準の幅に戻ります。
cards-sorted = { $name }、並べ替え中
cards-sorted-back = { $name }、逆順に並べ替え中

## The chips

cards-all = すべて
cards-thank-you-due = お礼がまだ
cards-review-due = 見直しの時期
cards-circle = サークル
cards-circle-any = すべてのサークル
cards-archived = アーカイブ

## The groups

cards-pile = 未整理の山
cards-pile-count = 名前のない名刺 { $count }枚
cards-pile-name = 名前を付ける
cards-without-event = イベントなし
cards-without-organization = 会社なし
cards-without-circle = サークルなし
cards-without-city = 都市なし
cards-everybody = 全員
cards-thanked = { $total }人中{ $done }人にお礼済み
cards-open-event = イベントを開く
cards-group-due = 期限{ $number }件
cards-group-fold = { $title }を折りたたむ
cards-group-unfold = { $title }を開く
cards-show-month = 月を表示
cards-show-circle = サークルを表示
cards-plan-meeting = 面会を計画
cards-mark-group = すべて選択
cards-rename = 会社名を変更
cards-rename-label = 新しい名前（全員に反映）
cards-rename-save = 変更

## 複数の名刺

cards-marked = { $count }件を選択中
cards-marked-clear = 選択を解除
cards-marked-delete = ごみ箱に移動
cards-marked-log = 出会いを記録
cards-marked-tag = タグ
cards-marked-pile = 名前なし{ $count }枚
cards-marked-pile-why = 名前のない名刺は誰のものでもないため、サークル、タグ、出会いの記録には含まれません。
cards-no-event = イベントなし
cards-tag-new = 新しいタグ
cards-tag-hint = 短い言葉で
cards-carried = 名刺{ $count }枚
cards-drop-event = イベントにドロップ
cards-export = 書き出し
cards-export-title = 人物を書き出す
cards-export-ron = 画像つきのブック
cards-export-json = 人物をJSONで
cards-export-running = 書き出しています…
cards-exported = { $people }を書き出しました: { $file }

## A card

cards-tile = { $name }、{ $organization }
cards-tile-back = { $name }、裏面：{ $words }
cards-without-name = 名前なし
cards-turn = 裏返す
cards-back-empty = まだ何も書かれていません。
cards-badge-thanks = お礼：{ $when }
cards-badge-review = 見直し：{ $when }
cards-badge-passed-on = 紹介 ×{ $count }
cards-badge-filing = 未整理
cards-menu-name = この名刺に名前を付ける
cards-menu-mark = 選択に加える
cards-menu-unmark = 選択から外す
cards-menu-unfile = 未整理の山に戻す
cards-menu-remove = 名刺をごみ箱に移動
cards-menu-delete = ごみ箱に移動

## Nothing to show

cards-empty-search = 見つかりません
cards-empty-search-words = 「{ $query }」に合う名刺はありません。
cards-empty-not-in = 「{ $circle }」にはありません
cards-empty-not-among = この中にはありません
cards-empty-elsewhere = ほかの名刺のうち{ $count }件に「{ $query }」があります。
cards-empty-elsewhere-show = { $count }件を表示
cards-empty-in-archive = アーカイブの名刺{ $count }件に「{ $query }」があります。
cards-empty-filter = 該当する名刺がありません
cards-empty-filter-words = すべての条件に合う名刺がありません。
cards-empty-filter-clear = すべての名刺を表示
cards-empty = 名刺はまだありません
cards-empty-words = このウィンドウにスキャンをドロップしてください。
cards-empty-archived = 机の上には誰もいません
cards-empty-archived-words = この名刺帳の{ $count }人は全員アーカイブされています。
cards-empty-archived-show = アーカイブを表示
cards-empty-trash = すべてごみ箱にあります
cards-empty-trash-words = { $count }件を元に戻せます。
cards-empty-trash-show = ごみ箱を開く

## Naming a card

cards-name-title = 名刺に名前を付ける
cards-name-hint = 名刺に書かれているとおり
cards-name-parts = 氏名の内訳
cards-name-latin = ローマ字
cards-event-hint = 選ぶか、新しく入力
cards-event-new = 新しいイベント「{ $title }」
cards-received = 受け取った日
cards-date-wrong = 日付ではありません。「10月14日」「昨日」「2026-10-14」のように入力してください。
cards-date-future = まだ来ていない日です。
cards-email-wrong = メールアドレスには@が必要です。
cards-name-needed = 名前か会社名が必要です。
cards-exchange = きっかけ
cards-impression-hint = どんな方でしたか？名刺の裏に書き留めます。
cards-save-next = 保存して次へ
cards-save-last = 保存
cards-known = { $name }さんはすでにブックに登録されています。
cards-known-file = この人の名刺にする
cards-use-as-back = 前の名刺の裏面にする
cards-use-as-back-of = { $name }さんの名刺の裏面にする
cards-turned = 反対の面を表示
cards-zoom-in = 拡大
cards-zoom-out = 縮小
cards-pile-done = 整理が終わりました

## A card typed by hand

cards-new-title = 名刺を手入力
cards-new-received = 名刺を受け取った
cards-new-save = 追加

## Whose scans

cards-file-title = どなたの名刺ですか？（{ $count }枚）
cards-file-words = { $name }さんを選択中に、スキャンが{ $count }枚届きました。
cards-file-new = { $name }さんの新しい名刺（{ $count }枚）
cards-file-new-words = 現在の名刺になります。古い名刺もそのまま残ります。
cards-file-back = { $name }さんの名刺の裏面
cards-file-back-words = 表面はそのままです。
cards-file-other = 別の人
cards-file-other-words = 未整理の山に入り、あとで名前を付けます。

## A path instead of a dialog

cards-path-title-cards = スキャンはどこにありますか？
cards-path-title-book = ブックはどこにありますか？
cards-path-title-export = 書き出し先
cards-path-why = このシステムにはファイル選択の画面がありません。パスを入力するか貼り付けてください。ウィンドウへのドロップもできます。
cards-path-label = パス
cards-path-not-absolute = 先頭からの完全なパスを入力してください。
cards-path-not-book = ブックのファイル名は.ronで終わります。
cards-path-not-format = このファイルの名前は .{ $ending } で終わります。
cards-path-export-why = このシステムにはファイルダイアログがありません。新しいファイルのパスを入力してください。既存のファイルは上書きしません。
cards-path-add = 追加
