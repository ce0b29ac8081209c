## Where the cards are: boxes, binders with pages, wallets; lent, given away, thrown away.

places-title = 保管場所
places-kind-binder = バインダー
places-kind-page = ページ
places-kind-wallet = 名刺入れ
places-kind-drawer = 引き出し
places-kind-other = 場所
places-unknown = 所在不明
places-cards =
    { $count ->
        [0] 名刺なし
       *[other] 名刺{ $count }枚
    }

## What the user did, as it follows “Undo: ”.

places-undo-add = 保管場所「{ $name }」を作成
places-undo-change = 保管場所「{ $name }」を変更
places-undo-move = 保管場所「{ $name }」を移動
places-undo-remove = 保管場所「{ $name }」を削除
places-undo-put = 名刺{ $count }枚を「{ $name }」に入れる
places-undo-nowhere = 名刺{ $count }枚を保管場所から出す
places-undo-lend = 名刺{ $count }枚を{ $name }さんに貸す
places-undo-back = 名刺{ $count }枚を戻す
places-undo-hand-over = { $name }さんの名刺を{ $to }さんに譲る
places-undo-give = 名刺{ $count }枚を{ $name }さんに譲る
places-undo-discard = 名刺{ $count }枚を廃棄

## Rules that an edit can break.

places-inside-itself = 保管場所をその中に入れることはできません。
places-too-deep = 保管場所は8段階まで入れ子にできます。

## Lent cards. $day is a date.

places-since = { $day }から
places-back-by = { $day }までに返却
places-overdue = 返却期限切れ（{ $day }）

## The contact sheet.

places-sheet = 名刺一覧
places-sheet-private = 自分専用：名刺には住所や電話番号が写っています。
places-sheet-page = { $count }ページ中{ $page }ページ
places-sheet-too-many = この場所には名刺が{ $count }枚あります。一覧に載せられるのは{ $most }枚までです。中の場所ごとに印刷してください。
places-sheet-done = 名刺{ $cards }枚を{ $pages }ページにして{ $file }に書き出しました。自分専用です。
places-sheet-missing = 名刺{ $count }枚の画像が見つからないため、名前だけを載せました。
places-no-place = 「{ $name }」という保管場所はありません。
places-ambiguous = 「{ $name }」に当てはまる保管場所がいくつかあります。パスか ID で指定してください：

## The page of places, and its smaller sheets.

places-action = 名刺の保管場所
places-place = 場所
places-search = この場所の中を検索
places-pick-hint = 場所を検索、または新しい名前を入力
places-pick-new = 新しい場所「{ $name }」
places-put = 場所に入れる
places-put-title =
    { $count ->
        [one] この名刺はどこにありますか
       *[other] この名刺{ $count }枚はどこにありますか
    }
places-put-none = 保管場所がまだありません。「青い箱」のように名前を入力して Enter を押してください。
places-take-out = 所在不明にする
places-new = 新しい場所
places-new-inside = この中に新しい場所
places-change = 場所を変更
places-remove = 場所を削除
places-remove-to =
    { $count ->
        [0] 中の場所は「{ $name }」に移ります。
       *[other] 名刺{ $count }枚と中の場所は「{ $name }」に移ります。
    }
places-remove-out =
    { $count ->
        [0] 中の場所は残ります。
       *[other] 名刺{ $count }枚は所在不明になり、中の場所は残ります。
    }
places-name-hint = 青い箱、バインダー2024、名刺入れ
places-name-needed = 名前を入力してください。
places-name-taken = 同じ名前の保管場所がすでにここにあります。
places-kind = 種類
places-inside = 入っている場所
places-inside-nothing = なし
places-up = 上へ移動
places-down = 下へ移動
places-in = 上の場所の中へ
places-out = 外側の場所へ
places-chosen = { $count }枚を選択中
places-choose-hint = 名刺を選ぶか、場所へドラッグします。Ctrl と Shift で複数選べます。
places-choose-none = 選択を解除
places-empty = 保管場所はまだありません
places-empty-words = 箱、バインダー、名刺入れに名前を付けると、名刺がどこにあるか分かります。
places-empty-here = ここには何もありません
places-empty-here-words = 他の場所から名刺をドラッグするか、名刺を選んで W を押してください。
places-throw-away = 廃棄
places-lend = 貸す
places-give = 譲る
places-way = 貸すか譲るか
places-lend-title =
    { $count ->
        [one] この名刺を貸す
       *[other] 名刺{ $count }枚を貸す
    }
places-give-title =
    { $count ->
        [one] この名刺を譲る
       *[other] 名刺{ $count }枚を譲る
    }
places-to = 相手
places-back-past = この日はもう過ぎています。
places-back-day = 返却期限
places-back-hint = 2週間後、10月31日など。空欄でも可
places-back-words = 期限を入れると、その日に返却の確認が予定に入ります。戻った名刺は元の場所に入ります。
places-give-words = 紙の名刺はなくなりますが、画像は残ります。同じ相手への紹介には、この名刺が記録されます。
places-fetch = { $name }さんの名刺を返してもらう
places-fetch-nameless = 名刺を返してもらう
places-came-back = 戻ってきた
places-given-back = 返してもらった
places-found-again = まだある
places-back-day-change = 期限を変更
places-show-person = 相手を表示
places-with-since = { $name }さんに貸出中（{ $day }から）
places-to-on = { $day }に{ $name }さんへ
places-away-on = { $day }に廃棄
places-late = { $count }件が期限切れ
places-sheet-button = 名刺一覧…
places-sheet-paper = 用紙
places-sheet-size = 名刺の大きさ
places-sheet-true = 実寸
places-sheet-small = 小さく、名前付き
places-sheet-pages = { $count }ページ
places-sheet-make = 印刷用に保存…
places-sheet-save = 名刺一覧を保存
places-sheet-running = 名刺一覧を作成中
places-keys-move = 場所を上下に移動
places-keys-in-out = 場所を別の場所の中へ、または外へ
places-keys-choose = 名刺を選ぶ、場所を表示
places-put-other = 他の場所…
places-lend-menu = 貸す…
places-give-menu = 譲る…
places-show = 保管場所を表示
places-without = 場所なし
places-put-menu = 場所に入れる…
places-search-in = 名刺の保管場所、または持っている人
places-any = すべての場所
places-put-batch = これらの名刺を入れる場所…
places-menu-person = この人を表示
places-menu-card = この名刺を表示
places-keys-escape = 選択を解除し、次にページを閉じる
places-keys-menu = 名刺のメニュー
