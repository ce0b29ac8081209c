## The pile of cards with which nothing was done yet, and the run through ten of them.

pile-title = 10枚片付ける
pile-action = 山から10枚を片付ける
pile-nameless = 名前のない名刺
pile-back = 前の名刺
pile-waits =
    { $days ->
        [0] 今日受け取りました
       *[other] { $day }に受け取ってから{ $days }日待っています
    }
pile-name = 名前を付ける
pile-impression-hint = 覚えていることは？二行で十分です。
pile-knowledge = 得意なこと、または探しもの
pile-can = 得意なこと
pile-needs = 探しもの
pile-can-hint = レンズ研磨、税務
pile-needs-hint = 小ロットの印刷会社
pile-thank = お礼
pile-pass-on = 名刺を回す
pile-let-go = 手放す
pile-remove = ごみ箱へ移動
pile-did-name = 名前を付けた
pile-did-impression = 第一印象を書いた
pile-did-thank = お礼をした
pile-did-knowledge = 得意なこと・探しものを書いた
pile-did-pass-on = 紹介した
pile-did-plan = 予定を立てた、または会った
pile-did-place = 場所を決めた
pile-did-let-go = 手放した
pile-skipped = 後回し
pile-end = { $count }枚を見終わりました
pile-left = 山にあと{ $count }枚あります。急がなくて大丈夫です。
pile-more = あと10枚
pile-empty = 未整理の名刺はありません
pile-empty-words = すべての名刺に何かをしました。
pile-waiting = 名刺{ $count }枚が最初の一歩を待っています
pile-waiting-too = ほかに{ $count }枚が最初の一歩を待っています
pile-waiting-words = まだ何もしていない名刺です。まず10枚から。
pile-keys-next = 次の名刺
pile-keys-walk = 前後の名刺へ
