matching-interests = 関心
matching-hobbies = 趣味
matching-undo-capture = { $name }さんについてのメモ
matching-undo-not-a-fit = { $helper }さんを{ $name }さんに合わないと記録
matching-undo-perhaps-a-fit = { $helper }さんが{ $name }さんに合わないという記録を取り消し
matching-undo-synonyms = 同じ意味の言葉を変更
matching-needs = 探しもの
matching-could-use = 役立ちそう
matching-knows = 専門
matching-solves = 解決できる
matching-offers = 提供
matching-researched = 調査メモ
matching-works-as = 役職
matching-tagged = タグ
matching-on-the-card = 名刺の裏
matching-talked-about = 話題
matching-notes-say = メモ
matching-follows = 関心
matching-enjoys = 好きなこと
matching-says = { $helper }さん（{ $does }「{ $entry }」）
matching-says-tag = { $helper }さん（タグ「{ $entry }」）
matching-says-card-back = { $helper }さん（名刺の裏に「{ $entry }」）
matching-says-talk = { $helper }さん（話題「{ $entry }」）
matching-says-note = { $helper }さん（メモに「{ $entry }」）
matching-why = { $says }が「{ $need }」に合います。
matching-why-need = { $seeker }さん（{ $needs }「{ $need }」）に{ $says }が合います。
matching-from-card-back = 名刺の裏に記入（{ $day }）
matching-from-encounter = やり取りの話題（{ $day }）
matching-from-research = 調査（{ $day }）
matching-from-notes = メモ（{ $day }）
matching-from-need = 探しものを記録（{ $day }）
matching-from-work = { $day }からこの仕事
matching-from-card = 名刺を受け取った日（{ $day }）
matching-has-it = すでに渡してあります
matching-has-it-since = { $day }に渡してあります
matching-came-to-nothing = 試みたが実を結ばず
matching-came-to-nothing-on = 試みたが実を結ばず（{ $day }）
matching-considered = すでに候補にあります
matching-under-way = 紹介を進めています
matching-knows-each-other = 二人は知り合いです
matching-colleagues = 二人は同じ会社です
matching-met-each-other = 二人は{ $day }に会っています
matching-introduced-on = 二人は{ $day }に紹介済みです
matching-marked-no-fit = 合わないと記録
matching-nobody-helps = 力になれそうな人は見つかりません。
matching-nobody-needs = この名刺を必要としていそうな人は見つかりません。
matching-cli-says-nothing = 探している内容が読み取れません。言葉を少し補ってください。
matching-cli-who-needs = { $name }さんを必要としている人
matching-cli-who-helps = 「{ $need }」に力を貸せる人
matching-warmth = あたたかさ { $value }/100
matching-not-a-fit = 合わない
matching-fits-after-all = やはり合う
matching-who-helps = 誰が力になれますか
matching-who-helps-action = 力になれる人を探す…
matching-who-helps-with = 「{ $need }」に力になれるのは誰ですか
matching-who-needs = { $name }さんを必要としているのは誰ですか
matching-who-needs-action = この名刺を必要としている人
matching-who-needs-how = 探しものがこの人の得意なことに合う人たちです。
matching-text = 探しているもの
matching-text-hint = 密封軸受、packaging、Finanzierung…
matching-text-how = 探しているものを三つの言語のどれかで書いてください。一人ひとりの専門・解決できること・提供できることと、書き留めたメモから比べます。
matching-reading = みなさんの得意なことを読んでいます…
matching-nobody-needs-how = 探しものやこの人の得意なことを「知識」タブに、またはどこからでもCtrl+Jで書き留めてください。
matching-nobody-helps-how = ほかの言葉を試すか、設定で同じ意味の言葉を加えてください。
matching-unfit =
    { $count ->
       *[other] 合わないと記録した{ $count }件
    }
matching-today-offer = 紹介できそうな人
matching-today-title = 今日できる紹介
matching-tab = 引き合わせ
matching-looking = 探しものと得意なことを比べています…
matching-needs-met =
    { $total ->
       *[other] 探しもの{ $total }件のうち{ $met }件に力になれそうな人がいます。
    }
matching-no-pairs = いま紹介できる組み合わせはありません
matching-no-pairs-how = 誰かの探しものが別の人の得意なことに合うと、ここに並びます。
matching-more =
    { $count ->
       *[other] ほか{ $count }件
    }
matching-fewer = 最初の三件だけ表示
matching-capture = 人について書き留める
matching-capture-title = 何を知りましたか
matching-capture-save = 書き留める
matching-words = ひとことで
matching-words-needed = 知ったことを書いてください
matching-day = 日付
matching-noted = { $name }さん（{ $kind }）：{ $text }
matching-kind-need = 探しもの
matching-kind-expertise = 専門
matching-kind-offer = 提供
matching-kind-problem = 解決できること
matching-kind-interest = 関心
matching-kind-hobby = 趣味
matching-kind-research = 調査メモ
matching-hint-offer = 工場見学、海中試験
matching-hint-problem = 錆びる軸受
matching-hint-leisure = 合唱、ボルダリング
matching-add-interest = 関心を追加
matching-add-hobby = 趣味を追加
matching-interests-empty = 何に関心がありますか
matching-hobbies-empty = 休みの日に何をしますか
matching-synonyms = 同じ意味の言葉
matching-synonyms-how = 英語・日本語・ドイツ語のおよそ三百組の言葉が入っています。ご自分の分野の言葉を一行に一組ずつ加えてください。すぐに使われます。
matching-synonyms-line = 一組の言葉
matching-synonyms-hint = AMR、mobile robot、搬送ロボット
matching-synonyms-alone = 一組には読点で区切って二つ以上の言葉が必要です
matching-synonyms-add = もう一組
matching-synonyms-edit = 編集…
matching-synonyms-count =
    { $count ->
        [0] まだありません
       *[other] 自分の言葉{ $count }組
    }
matching-who-needs-offers = この人の力を必要としている人
matching-who-has-needs = 探しものに応えられる人
matching-all = すべて表示
matching-fewer-needs = 折りたたむ
matching-show-more = さらに表示
matching-ask = 尋ねる
matching-ask-of = { $name }さんに尋ねる
matching-open-link = 出典を開く
matching-note-about = { $name }さんについて書き留める
matching-text-example = プラスチックを使わない包装
