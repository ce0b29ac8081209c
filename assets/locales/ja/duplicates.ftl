### 同じ人の二つの記録：見つけ、並べて見せ、まとめるか別人とする。
duplicates-undo-merge = { $away }さんを{ $keep }さんに統合
duplicates-undo-merge-one = { $name }さんの二つの記録を統合
duplicates-undo-apart = { $a }さんと{ $b }さんを別人とする
duplicates-undo-perhaps = { $a }さんと{ $b }さんをもう一度候補にする
duplicates-title = 重複
duplicates-action = 重複を探す
duplicates-merge-with-menu = 統合する…
duplicates-merge-with-title = ほかの記録と統合
# $name is the person for whom another record is looked for.
duplicates-merge-with = { $name }さんと同じ人
duplicates-looking = 二重に登録された人を探しています
duplicates-people =
    { $count ->
       *[other] { $count }人を調べました
    }
duplicates-none = 二重に登録された人はいないようです
duplicates-none-more = 名前、住所、番号、会社、リンクを比べました。
duplicates-nobody-like = ほかに似た人はいません
duplicates-nobody-like-more = 左で相手の記録を選んでください。
duplicates-pairs =
    { $count ->
        [0] 候補はありません
       *[other] 候補{ $count }組
    }
# A pair belongs to a group of records that may all be one person.
duplicates-group = { $count }件のうち
duplicates-perhaps = かもしれない
duplicates-likely = おそらく
duplicates-very-likely = ほぼ確実
# $against are reasons against the suspicion.
duplicates-reasons-but = { $reasons }（ただし{ $against }）
duplicates-why-merged-before = 統合済みだが別の場所で同時に変更
duplicates-why-same-email = 同じメールアドレス
duplicates-why-same-link = 同じリンク
duplicates-why-same-name = 同じ名前
duplicates-why-other-writing = 表記の違う同じ名前
duplicates-why-swapped-name = 姓と名が逆
duplicates-why-short-name = 愛称または短縮形
duplicates-why-one-letter = 名前が一文字違い
duplicates-why-initial = 頭文字が一致
duplicates-why-one-name-only = 片方は一語だけの名前で、それが一致
duplicates-why-other-family = 同じ名（下の名前）
duplicates-why-same-phone = 同じ電話番号
duplicates-why-same-birthday = 同じ誕生日
duplicates-why-same-company = 同じ会社
duplicates-why-same-former-company = 同じ会社に勤めていた
duplicates-why-same-address = 同じ住所
duplicates-why-shared-email = 同じ共用アドレス
duplicates-why-shared-phone = 同じ代表番号
duplicates-why-common-name = この名前は多い
duplicates-why-other-birthday = 誕生日が違う
duplicates-why-other-suffix = ジュニアとシニア
duplicates-why-other-given = 名（下の名前）が違う
duplicates-why-other-name = 名前が違う
duplicates-crowd-email = { $count }人が{ $value }を共有しているため、これでは比べていません。
duplicates-crowd-phone = { $count }人が番号…{ $value }を共有しているため、これでは比べていません。
duplicates-crowd-link = { $count }人がリンク{ $value }を共有しているため、これでは比べていません。
duplicates-crowd-name = 「{ $value }」という人が{ $count }人いるため、ほかにも一致がある場合だけ比べました。
duplicates-crowds-more =
    { $count ->
       *[other] ほか{ $count }件。
    }
duplicates-stays = 残る記録
duplicates-is-joined = こちらに統合
duplicates-swap = もう一方を残す
duplicates-figures =
    { $cards ->
       *[other] 名刺{ $cards }枚
    } · { $encounters ->
       *[other] やりとり{ $encounters }件
    } · { $referrals ->
       *[other] 紹介{ $referrals }件
    }
duplicates-same-fields =
    { $count ->
       *[other] { $count }項目は同じです
    }
duplicates-take-left = 左
duplicates-take-right = 右
duplicates-take-both = 両方
duplicates-merge = 統合
duplicates-not-the-same = 別人
duplicates-keys = ← → 組 · ↑ ↓ 項目 · 1 左、2 右、3 両方
duplicates-told-apart = 別人とした人
duplicates-suspect-again = もう一度比べる
duplicates-other-names = ほかの名前
duplicates-other-names-hint = 別の表記や旧姓（複数はセミコロンで区切る）
duplicates-cadence = { $ideal }〜{ $latest }日ごと
duplicates-perhaps-same = { $name }さんと同じ人かもしれません：{ $reasons }
# $what is a step as in the undo menu.
duplicates-cli-done = 完了：{ $what }
duplicates-settings-hint = 二重に登録された人を探します。
