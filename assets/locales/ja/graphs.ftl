### ネットワークのファイル：画像と、ほかのソフトのファイル。書き出しと取り込み。

## 書き出し

graphs-export-action = ネットワークを書き出す…
graphs-export-title = ネットワークの書き出し
graphs-export-what = 対象
graphs-export-view = 表示中の範囲
graphs-export-whole = 全員
graphs-export-as = 形式
graphs-export-svg-hint = 印刷や描画ソフト向けの、線と文字の画像です。
graphs-export-png-hint = スライドやメッセージ向けの画像です。
graphs-export-graphml-hint = yEd、networkx、Gephi向け。Cardloomにそのまま取り込み直せます。
graphs-export-gexf-hint = Gephi向け。位置、色、日付を含みます。Cardloomにそのまま取り込み直せます。
graphs-export-dot-hint = Graphviz向け。位置を含みます。
graphs-export-edges-hint = 表計算ソフトやKumu向けの、つながりの表です。つながりのない人は含みません。
graphs-export-json-hint = networkxやウェブページ向けのノード・リンクJSONです。
graphs-export-page = 用紙
graphs-export-letters = 文字
graphs-export-letters-text = テキスト
graphs-export-letters-outlines = アウトライン
graphs-export-letters-hint = アウトラインはどこでも同じに見え、フォントなしでPDFにできます。テキストは検索や編集ができます。
graphs-export-legend = 凡例
graphs-export-reach = メールアドレスと電話番号も含める
graphs-export-reach-hint = 名前、組織、サークル、タグは常に含みます。メモの中のアドレスや番号は省きます。
graphs-export-picture-hint = 名前とサークルを含みます。アドレスや番号は含みません。
graphs-export-go = 書き出す…
graphs-export-kind = ネットワーク（{ $format }）
graphs-export-file = ネットワーク

## 画像の中

graphs-picture = ネットワーク、{ $day }
graphs-picture-of = { $name }のネットワーク、{ $day }
graphs-picture-too-large = 画像が{ $width }×{ $height }ピクセルになり、大きすぎます。用紙を小さくするか、解像度を下げてください。何も書き出していません。
graphs-picture-failed = 画像を作れませんでした：{ $detail }。何も書き出していません。

## ネットワークの取り込み

graphs-undo-take-in = ネットワークを取り込む（{ $people }、{ $ties }）
graphs-import-action = ネットワークファイルを取り込む…
graphs-import-title = ネットワークファイルを選ぶ
graphs-import-kind = ネットワークファイル
graphs-import-from = { $file }のネットワークを取り込む
graphs-import-hint = ボタンを押すまで何も書き込みません。一度の「元に戻す」ですべて取り消せます。
graphs-import-new = 新しい人
graphs-import-known = 名刺帳にいる人
graphs-import-ties = 新しいつながり
graphs-import-work = 勤め先
graphs-import-left = 省くもの
graphs-import-same = 名前で見分けました。別の人のときはチェックを外してください。
graphs-import-same-id = Cardloomのファイルなので、IDで見分けました。別の人のときはチェックを外してください。
graphs-import-is = { $name }は{ $person }
graphs-import-some-new = 新しく加わる人（一部）
graphs-import-places = ファイルの位置に人を置く
graphs-import-notes = 省くものと理由
graphs-import-take = { $people }人を取り込む
graphs-import-take-ties = 取り込む
graphs-import-nothing = { $file }：すべて名刺帳にあるか、取り込めるものがありません。
graphs-import-one = { $file }だけを読み込みました。ほかのファイルは一つずつ取り込んでください。
graphs-reading = ネットワークを読み込んでいます
graphs-taking-in = ネットワークを取り込んでいます

## ファイルについて。

graphs-in = { $file }：{ $words }
graphs-first = （最初は{ $line }行目）
graphs-guessed = { $file }：文字コードが書かれていないため、{ $charset }として読みました。名前がおかしいときは、UTF-8で保存して取り込み直してください。
graphs-endless = 相手がファイルにいないつながり{ $count }件を省きました{ $first }。残すには、その人をファイルに加えてください。
graphs-loops = 自分自身とのつながり{ $count }件を省きました{ $first }。
graphs-duplicates = 重複したつながり{ $count }件は一つに数えます{ $first }。
graphs-hyperedges = 三人以上のつながり{ $count }件を省きました{ $first }。二人ずつのつながりにしてください。
graphs-nameless = 名前または両端のない項目{ $count }件を省きました{ $first }。
graphs-places = 数ではない座標が{ $count }件あります{ $first }。その人は別の位置に置きます。
graphs-days = 読めない日付{ $count }件を省きました{ $first }。2025-05-31のように書いてください。
graphs-known = つながり{ $count }件はすでに名刺帳にあります。
graphs-with-me = あなたとのつながり{ $count }件を省きました。あなたのつながりは名刺と出会いから作られます。
graphs-derived = 同じイベント、組織、出会いの線{ $count }件を省きました。これらは名刺帳の記録から作られます。
graphs-pointless = 相手のいないつながり、または組織どうしのつながり{ $count }件を省きました。
graphs-ambiguous = 名刺帳に同じ名前の人が複数いるため、{ $count }人を新しい人として取り込みます。後で「重複しているかもしれない人」で統合してください。
graphs-too-large = { $file }は{ $limit }MBを超えています。何も取り込んでいません。元のソフトで絞り込んで、一部を書き出してください。
graphs-empty = { $file }は空です。何も取り込んでいません。もう一度書き出してください。
graphs-packed = { $file }は圧縮ファイルか表計算ファイルです。何も取り込んでいません。展開するか、表をCSVで保存して取り込んでください。
graphs-not-a-network = { $file }には、Cardloomが読めるネットワーク（GraphML、GEXF、DOT、GML、nodesとlinksのあるJSON、つながりの表）がありません。何も取り込んでいません。
graphs-no-ends = { $file }は表（CSV）ですが、ネットワークではありません。最初の行に「source」と「target」（または「from」と「to」）の列がありません。何も取り込んでいません。列の名前を直して取り込み直してください。人の一覧はまだ取り込めません。
graphs-too-many-nodes = { $file }には{ $limit }人を超える人がいます。何も取り込んでいません。元のソフトで絞り込んで、一部を書き出してください。
graphs-too-many-edges = { $file }には{ $limit }件を超えるつながりがあります。何も取り込んでいません。元のソフトで絞り込んで、一部を書き出してください。
graphs-broken = { $file }、{ $line }行目：{ $form }として読めません。何も取り込んでいません。途中で切れている可能性があります。もう一度書き出してください。
graphs-entities = { $file }、{ $line }行目：独自のエンティティを宣言しています。小さなファイルが際限なく膨らむおそれがあります。何も取り込んでいません。元のソフトでもう一度書き出してください。
graphs-too-deep = { $file }、{ $line }行目：ネットワークとしては入れ子が深すぎます。何も取り込んでいません。
graphs-charset = { $file }の文字コード「{ $charset }」がわかりません。何も取り込んでいません。UTF-8で保存してください。

## コマンドライン

graphs-cli-done = { $file }：新しい人{ $people }、名刺帳にいる人{ $known }、つながり{ $ties }を追加しました。
graphs-cli-would = { $file }：新しい人{ $people }、名刺帳にいる人{ $known }、つながり{ $ties }を追加することになります。何も書き込んでいません。
graphs-cli-only = { $option }は{ $formats }向けです。何も書き出していません。
graphs-cli-page = 「{ $text }」は用紙の大きさではありません。a4、a3、a2、letter、tabloid、または400x300のように幅×高さ（ミリメートル）で書いてください。
graphs-cli-dpi = その解像度にはできません。20から1,200までにしてください。
