# また参加するか、その後どうなったか、行けないときに何をするか。

## どのくらいまた行きたいか

visits-wish-never = 行かない
visits-wish-rarely = めったに行かない
visits-wish-maybe = たぶん
visits-wish-gladly = ぜひ
visits-wish-always = 毎回

## 返事

visits-reply-none = 返事はまだです
visits-reply-once = 返事あり
visits-reply-continuing = 芽が出た
# 読み上げ: 「Minaさんの返事: 芽が出た」
visits-reply-of = { $name }さんの返事: { $reply }
visits-reply-change = 返事を記録
visits-reply-nothing = { $name }さんへの連絡がまだ記録されていません。先に記録してください。

## 主催者の対応と、主催者へのお礼

visits-care-yours = 主催者へのお礼
visits-care-thanked = { $date }に送信済み
visits-care-not-thanked = まだ送っていません
visits-care-write = 書く
visits-care-ask = { $when }にお尋ねします

## また参加するか

visits-again-decision = ご自分の判断
visits-again-clear = 判断しない
visits-again-why = 理由
visits-again-why-hint = 何があれば判断が変わりますか
visits-advice = 参考の点数
# 「100点中63点: ぜひ」
visits-advice-result = 100点中{ $points }点: { $wish }
visits-advice-none = 一度参加すると点数が出ます。
visits-advice-later = 続くつながりは90日後に見えてきます。点数は{ $date }に出ます。
visits-advice-fresh = 新しい{ $count }回は、まだ日が浅いので数えていません。
visits-advice-start = 白紙の状態
visits-advice-people = 続いている人
visits-advice-people-detail = { $met }人中{ $lasting }人
visits-advice-follows = その後の動き
visits-advice-talking = やり取りが続く相手{ $count }人
visits-advice-outcomes = 引き合わせと名刺の紹介{ $count }件
visits-advice-cost = 費用
visits-advice-cost-free = 無料
visits-advice-cost-each = { $spent }、続いている一人あたり{ $each }
visits-advice-cost-none = { $spent }、続いている人はまだいません
visits-advice-organizer = 主催者
visits-advice-organizer-detail = はい{ $yes }、いいえ{ $no }
visits-advice-organizer-unknown = わかりません
visits-advice-evidence = 回数が少ないほど控えめに
visits-advice-evidence-one = 一度だけではわかりません
visits-advice-evidence-detail = { $visit-count }回参加、{ $met }人と面会
# 読み上げ: 「続いている人、8人中5人、+12」
visits-advice-line = { $what }、{ $detail }、{ $points }
# 「6月: たぶん」
visits-decided = { $date }: { $wish }

## シリーズ

visits-series = シリーズ
visits-series-choose = シリーズを表示
visits-series-none = シリーズのイベントはまだありません。イベントにシリーズ名を入れてください。
visits-series-events = イベント{ $count }件
visits-series-list = シリーズのイベント
visits-series-streak =
    { $count ->
        [0] 前回は参加していません
       *[other] { $count }回続けて参加しています
    }
visits-series-longest = 最長{ $count }回連続
visits-series-cost = 合計{ $money }
visits-series-cost-none = 費用はかかっていません
visits-series-faces = おなじみの人
visits-series-faces-none = 二度会った人はまだいません。
visits-series-times = { $count }回
visits-series-face-last = { $times }、最後は{ $date }
visits-series-cancelled = キャンセル
visits-series-cancelled-none = キャンセルしたことはありません。
visits-series-cancelled-on = { $status }、連絡は{ $date }
visits-back = 戻る

## 参加の記録

visits-record = ご自分の参加記録
visits-record-with = { $name }での参加記録
visits-record-other = イベントへの参加
visits-record-none = イベントはまだありません
visits-record-attended = 参加{ $count }
visits-record-planned = 予定{ $count }
visits-record-early = 早めのキャンセル{ $count }
visits-record-late = 直前のキャンセル{ $count }
visits-record-no-show = 無断欠席{ $count }

## キャンセル

visits-cancel = 欠席する…
visits-cancel-action = 行けなくなった
visits-cancel-title = 欠席: { $title }
visits-cancel-question = いつ伝えますか
visits-cancel-said = 欠席を伝える
visits-cancel-absent = 行かなかった
visits-cancel-on = 伝えた日
visits-cancel-on-needed = いつ伝えるかを入れてください。
visits-cancel-on-ahead = まだ来ていない日です。いつ伝えたかを入れてください。
visits-cancel-early = { $date }までなら、だれにも迷惑がかかりません。
visits-cancel-undated = 日付のないイベントなので、直前にはなりません。
visits-cancel-late = 直前の連絡です。埋め合わせをしましょう。
visits-cancel-late-detail = { $date }を過ぎると直前のキャンセルになります。すぐに伝え、お詫びし、埋め合わせをしてください。
visits-cancel-absent-detail = 連絡せずに欠席しました。すぐにお詫びし、埋め合わせをしてください。
visits-cancel-steps = 埋め合わせにすること
visits-cancel-day = 期日: { $step }
visits-cancel-save = 欠席にする
visits-cancel-save-absent = 記録する
visits-cancel-keep = 変更しない
visits-cancel-write = 欠席にして手紙を書く
visits-cancel-write-absent = 記録して手紙を書く
visits-late-within = 直前とみなす日数
visits-late-within-hint = 入れなければ{ $count }日
visits-late-within-bad = 0から365までの整数

## 埋め合わせ

visits-amends-title = 行けませんでしたか
visits-amends-title-ahead = 欠席します
visits-amends-title-coming = 行けなくなりましたか
visits-amends-ahead = { $date }までなら、早めのキャンセルになります。
visits-amends-ahead-late = もう直前です。今キャンセルすると、埋め合わせが必要です。
visits-amends-said = { $date }にキャンセルしました。
visits-amends-said-before =
    { $count ->
        [0] { $date }、当日にキャンセルしました。
       *[other] { $date }、{ $count }日前にキャンセルしました。
    }
visits-amends-unsaid = 直前にキャンセルしました。
visits-amends-absent = 連絡せずに欠席しました。
visits-amends-early = 早めの連絡でした。埋め合わせはいりません。
visits-amends-open = 直前の連絡です。埋め合わせをしましょう。
visits-amends-settled = 埋め合わせ済み
visits-amends-waived = 必要なし
visits-amends-progress = { $all }件中{ $done }件
visits-amends-make = 埋め合わせをする
visits-amends-not-needed = 必要なし
visits-amends-done-on = { $date }に済み
visits-amends-given-up = とりやめ
visits-amends-write = 書く
# 一覧: 「直前にキャンセル、埋め合わせはまだ」
visits-amends-status = { $status }、{ $settled }
visits-amends-unsettled = 対応中
visits-amends-made-good = 埋め合わせ済み
visits-came-back = やはり行く

## 主催者への手紙。< > の中は自動で入る。わからない項目のある行は省かれる。

visits-letter-title = 主催者への手紙
visits-letter-own-words = ご自分の言葉
visits-letter-own-words-hint = 任意: 理由、またはこれからすること
visits-letter-to = 宛先
visits-letter-nobody = 主催者側の人がブックにいません。手紙をコピーしてください。
visits-letter-unnoted = 主催者側の人がブックにいないため、送信済みと記録できません。先に主催者側の人を追加してください。
visits-letter-cancel-subject = 【欠席のご連絡】<催し>
visits-letter-cancel =
    <会社>
    <宛名>

    お世話になっております。
    <自分>でございます。

    <日付>の「<催し>」にお招きいただきありがとうございます。誠に残念ながら、欠席させていただきます。
    <次>

    お席はどうぞほかの方にお譲りください。次の機会を楽しみにしております。

    <自分>
    <自社>
visits-letter-notice-subject = 【欠席のお詫び】<催し>
visits-letter-notice =
    <会社>
    <宛名>

    お世話になっております。
    <自分>でございます。

    <日付>の「<催し>」につきまして、直前のご連絡となり誠に申し訳ございませんが、欠席させていただきます。ご迷惑をおかけしますことを深くお詫び申し上げます。
    <次>

    <fee>
    今からでもお役に立てることがございましたら、お申し付けください。

    <自分>
    <自社>
visits-letter-notice-fee = 参加費はもちろんお支払いいたします。
visits-letter-absence-fee = 参加費はもちろん後日お支払いいたします。
visits-letter-apology-subject = 【お詫び】<催し>の直前のキャンセルについて
visits-letter-apology =
    <会社>
    <宛名>

    お世話になっております。
    <自分>でございます。

    <日付>の「<催し>」を直前に欠席し、ご準備くださった皆様に多大なご迷惑をおかけしました。心よりお詫び申し上げます。
    <次>

    埋め合わせをさせていただきたく存じます。お役に立てることがございましたら、どうぞお知らせください。

    <自分>
    <自社>
visits-letter-absence-subject = 【お詫び】<催し>の欠席について
visits-letter-absence =
    <会社>
    <宛名>

    お世話になっております。
    <自分>でございます。

    <日付>の「<催し>」に、ご連絡もせず欠席いたしました。誠に申し訳ございません。
    <次>

    <fee>
    埋め合わせをさせていただきたく存じます。

    <自分>
    <自社>
visits-letter-explain-subject = <催し>を欠席した理由について
visits-letter-explain =
    <会社>
    <宛名>

    お世話になっております。
    <自分>でございます。

    <日付>の「<催し>」を欠席した事情をご説明申し上げます。
    <次>

    言い訳になるものではございませんが、お伝えしておきたく存じます。何卒ご容赦ください。

    <自分>
    <自社>
visits-letter-fee-subject = <催し>の参加費について
visits-letter-fee =
    <会社>
    <宛名>

    お世話になっております。
    <自分>でございます。

    <日付>の「<催し>」には伺えませんでしたが、お席をご用意いただきました。参加費をお支払いしたく、お振込先をお知らせいただけますでしょうか。
    <次>

    <自分>
    <自社>
visits-letter-make-up-subject = 埋め合わせのお願い：<催し>
visits-letter-make-up =
    <会社>
    <宛名>

    お世話になっております。
    <自分>でございます。

    <日付>の「<催し>」の件、今も心苦しく思っております。ぜひ埋め合わせをさせてください。
    <次>

    ご都合はいかがでしょうか。

    <自分>
    <自社>
visits-letter-thanks-subject = 【お礼】<催し>
visits-letter-thanks =
    <会社>
    <宛名>

    お世話になっております。
    <自分>でございます。

    <日付>の「<催し>」では大変お世話になりました。行き届いたご準備に心より感謝申し上げます。
    <次>

    また参加できますことを楽しみにしております。

    <自分>
    <自社>

## Command line

visits-cli-no-series = シリーズ「{ $name }」のイベントはありません。
