## Opening a book

store-untouched = 何も開いていません。ファイルは変更していません。
store-not-found = ファイル { $file } が見つかりません。移動したか、名前が変わった可能性があります。
store-is-folder = { $file } はフォルダーです。中にあるブックのファイルを選んでください。
store-not-a-file = { $file } は通常のファイルではありません。
store-empty = { $file } は空です。バックアップに以前の内容が残っているかもしれません。
store-not-a-book = { $file } はCardloomのブックではありません。{ $looks }のようです。
store-syntax = { $file } の{ $line }行{ $column }文字目に誤りがあります。{ $detail }該当箇所：「{ $excerpt }」
store-cut-off = { $file } は{ $line }行目{ $column }列目で途切れています。コピーかバックアップをお試しください。
# $lines is a list such as “12, 40”.
store-altered =
    { $file } はほかのプログラムに変更されたか、壊れています。チェックサムが一致しません。{ $count ->
       *[other] { $number } 件の記録は読み取れます。
    }修復すると、読み取れるものが引き継がれます。バックアップにはすべて残っているかもしれません。手で編集した場合は、ファイルの最後の行を削除してください。
store-altered-in-lines =
    { $file } はほかのプログラムに変更されたか、壊れています。チェックサムが一致しません。{ $lines } 行目は読み取れません。{ $count ->
       *[other] { $number } 件の記録は読み取れます。
    }修復すると、読み取れるものが引き継がれます。バックアップにはすべて残っているかもしれません。
store-newer-version = { $file } は新しいバージョンのCardloomで保存されています（形式 { $found }。このバージョンで読めるのは { $supported } まで）。新しいバージョンをインストールしてください。
store-too-large = { $file } は { $size } MB あります。開けるブックは { $limit } MB までです。
store-denied = { $file } を読む権限がありません。アクセス権を確認してください。
store-another-book = { $file } の場所には、現在、別のブックがあります。
store-unreadable = { $file } を読めませんでした（{ $detail }）。

## What a file that is not a book looks like

store-looks-picture = 画像
store-looks-pdf = PDF文書
store-looks-archive = 圧縮ファイルかOffice文書
store-looks-database = データベース
store-looks-json = JSONファイル
store-looks-xml = XMLかHTMLのファイル
store-looks-vcard = vCardファイル
store-looks-utf16 = UTF-16のテキスト（UTF-8で保存し直すと開ける場合があります）
store-looks-zeros = 停電などで中身がゼロだけになったファイル
store-looks-text = 別の種類のテキスト
store-looks-binary = 別の種類のファイル

## Mistakes inside a book

store-detail-parser = 書式が正しくありません（{ $words }）。
store-detail-not-utf8 = UTF-8ではないバイトがあります。
store-detail-zero-bytes = ゼロのバイトがあります。ファイルが壊れています。
store-detail-duplicate-id = ID { $id } は{ $line }行目にもあります。
store-detail-nil-id = IDのない項目があります。
store-detail-ill-formed-attachment = 画像のハッシュ、拡張子、IDが一致しません。
store-detail-unknown-field = 項目「{ $field }」はこのバージョンでは扱えず、失われてしまいます。
store-detail-not-finite = 位置が数値ではありません。
store-detail-no-place = この行がどこに属するのか分かりません。
store-detail-no-such-version = 形式 { $version } は存在しません。

## Notices about a book that was opened

store-missing-attachment = { $book } { $line }行目：画像 { $file } がありません。名刺には仮の絵を表示します。ほかはすべて開きました。ファイルを元の場所に戻すと再び表示されます。
store-changed-attachment = { $book } { $line }行目：画像 { $file } は取り込んだときのものと異なります。
store-dangling = { $book } { $line }行目：ブックにない項目（{ $id }）を参照しています。ほかはすべて開きました。
store-unsigned = { $book } の最後の行（チェックサム）がありません。手で編集されたファイルです。すべて開きました。次の保存でこの行がまた書き込まれます。
store-missing-attachments =
    { $count ->
       *[other] { $folder } に画像が{ $number }件ありません。その名刺には仮の絵を表示します。ほかはすべて開きました。ファイルを元の場所に戻すと再び表示されます。
    }
store-changed-attachments =
    { $count ->
       *[other] { $folder } の画像{ $number }件は取り込んだときのものと異なります。
    }
store-dangling-many =
    { $count ->
       *[other] { $book } は、ブックにない項目を{ $number }件参照しています。ほかはすべて開きました。
    }

## Saving

store-refused-read-only = ファイルかディスクが読み取り専用です。書き込めるようにしてから、もう一度お試しください。ファイル：{ $file }
store-refused-denied = システムがここへの書き込みを許可していません。アクセス権を確認してから、もう一度お試しください。ファイル：{ $file }
store-save-kept = 変更内容は残っています。
store-save-disk-full = 保存できません。ディスクがいっぱいです。空きを増やして、もう一度保存してください。ファイル：{ $file }
store-save-read-only = 保存できません。ファイルまたはディスクが読み取り専用です。書き込めるようにして、もう一度保存してください。ファイル：{ $file }
store-save-denied = 保存できません。書き込む権限がありません。アクセス権を確認して、もう一度保存してください。ファイル：{ $file }
store-save-folder-missing = 保存できません。フォルダーがなくなっています。元に戻すかディスクを接続して、もう一度保存してください。ファイル：{ $file }
store-save-exists = 同じ名前のファイルがすでにあるため、上書きしませんでした。別の名前を選んでください。ファイル：{ $file }
# $holder says who, such as mina@laptop, process 123.
store-save-held = 保存できません。別の Cardloom がこのブックを書き込み用に開いています（{ $holder }）。そちらを閉じてから、もう一度保存してください。ファイル：{ $file }
store-save-unreadable = 保存できません。別のプログラムがファイルを変更し、その内容を読み取れません。上書きはしていません。別の場所にコピーを保存するか、ファイルを置き換えてください（元のファイルはバックアップに残ります）。ファイル：{ $file }
store-save-internal = 保存できません。プログラムの内部で問題が起きました（{ $detail }）。ファイル：{ $file }
store-save-other = 保存できません（{ $detail }）。ファイル：{ $file }

## Encrypted books. The sentence about the untouched file follows where nothing was opened.

store-locked = { $file } は暗号化されています。開くにはパスフレーズを入力してください。
store-wrong-passphrase = { $file } のパスフレーズと一致しません。大文字と小文字、キーボードの配列を確認してください。
# $why is one of the sentences below.
store-sealed = { $file } は暗号化されていて、読み込めません。{ $why }
store-sealed-damaged-key = 鍵が入った先頭の行が壊れています。バックアップやほかのコピーには同じ行があります。
store-sealed-damaged = 内容が壊れているか、途中で切れています。バックアップやほかのコピーをお試しください。
store-sealed-newer = 新しいバージョンのCardloomで暗号化されています。開くには新しいバージョンをインストールしてください。
store-sealed-work = パスフレーズの確認に非常に長い時間がかかります。Cardloomが作ったファイルではありません。
store-sealed-other-key = 別のブックの鍵で暗号化されています。
store-sealed-too-large = 開ける大きさを超えています。
store-sealed-failed = システムからの報告：{ $detail }

## Turning encryption on and off

store-protect-forgotten = パスフレーズを忘れると誰にも復元できず、ブックは誰にも読めなくなります。書き留めて、安全な場所に保管してください。
store-protect-visible = ファイルの名前と大きさ、画像の数、変更された日時は暗号化後も見えます。
store-protect-traces = それまで読めたファイルは削除されますが、ディスクに跡が残ることがあります。別の場所にあるコピーはそのまま残ります。
store-protect-short = 短すぎるかもしれません。互いに関係のない言葉を四つか五つ並べると、覚えやすく推測されにくくなります。
store-protect-step-key = 鍵を作成しています…
store-protect-step-pictures = 画像を書き換えています：{ $done } / { $total }
store-protect-step-book = ブックを書き換えています…
store-protect-step-backups = バックアップを書き換えています：{ $done } / { $total }
store-protect-step-leftovers = 不要になったものを削除しています…
store-protected = ブックを暗号化しました。開くにはパスフレーズが必要です。
store-unprotected = ブックの暗号化を解除しました。
store-protect-kept =
    { $count ->
       *[other] { $number }個のファイルはそのまま残しました。ほかのブックで使われているか、別の鍵を持っています。例：{ $file }
    }
store-protect-unfinished = 以前のファイルの一部を書き換えられませんでした。次に開くときにもう一度試します。{ $why }
store-protect-wrong = 現在のパスフレーズと一致しません。ブックは変更されていません。
store-protect-empty = パスフレーズを入力してください。ブックは変更されていません。
store-protect-already = ブックはすでに暗号化されています。
store-protect-not = ブックは暗号化されていません。
store-protect-read-only = ブックは読み取り専用で開かれているため、変更されていません。
store-protect-failed = 暗号化できませんでした。ブックは変更されていません：{ $detail }
