# The command palette: one field for everything, Ctrl+K.
palette-action = 何でも探す
palette-hint = 人、イベント、コマンドを探す…
palette-hits = { $count } 件（{ $time } ミリ秒）
palette-people = { $count } 人
palette-people-heading = 人
palette-do = 操作
palette-views = 画面
palette-enter = 開く
palette-nothing-yet = まだ何もありません。
palette-foot-move = 移動
palette-foot-do = 実行
palette-foot-back = 戻る
palette-foot-actions = 操作
palette-foot-commands = コマンド
palette-foot-events = イベント
palette-foot-people = 人
palette-log-line = やりとりとして記録…
palette-open = { $name } を開く
palette-log-with = { $name } とのやりとりを記録
palette-log-with-all = { $name } の全員とのやりとりを記録
palette-pass-on = { $name } を紹介・転送
palette-introduce = { $name } を引き合わせる
palette-remind = { $name } のリマインダーを追加
palette-review-of = { $name } を見直す
palette-relate-to = { $name } の関係を追加
palette-write = { $address } にメールを書く
palette-copy = { $value } をコピー
palette-in-network = ネットワークで { $name } を表示
palette-in-calendar = カレンダーで { $name } を表示
palette-change = { $name } を変更
palette-show-in-cards = 「{ $query }」を名刺で表示
palette-show-in-network = 「{ $query }」をネットワークで表示

## Commands without a place of their own elsewhere

palette-add-event = イベントを追加
palette-sort-pile = 山を整理：名刺に名前を付ける
palette-review = 人を見直す
palette-relate = 人と人の関係を追加
palette-check-book = ブックを点検
palette-passphrase = パスフレーズを設定・変更
palette-theme-light = 明るいテーマ
palette-theme-dark = 暗いテーマ
palette-theme-system = システムのテーマ
palette-language-en = 英語で表示
palette-language-ja = 日本語で表示
palette-language-de = ドイツ語で表示
palette-fold-rail = 左の欄をたたむ・広げる
palette-load-demo = デモのネットワークを読み込む
palette-next-pane = ウィンドウの次の部分へ
palette-previous-pane = ウィンドウの前の部分へ

## The parts of the window

palette-pane-rail = 左の欄
palette-pane-banners = お知らせ
palette-pane-view = 画面
palette-pane-inspector = インスペクター
palette-pane-toasts = メッセージ

## Where something was found

palette-field-name = 名前
palette-field-expertise = できること
palette-field-need = 求めること
palette-field-tag = タグ
palette-field-circle = サークル
palette-field-city = 市区町村
palette-field-reach = 連絡先
palette-field-print = 名刺の文字
palette-field-encounter = やりとり
palette-field-task = やること
palette-export-ron = 画像つきのブックを書き出す…
palette-export-json = 人物をJSONで書き出す…
palette-export-ics = 予定とイベントをカレンダーとして書き出す…
