### デスクトップへの通知と、名刺帳のそばのカレンダーファイル。
reminders-section = 通知
reminders-hint = Cardloomの起動中は、最小化していても、期限の来たことをデスクトップに通知します。このコンピューターの外には何も出ません。
reminders-on = デスクトップに通知する
reminders-at = 朝の通知の時刻
reminders-at-invalid = 9:00のように時刻を入力してください。それまでは前の時刻のままです。
reminders-at-hint = 一日に一度、期限の来たものをまとめて通知します。時刻のあるものは、その時刻にも通知します。
reminders-names = 通知に出す内容
reminders-names-off = 件数だけ
reminders-names-on = 名前と用件
reminders-names-hint = 通知はデスクトップの一覧に残り、ロック画面に出ることもあります。
reminders-try = 今すぐ試す
reminders-tried = 通知しました。見えないときは、デスクトップの通知の設定を確かめてください。
reminders-problem = このデスクトップは通知を表示しないため、お知らせできません。
reminders-none-here = 表示する仕組みがありません。
reminders-nothing = 今日が期限のものはありません
reminders-open = 開く
reminders-due = 期限の来たフォローアップが{ $count }件あります
reminders-due-now = { $time }が期限のフォローアップがあります
reminders-more = ほか{ $count }件

## カレンダーファイル

reminders-calendar-section = カレンダーファイル
reminders-calendar-hint = フォローアップとイベントを、ほかのカレンダーに表示できます。書き出したファイルか、いつも最新に保たれるファイルを使います。
reminders-calendar-on = 名刺帳のそばの{ $file }を最新に保つ
reminders-calendar-how = ThunderbirdやEvolutionではこのファイルを購読し、ほかでは取り込んでください。向こうでの変更は戻ってきません。
reminders-calendar-encrypted = この名刺帳は暗号化されていますが、カレンダーファイルは暗号化されません。フォルダーを読める人には、いつ誰に会い、電話し、お礼をするかが見えます。望まないかぎり書き込みません。
reminders-calendar-readable = 読める形で書き込む
reminders-calendar-unreadable = 読める形で書き込むのをやめる
reminders-calendar-removed = 名刺帳のそばのカレンダーファイルを削除しました。
reminders-calendar-failed = カレンダーファイルは最新ではありません。{ $why }
reminders-calendar-taken = { $file }はこの名刺帳のものではないため、そのままにしました。そのファイルの名前を変えてください。
reminders-calendar-again = もう一度
reminders-contains = カレンダーファイルに入れる、種類・日付・名前以外のもの
reminders-contains-hint = 書き出すファイルにも、最新に保つファイルにも当てはまります。イベントには件名・場所・リンクが入ります。
reminders-contains-about = 用件・目的・メモ
reminders-contains-reach = 電話番号とメールアドレス
reminders-contains-alarms = カレンダーソフトのアラーム
reminders-as = フォローアップの形
reminders-as-events = 予定
reminders-as-tasks = タスク
reminders-as-hint = GoogleとOutlookは、ファイルのタスクを取り込みません。
reminders-export-ics = カレンダー（.ics）

## カレンダーファイルの取り込み

reminders-import-action = カレンダーファイルを取り込む…
reminders-import-where = .icsファイルをウィンドウに落としても同じです。
reminders-import-title = カレンダーファイルを選ぶ
reminders-import-kind = カレンダーファイル
reminders-import-from = { $files }から取り込む
reminders-import-hint = 選んだものが予定のイベントになります。参加者はメールアドレスで見つけます。一度の「元に戻す」ですべて取り消せます。
reminders-import-nothing = 取り込むイベントはありません。
reminders-import-notes = 省いたもの
reminders-import-take = イベント{ $count }件を取り込む
reminders-import-take-none = 取り込む
reminders-import-new = 新規
reminders-import-over = 終了
reminders-import-changed = 変更あり
reminders-import-same = 登録済み
reminders-reading = カレンダーを読み込み中
