### ごみ箱：削除したものを戻せる場所。
trash-undo-restore = { $name }さんをごみ箱から戻す
trash-undo-restore-card = 名刺をごみ箱から戻す
trash-undo-restore-event = 「{ $title }」をごみ箱から戻す
trash-undo-restore-many = ごみ箱から{ $count }件を戻す
trash-undo-empty =
    { $count ->
       *[other] ごみ箱の{ $count }件を完全に削除
    }
trash-title = ごみ箱
trash-action = ごみ箱を見る
trash-hint = ごみ箱の中身は、表示・検索・集計・書き出しの対象になりません。自動で消えることもありません。
trash-empty-state = ごみ箱は空です
trash-empty-state-more = 削除した人、名刺、イベントはここに入ります。
trash-restore = 元に戻す
trash-restore-ticked =
    { $count ->
       *[other] { $count }件を元に戻す
    }
trash-tick-all = すべて選択
trash-tick-none = 選択を解除
trash-tick-first = 戻すものを選んでください
trash-empty = ごみ箱を空にする…
trash-empty-ticked = 完全に削除…
trash-empty-do = 完全に削除
# What a person took along.
trash-with =
    { $cards ->
       *[other] 名刺{ $cards }枚
    }、{ $encounters ->
       *[other] やりとり{ $encounters }件
    }
trash-a-card = 名刺の山の名刺、または残っている人の名刺
trash-deleted-on = { $day }に削除
trash-parts =
    { $cards ->
       *[other] 名刺{ $cards }枚
    }と{ $encounters ->
       *[other] やりとり{ $encounters }件
    }
trash-ask =
    { $count ->
       *[other] { $count }人を、{ $parts }とともに完全に削除しますか？
    }
trash-ask-cards =
    { $count ->
       *[other] 名刺{ $count }枚を完全に削除しますか？
    }
trash-ask-events = { $what }を完全に削除しますか？
trash-cards =
    { $count ->
       *[other] 名刺{ $count }枚
    }
trash-events =
    { $count ->
       *[other] イベント{ $count }件
    }
trash-and = { $first }、{ $second }
trash-settings-hint =
    { $count ->
        [0] ごみ箱は空です
       *[other] { $count }件を元に戻せます
    }
trash-settings-show = 見る
trash-cli-not-emptied =
    { $count ->
       *[other] 何も削除していません。ごみ箱には{ $count }人（{ $parts }）がいます。完全に削除するには：cardloom trash empty --yes
    }
trash-cli-unknown = ごみ箱に「{ $name }」はありません。
trash-cli-near = ごみ箱に「{ $name }」という名前のものはありません。近いのはこれです。名前か ID を指定してください：
trash-settings-section = 重複とごみ箱
