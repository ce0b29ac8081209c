## 名前と顔：間隔をあけて思い出すクイズ。

quiz-title = 名前と顔
quiz-action = クイズ：名前と顔を覚える
quiz-learn = 名前を覚える
quiz-due = 思い出す名前 { $count }人
quiz-way = 問い方
quiz-way-choose = 名前を選ぶ
quiz-way-type = 名前を入力
quiz-way-faces = 顔を選ぶ
quiz-left = あと{ $count }人
quiz-who = この方はどなたですか
quiz-which-face = どの顔ですか
quiz-face-number = 顔 { $number }
quiz-photograph = 写真
quiz-card-from-afar = 名刺（遠くて読めません）
quiz-type-hint = 名前（漢字、かな、ローマ字）
quiz-check = 確かめる
quiz-show = 名前を見る
quiz-show-face = 答えの顔を見る
quiz-right = 正解
quiz-nearly = 惜しい
quiz-wrong = また今度
quiz-you-typed = { $words }（入力：「{ $typed }」）
quiz-hook = 覚える手がかりを書く
quiz-again = もう一度
quiz-hard = 難しい
quiz-good = 覚えていた
quiz-easy = 簡単
quiz-days = { $days }日後
quiz-given = { $name }さん：{ $grade }（次は{ $day }）
quiz-done =
    { $count ->
        [0] 今日はここまでです
       *[other] { $count }人の名前を思い出しました
    }
quiz-nobody = 思い出す名前はありません
quiz-next = 次は{ $day }です。
quiz-without-picture = { $count }人は写真も名刺の画像もないため、出題できません。
quiz-new = 新しい
quiz-again-due = 復習
quiz-no-event = 「{ $title }」というイベントはありません。
quiz-keys-answer = 答えを選び、どれだけ覚えていたかを答える
quiz-asked = これまでに{ $count }回出題
quiz-anew = この顔を最初から覚え直す
quiz-anew-menu = 名前と顔を最初から覚え直す
quiz-edit-answer = { $name }さんの名前を思い出す
quiz-edit-forget = { $name }さんの顔を最初から覚え直す
quiz-more = 今日はほかに{ $count }人が残っています。この後に続きます。
