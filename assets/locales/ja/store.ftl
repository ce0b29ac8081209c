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
