## 一年の振り返り

year-title = { $year }年の振り返り
year-cards = 名刺{ $count }枚
year-leads = 紹介{ $count }件
year-pairs = { $count }組
year-gave =
    { $cards }を渡しました。{ $count ->
        [0] これまでのところ成果はありません。
       *[other] うち{ $count }件が実を結びました。
    }
year-gave-none = 渡した名刺はありません。
year-received =
    { $leads }を受けました。{ $count ->
        [0] これまでのところ成果はありません。
       *[other] うち{ $count }件が実を結びました。
    }
year-introduced =
    { $pairs }を引き合わせました。{ $count ->
        [0] これまでのところ成果はありません。
       *[other] うち{ $count }件が実を結びました。
    }
year-introduced-to-me = ほかの方から紹介を受けた人は{ $count }人です。
year-thanked = お礼を{ $count }回伝えました。
year-worth-given = 渡した名刺から相手方に生まれた価値は、記録の範囲で{ $worth }です。
year-worth-received = 受けた紹介から生まれた価値は、記録の範囲で{ $worth }です。
year-events = { $events }に参加し、{ $people }に会いました。
year-again = 以前のイベントで知り合った人との再会は{ $count }回でした。
year-missed = 直前の取消しや欠席は{ $count }件でした。
year-warmth-now = 平均のあたたかさは{ $to-count }、あたたかい関係は{ $people }です。
year-warmth-rose = 平均のあたたかさは{ $from-count }から{ $to-count }に上がりました。あたたかい関係は{ $people }です。
year-warmth-same = 平均のあたたかさは{ $to-count }のままです。あたたかい関係は{ $people }です。
year-warmth-fell = 平均のあたたかさは{ $from-count }から{ $to-count }に下がりました。あたたかい関係は{ $people }です。
year-untold = まだ本人に伝えていない名刺が{ $count }枚あります。
year-by-month = 月別
year-month = 月
year-given = 渡した名刺
year-leads-head = 受けた紹介
year-introductions = 引き合わせ
year-met = 会った人
year-met-again = 再会
year-what-came = その後
year-open = まだ不明
year-more = その他の数字
year-number = 数
year-introduced-to-me-head = 紹介を受けた人
year-thanked-head = 伝えたお礼
year-untold-head = まだ伝えていない持ち主
year-people-met = 会った人の実数
year-missed-head = 直前の取消しや欠席
year-warmth = 各月末のあたたかさ
year-average = 平均のあたたかさ
year-warm = あたたかい関係
year-people = 接点のある人
year-day = 日付
year-event = イベント

year-review = 一年の振り返り
year-back = 台帳に戻る
year-earlier = 前の年
year-later = 次の年
year-save = テキストで保存
year-figures = すべての数字
year-empty = この年の記録はまだありません。
year-working = 計算しています…
year-plot-referrals = 月ごとの渡した名刺と受けた紹介
year-plot-fruit = 実を結んだもの
year-plot-warmth = 一年のあたたかさ
year-plot-events = イベントで会った人
year-plot-spoken = { $title }。{ $figures }
year-plot-point = { $name }：{ $values }
year-none-yet = なし
year-repeated = 以前も参加したシリーズ
