## The book is open for reading only

safety-held = 別のウィンドウがこのブックを開いています
safety-held-by = 別のウィンドウがこのブックを開いています：{ $who }、{ $since }から
safety-held-by-who = 別のウィンドウがこのブックを開いています：{ $who }
safety-held-since = 別のウィンドウがこのブックを開いています（{ $since }から）
safety-held-more = ここではすべて閲覧できます。もう一方のウィンドウが閉じると、編集もできるようになります。
safety-refused = このブックは閲覧のみできます
safety-backup = これはブックの以前の状態です
safety-backup-more = { $file } を閲覧用に表示しています。ブック本体は変更していません。
safety-try-again = もう一度試す
safety-save-copy = 別の場所にコピーを保存…
safety-read-only = 閲覧のみ
safety-nothing-changed = ブックは閲覧専用で開いています。何も変更していません。
safety-now-writable = もう一方のウィンドウが閉じました。ここで編集できます。
safety-writable-again = ここで編集できるようになりました。

## A copy elsewhere

safety-copy-title = ブックのコピーを保存
safety-copy-kind = Cardloomブック
safety-copy-name = { $name } のコピー
safety-copy-making = コピーを保存しています…
safety-copied = コピーを保存しました：{ $file }
safety-copied-without = 見つからないか壊れている画像{ $count }枚を除いて、コピーを保存しました：{ $file }
safety-copy-path-why = このシステムにはファイルを選ぶ画面がありません。コピーの保存場所を、ファイル名まで入力してください。
safety-copy-path-save = コピーを保存

## Not saved

safety-not-saved = 最後の変更が保存されていません

## Changed by another program

safety-taken-over = 別のプログラムによる変更を{ $count }件取り込みました
safety-taken-over-none = 別のプログラムがファイルを変更しましたが、ブックの内容は同じです。
safety-taken-show = 表示
safety-taken-title = 別のプログラムから取り込んだ変更
safety-outside-unreadable = 別のプログラムがファイルを変更し、読み取れなくなりました
safety-outside-replace = 上書きして保存
safety-outside-unreadable-more = { $reason }ここに表示されている内容は保たれ、そのファイルを上書きしません。上書きして保存すると、そのファイルは以前の状態と一緒に残ります。

## Conflicts

safety-conflicts = { $count }つの項目が2か所で変更されました
safety-conflicts-more = 決めるまで、両方の値を残しておきます。
safety-conflicts-decide = 見比べる
safety-later = あとで
safety-conflicts-title = 2か所で変更された項目
safety-conflict-here = 今のブック
safety-conflict-other = 別のプログラムから
safety-conflict-other-file = { $file } から
safety-conflict-noticed = { $when }に検出
safety-conflict-changed = { $when }に変更
safety-conflict-keys-two = ← → 前後へ · 1 残す · 2 もう一方にする
safety-conflict-empty = 空欄
safety-conflict-keep = こちらを残す
safety-conflict-take = もう一方にする
safety-conflict-both = 両方残す
safety-conflicts-none = すべて決まりました
safety-conflicts-none-more = 値が2つある項目はもうありません。
safety-conflict-person = { $count }つの項目に値が2つあります
safety-conflict-keys = ← → 前後へ · 1 残す · 2 もう一方にする · 3 両方

## Copies beside the book

safety-copies =
    { $count ->
        [1] このブックのコピーが隣にあります
       *[other] このブックのコピーが隣に{ $count }つあります
    }
safety-copies-more = 2台のコンピューターで変更されたため、{ $program } が { $file } を作りました。統合すると新しい内容を取り込み、何も捨てません。
safety-copies-merge = 統合する
safety-merging = コピーを統合しています…
safety-merged-nothing = コピーには、このブックにない内容はありませんでした。

## Earlier states

safety-earlier = 以前の状態…
safety-earlier-title = ブックの以前の状態
safety-earlier-none = 以前の状態はまだありません
safety-earlier-none-more = 開いてから最初の保存のときと、その後は10分以上おきに残します。
safety-earlier-choose = 左で状態を選ぶと、そのときとの違いが表示されます。
safety-earlier-reading = この状態を読み込んでいます…
safety-moment = { $day } { $time }
safety-earlier-unreadable = 読み取れません
safety-earlier-search = 人を検索
safety-earlier-same = 違いはありません
safety-earlier-same-more = この状態の人は、全員今と同じです。
safety-earlier-same-people = 違いのある人はいません
safety-earlier-same-people-more = 人以外に違いがあります。ブック全体を戻すと元に戻ります。
# $what is a list such as "3 cards · 1 event".
safety-earlier-others = ほかの違い：{ $what }
safety-earlier-companies = 会社{ $count }社
safety-earlier-circles = サークル{ $count }件
safety-earlier-entries = その他{ $count }件
safety-earlier-not-found = その名前の人に違いはありません。
safety-earlier-changed = その後に変更
safety-earlier-only-then = そのときだけ
safety-earlier-only-now = 今だけ
safety-earlier-then = そのとき
safety-earlier-now = 今
safety-earlier-take-back = 元に戻す
safety-earlier-take-back-name = { $name }を元に戻す
safety-earlier-take-all = ブック全体を元に戻す
safety-earlier-take-all-more = その後に追加したものはブックから外れます。取り消しで戻せます。今の状態も一覧に残ります。

safety-fact-cards = 名刺
safety-fact-encounters = やりとり
safety-fact-follow-ups = 予定
safety-fact-tags = タグ

## A book that does not open

safety-failed-stopped = 開くのを中止しました。ファイルはそのままです。
safety-failed-salvage = 読めるものを開く
safety-failed-salvage-more = 先に壊れたファイルのコピーを取ります。読めないものは別のファイルに取り分け、何も削除しません。
safety-failed-earlier = 以前の状態を開く
safety-failed-earlier-more = 今のファイルのコピーを以前の状態の隣に残してから、選んだ状態で続けます。
safety-failed-earlier-open = 開く
safety-failed-earlier-open-name = { $when }の状態を開く
safety-failed-earlier-none = このブックの隣に以前の状態はありません。
safety-failed-all-states = あと{ $count }件を表示
safety-failed-other = 別のブックを選ぶ…
safety-failed-copy-path = パスをコピー
safety-failed-show-folder = フォルダーを表示
safety-failed-back = 開いているブックに戻る
safety-restored = { $when }の状態で続けます。それまでのファイルは、以前の状態の隣に残してあります。
safety-restored-lost = { $when }の状態で続けます。
safety-lost-title = このブックが見つかりません
safety-lost-earlier-more = 選んだ状態からファイルを作り直して続けます。
safety-failed-begin-new = 新しいブックを始める
safety-failed-begin-new-more = ファイル名は{ $name }になります。ほかはすべてそのまま残ります。
# $why is a whole sentence.
safety-no-backup = ブックは保存しましたが、保存前の状態を以前の状態として残せませんでした。{ $why }

## Opening

safety-opening-cancel = キャンセル

## A book with a passphrase

safety-unlock-title = このブックはロックされています
safety-unlock-more = パスフレーズを入力してください。このコンピューターの外に出ることはありません。
safety-unlock-field = パスフレーズ
safety-unlock-show = パスフレーズを表示
safety-unlock-hide = パスフレーズを隠す
safety-unlock-open = ロックを解除
safety-unlock-empty = 先にパスフレーズを入力してください。
safety-unlock-wrong = このブックのパスフレーズではありません。ブックに変わりはありません。もう一度お試しください。
safety-unlock-wrong-caps = このブックのパスフレーズではありません。大文字だけになっています。Caps Lockがオンかもしれません。
safety-unlock-spaces = 先頭か末尾に空白があります。空白もパスフレーズの一部になります。
safety-unlocking = ロックを解除しています…

## Settings: safety

safety-settings = 安全
safety-settings-hint = 「保存済み」と表示された内容は、異常終了や停電があっても失われません。
safety-settings-backups = 以前の状態
safety-settings-backups-count = { $count }件、最新は{ $when }
safety-settings-backups-none = まだありません。次の保存のときに最初の1件を残します。
safety-settings-show = 表示…
safety-settings-encryption = パスフレーズ
safety-settings-encrypted = ブックと画像はパスフレーズでロックされています。
safety-settings-not-encrypted = なし。ファイルを読める人なら誰でもブックを読めます。
safety-settings-set = パスフレーズを設定…
safety-settings-change = 変更…
safety-settings-remove = 解除…
safety-settings-check = ブックの点検
safety-settings-check-hint = 破損、見つからない画像、行き先のないつながりを探します。
safety-settings-check-button = 点検…

safety-settings-copy = コピー
safety-settings-copy-hint = ブックと画像一式を、お好きなフォルダーやディスクに保存します。

## The sheet for the passphrase

safety-passphrase-set-title = パスフレーズを設定
safety-passphrase-change-title = パスフレーズを変更
safety-passphrase-remove-title = パスフレーズを解除
safety-passphrase-warning = 忘れると元に戻せません
safety-passphrase-present = 今のパスフレーズ
safety-passphrase-new = 新しいパスフレーズ
safety-passphrase-again = もう一度入力
safety-passphrase-differs = 2つが一致していません。
safety-passphrase-understood = 安全な場所に控えました
safety-passphrase-understood-first = 先にチェックを入れてください。
safety-passphrase-set = パスフレーズを設定
safety-passphrase-change = パスフレーズを変更
safety-passphrase-remove = パスフレーズを解除
safety-passphrase-remove-more = ブック、画像、以前の状態をロックなしで書き直します。ファイルを読める人なら誰でも読めるようになります。
safety-passphrase-working = ブックと画像を書き直しています…
safety-passphrase-working-more = プログラムを閉じてもかまいません。残りは次に起動したときに続けます。

## The sheet that checks the book

safety-mending = ブックを修復しています…
safety-check-locate-not-found = そのフォルダーに画像はありませんでした。何も変更していません。
safety-check-locate-path-why = このシステムにはファイルを選ぶ画面がありません。画像がありそうなフォルダーを入力してください。
safety-check-locate-search = そこを探す
safety-check-show = 表示

safety-check-title = ブックの点検
safety-check-running = すべての項目と画像を調べています…
safety-check-fine = 問題はありません。すべての項目が読め、すべての画像がそろっています。
safety-check-found = 問題が{ $count }件見つかりました
safety-check-again = もう一度点検
safety-check-mend-all = 直せるものを直す
safety-check-locate = 探す…
safety-check-locate-title = 画像を探す
safety-check-located = 画像が元の場所に戻りました。
safety-check-unused = どの名刺にも属さない画像が{ $count }枚あります
safety-check-unused-more = 以前の状態の隣のフォルダーに移し、30日間残します。
safety-check-unused-move = 移動する

## Leaving a sheet with something typed into it

safety-typed-title = 入力中の内容があります
safety-typed-body = まだブックに入っていないため、失われます。
safety-typed-stay = 入力を続ける
safety-typed-discard = 破棄する
