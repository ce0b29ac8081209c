### カレンダーファイル：書き出すものと、取り込むもの。
ical-summary = { $kind }：{ $names }
ical-category-event = イベント
ical-untitled = 件名のないイベント
ical-undo-take-in = カレンダーからイベント{ $count }件を取り込む

## ファイルについて伝えること。
ical-note-at = { $file }、{ $line }行目：{ $words }
ical-note-in = { $file }：{ $words }
ical-note-guessed = 文字コードが書かれていないため、{ $set }として読みました。名前がおかしいときは、UTF-8で保存して取り込み直してください。
ical-note-no-property = カレンダーの行ではないため、省きました。メールソフトが文を改行した可能性があります。
ical-note-too-long = カレンダーの行としては長すぎるため、省きました。
ical-note-too-deep = 入れ子が深すぎるため、その部分を省きました。
ical-note-no-end = この項目には終わりがありません。読めたところまで取り込みました。確認してください。
ical-note-no-begin = 始まっていないものの終わりです。この行を省きました。
ical-note-cut-off = ファイルがこの項目の途中で終わっているため、省きました。もう一度ダウンロードしてください。
ical-note-no-day = 「{ $title }」には正しい日付がないため、省きました。手で追加してください。
ical-note-no-rule = 「{ $title }」の繰り返しの決まりをたどれないため、省きました。次の日程を手で追加してください。
ical-note-repeats = 「{ $title }」は繰り返します。次の{ $taken }回を取り込みました。続きは、後でもう一度取り込んでください。
ical-note-repeats-all = 「{ $title }」は繰り返します。残りの{ $taken }回を取り込みました。
ical-note-no-zone = タイムゾーン「{ $zone }」がわからないため、現地時間とみなしました。確認してください。
ical-left-lines = 同じような注意がほかに{ $count }件あります。
ical-left-cancelled = 中止または欠席の返事をしたイベント{ $count }件を省きました。
ical-left-over = 終わった繰り返しのイベント{ $count }件を省きました。
ical-left-tasks = イベントではない項目（タスクなど）{ $count }件を省きました。
ical-left-own = Cardloomのフォローアップ{ $count }件を省きました。名刺帳に予定があります。
ical-left-too-many = 一度に取り込める数を超えたため、イベント{ $count }件を省きました。ファイルを分けてください。
ical-unmatched = メールアドレスが名刺帳にない参加者が{ $count }人います：{ $names }
ical-too-large = { $file }は{ $limit }MBを超えています。何も取り込んでいません。カレンダーから短い期間を書き出してください。
ical-not-a-calendar = { $file }はカレンダーファイルではありません。何も取り込んでいません。
ical-nothing = { $file }：取り込むイベントはありません。
ical-done = { $file }：イベント{ $added }件を追加、{ $changed }件を変更、{ $same }件は登録済み。
ical-would = { $file }：イベント{ $added }件を追加、{ $changed }件を変更する予定、{ $same }件は登録済み。何も書き込んでいません。
ical-past = 終わったイベント{ $count }件を省きました。--pastを付けると取り込みます。
ical-dry-run-only = 「{ $file }」はカレンダーファイルではありません。--dry-runはカレンダーファイル用です。何もしていません。
ical-exported = イベント{ $events }件とフォローアップ{ $follow-ups }件を{ $file }に書き出しました。
ical-only-for-ics = --todo、--alarms、--about、--reach、--closedはカレンダーファイル用です。--format icsを付けてください。何も書き込んでいません。
