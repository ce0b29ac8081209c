# 確認と修復:ファイルのどこに問題があり、どうなったか。一件一行。

repair-line = { $line }行目:{ $what }
repair-altered = チェックサムが合いません。保存後にファイルが変更されたか、壊れています。
repair-no-checksum = チェックサムがありません。手作業で編集されたファイルです。次の保存で書き込まれます。
repair-unreadable = 読み取れない記録があります。{ $why }先頭は「{ $excerpt }」です。
repair-cut-off = ファイルがここで途切れています。
repair-not-a-record = 記録ではありません。
repair-nothing-readable = ファイルの内容をまったく読み取れません。
repair-dangling = 「{ $name }」がブックにないもの({ $id })を指しています。
repair-dangling-unnamed = ブックにないもの({ $id })が指定されています。
repair-same = 「{ $name }」が同じ人同士で結ばれています。
repair-same-unnamed = 一つのつながりに同じ人が二度出てきます。
repair-ring = 互いが互いの一部になっています:{ $names }。
repair-picture-missing = 画像 { $file } が見つかりません。
repair-picture-empty = 画像 { $file } は空です。
repair-picture-other-size = 画像 { $file } のサイズが取り込み時と異なります。
repair-picture-other-content = 画像 { $file } は壊れています。内容が取り込み時と異なります。
repair-picture-not-a-file = 画像 { $file } の場所に、ファイルではないものがあります。
repair-picture-unreadable = 画像 { $file } を読み取れません。
repair-picture-of = { $what }使用先:{ $names }。
repair-picture-copy = { $what }正常なコピーが見つかりました:{ $file }。
repair-unused = 画像 { $file }({ $size } kB)はこのブックでは使われていません。
repair-leftover = { $file } は中断された保存の残りです。
repair-backup = 以前の状態 { $file } を読み取れません。
repair-conflict-copy = { $file } は、2台のコンピューターでブックが変更されたため、他のプログラムが置いたコピーです。ウィンドウで統合できます。

## 結果

repair-mended = { $what }修復しました。
repair-put-away = 使われていない画像{ $count }件を { $folder } に移しました。
repair-original = 元のファイルは保管してあります:{ $file }
repair-aside = 読み取れなかった内容は { $file } にあります
repair-brought-back = { $count }件の記録を以前の状態から戻しました。
repair-salvaged = { $count }件の記録を読み取れました。
repair-lost = { $count }か所を読み取れず、別のファイルに保管しました。

## 何もしなかった理由

repair-stopped = 中止しました。何も変更していません。
repair-nothing-left = { $file } の内容をまったく読み取れないため、修復できません。ファイルはそのままです。
repair-newest-backup = { $file } の内容をまったく読み取れないため、修復できません。ファイルはそのままです。最も新しい以前の状態は { $backup } です。
repair-not-writable = { $file } は他で開かれているか読み取り専用のため、修復できません。何も変更していません。
