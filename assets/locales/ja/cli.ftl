
## Choosing book and command

cli-no-default-book = ホームフォルダーがありません。--book でブックを指定してください。
cli-book-lost = ファイル{ $file }はありませんが、このブックの以前の状態が隣に残っています。新しいブックは始めていません。続けるには{ $newest }をこの名前にコピーするか、ウィンドウでブックを開いて状態を選んでください。別のブックを始めるには、--bookで別のファイルを指定してください。
cli-no-such-command = 「{ $name }」というコマンドもファイルもありません。「cardloom --help」でコマンドの一覧を表示します。
cli-book-and-command = コマンドの前のブックは読み込まれません。--book { $file } で指定してください。
cli-two-books = ブックが2つ指定されています。{ $file } と { $other } のどちらか1つを指定してください。
cli-no-window = このビルドのCardloomにはウィンドウがありません。「cardloom --help」でできることの一覧を表示します。
cli-date-unknown = 「{ $text }」は日付ではありません。2026-10-14のように書いてください。
cli-pictures-missing =
    { $count ->
       *[other] 画像{ $count }件が見つからないか、変更されています。
    }「cardloom check」で詳細を表示します。
# $holder says who, such as mina@laptop, process 123.
cli-held = { $file } は別の Cardloom で開かれています（{ $holder }）。何も変更していません。そちらを閉じてから、もう一度お試しください。
cli-not-saved = 保存に時間がかかりすぎています。変更がディスクに保存されたかどうか確認できません。ファイル：{ $file }
cli-contact-unknown = 「{ $name }」という人はブックにいません。
cli-archive-already = { $name } はすでにアーカイブ済みです。変更はありません。
cli-archive-not = { $name } はアーカイブされていません。変更はありません。
cli-contact-near = 「{ $name }」という人はいません。近い名前の人です。名前かIDを指定してください：
cli-contact-ambiguous = 「{ $name }」に当てはまる人が複数います。次のいずれかのIDを指定してください：

## Demo

cli-demo-done = { $file }：{ $people }、{ $cards }、{ $events }

## Import. $file is the path as it was typed.

cli-import-added =
    { $count ->
       *[other] 名刺{ $count }枚を山に追加しました。
    }
cli-import-added-to =
    { $count ->
       *[other] { $name }さんの名刺{ $count }枚を追加しました。
    }
cli-import-event-added = イベント「{ $title }」を日付なしで追加しました。
cli-import-already = 「{ $file }」はすでにブックの名刺にあるため、追加しませんでした。
cli-import-book = 「{ $file }」：{ $people }、{ $cards }、全{ $count }件を追加しました。
cli-import-book-nothing = 「{ $file }」：内容はすべてブックに入っています。
cli-import-own-book = 「{ $file }」は取り込み先のブックです。何も追加していません。
cli-import-dangling =
    { $count ->
       *[other] 「{ $file }」は、存在しない{ $count }件の記録を参照しています。何も追加していません。
    }「cardloom check」で詳細を表示します。
cli-import-picture-missing = 「{ $file }」：画像 { $picture } をコピーできませんでした。名刺には代わりの表示が出ます。
cli-import-vcard = 「{ $file }」はvCardファイルです。vCardの取り込みにはまだ対応していません。何も追加せず、ファイルも変更していません。
cli-import-unknown = 「{ $file }」は画像でもCardloomブックでもありません。何も追加せず、ファイルも変更していません。
cli-import-folder-empty = 「{ $file }」に画像はありません。
cli-import-refused =
    { $count ->
       *[other] { $count }件のファイルを取り込めませんでした。
    }

## Export

cli-export-own-book = { $file } は元のブックです。別のファイルを指定してください。何も書き込んでいません。
cli-export-exists = { $file } はすでにあるため、上書きしませんでした。別の名前を指定するか、--force を付けてください。
cli-export-done = { $people }を { $file } に書き出しました。
cli-export-picture-missing = 画像 { $picture } をコピーできませんでした。

## Search, show, due, check, render

cli-search-nothing = 「{ $words }」に一致するものはありません。
# $field is a field of the search as it is typed, such as circle or city.
cli-search-no-value = { $field }に「{ $value }」はありません。
cli-searches-none = このブックに保存された検索はありません。
cli-searches-unknown = 「{ $name }」という保存済みの検索はありません。保存済み：{ $names }
cli-due-nothing = { $day }までに期限の来るものはありません。
cli-due-ahead = これから
cli-due-suggested = おすすめ
cli-check-well = { $file } に問題はありません：{ $people }、{ $cards }、{ $events }、全{ $count }件
cli-check-problems =
    { $count ->
       *[other] { $count }件の問題が見つかりました。何も変更していません。
    }
cli-check-mended = { $count }件の問題が見つかり、{ $mended }件を修復しました。
cli-check-can-mend = 「cardloom check --repair」で修復できます。今のファイルはそのまま保管されます。
cli-render-view-unknown = 「{ $name }」という画面はありません。画面：{ $names }
cli-render-nothing = 「{ $name }」を開けませんでした。表示する内容がブックにありません。
cli-render-elsewhere = 「{ $name }」を開けませんでした。ほかのプログラムがブックを開いているため、読み取りしかできません。そちらを閉じるか、コピーを描画してください。
cli-render-size = 画像の一辺は1～8192ピクセルにしてください。

## Encrypted books

cli-passphrase-prompt = { $file } のパスフレーズ：
cli-passphrase-new = { $file } の新しいパスフレーズ：
cli-passphrase-again = もう一度同じものを入力してください：
cli-passphrase-differs = 二つのパスフレーズが一致しません。何も変更していません。
cli-passphrase-how = パスフレーズのファイルを指定する（--passphrase-file）か、{ $variable } を設定してください。
cli-passphrase-file = パスフレーズのファイル { $file } を読み込めません：{ $detail }
cli-passphrase-terminal = 端末からパスフレーズを読み込めませんでした：{ $detail }
## Merge

cli-merge-done = { $file }：追加 { $added } 件、変更 { $changed } 件、削除 { $removed } 件、片方で削除されても残したもの { $kept } 件。
cli-merge-conflicts = { $count } か所が両方で変更されていました。両方の値を残しました。どちらにするかは画面で選べます。
cli-merge-other-book = { $file } と { $other } は同じブックの写しではなく、別々のブックです。取り込むには「cardloom import」を使ってください。何も書き込んでいません。

cli-export-csv-needs-events = 表にするのはイベントです。--what events を付けてください。
cli-export-events-formats = イベントは csv か json で書き出せます。
cli-prep-unknown = 「{ $name }」というイベントはありません。
cli-prep-ambiguous = 「{ $name }」というイベントが複数あります。IDか日付で指定してください：
cli-prep-done = 準備シートを{ $file }に保存しました。私的なメモが含まれます。
