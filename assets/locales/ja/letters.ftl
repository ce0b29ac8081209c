# 一人に宛てる手紙。< > の中は自動で入る。わからない項目のある行は省かれる。

letters-salutation = { $name }
letters-salutation-close = { $name }
letters-salutation-sir = { $name }
letters-salutation-open = { $name }
letters-salutation-nobody = ご担当者様
letters-and = { $before }、{ $last }
letters-thanks-subject = 【お礼】<催し>にてお話しさせていただきました
letters-thanks-body =
    <会社>
    <宛名>

    お世話になっております。
    <自社>の<自分>でございます。

    <日付>の「<催し>」では、お話しする機会をいただき誠にありがとうございました。
    <話題>についてのお話、大変興味深く拝聴いたしました。

    お話しした次の件、どうぞよろしくお願い申し上げます：<次>

    今後とも何卒よろしくお願い申し上げます。

    <自分>
    <自社>
letters-thanks-body-close =
    <宛名>

    「<催し>」ではありがとうございました。
    <話題>のお話、とても楽しかったです。

    次の件、楽しみにしています：<次>

    またお会いしましょう。

    <自分>

## About introductions, in the language of whoever gets the letter

letters-greeting = { $name }
# A name as a letter mentions it.
letters-polite = { $name }様
letters-with-work = { $name }（{ $work }）
letters-about = ご相談したいのは次の件です：{ $about }
letters-closing = どうぞよろしくお願いいたします。
letters-help-subject = ご相談のお願い
letters-help = いつもお世話になっております。ご相談したいことがあり、ご連絡いたしました。お知恵をお借りできませんでしょうか。
letters-reach-subject = { $name }をご紹介いただけないでしょうか
letters-reach = いつもお世話になっております。{ $who }とお話しする機会をいただければと考えております。{ $name }をご存じと伺っております。ご紹介をお願いできませんでしょうか。
letters-reach-through = いつもお世話になっております。{ $who }とお話しする機会をいただければと考えております。{ $target }は{ $next }とお知り合いで、{ $next }のことはよくご存じと伺っております。{ $next }をご紹介いただけませんでしょうか。
letters-reach-ending = ご都合が合わないようでしたら、どうぞご遠慮なくお断りください。私でお役に立てることがありましたら、ぜひお知らせください。
letters-may-subject = { $name }をご紹介してもよろしいでしょうか
letters-may = いつもお世話になっております。{ $who }をご紹介したいと考えております。いかがでしょうか。
letters-may-ending = お二人ともご承諾くださった場合にのみ、おつなぎいたします。
letters-introduce-subject = { $name }のご紹介
letters-introduce = いつもお世話になっております。お約束のとおり、{ $who }をご紹介いたします。お二人ともご承諾くださいましたので、この先はお二人にお任せいたします。
letters-introduce-mail = { $name }のメールアドレスは { $mail } です。
letters-introduce-ending = その後の様子をお聞かせいただければうれしく存じます。
letters-respect-subject = ご返事ありがとうございました
letters-respect = 率直にお知らせくださり、ありがとうございます。今回のお話はここまでといたします。
letters-respect-unknown = 率直にお知らせくださり、ありがとうございます。今回のお話はここまでといたします。先方には何もお伝えしておりません。
letters-respect-ending = ほかに私でお役に立てることがありましたら、ぜひお知らせください。
letters-release-subject = ご紹介の件
letters-release = { $name }をご紹介できればと考えておりましたが、今回は都合がつかず、いったん見送らせていただきます。
letters-release-ending = 前向きにお考えくださり、ありがとうございました。また良いご縁がありましたらお知らせいたします。
letters-release-open-ending = ご検討くださり、ありがとうございました。また良いご縁がありましたらお知らせいたします。
letters-after-subject = { $name }とのその後
letters-after = 先日は{ $name }をご紹介いたしました。その後お話しになる機会はございましたでしょうか。お役に立てましたでしょうか。
letters-after-ending = 私でお手伝いできることがありましたら、ご遠慮なくお知らせください。
letters-passed-subject = { $name }のお名刺の件
letters-passed = 先日は{ $name }のお名刺をお渡しいたしました。その後ご連絡になる機会はございましたでしょうか。お役に立てましたでしょうか。
letters-lead-subject = { $name }をご紹介いただいた件
letters-lead = 先日は{ $name }をご紹介いただき、誠にありがとうございました。おかげさまで良い結果となりましたので、ご報告申し上げます。
letters-lead-ending = 私でお役に立てることがありましたら、ぜひお知らせください。

## 書くとき

letters-title = お礼
letters-progress = { $all } 人中 { $done } 人に送信済み
letters-row = { $name }、{ $state }
letters-state-sent = 送信済み
letters-state-opened = 送りましたか？
letters-state-ready = 準備完了
letters-state-topics = 話題が未記入
letters-language = 手紙の言語
letters-form = 文体
letters-form-polite = 丁寧
letters-form-close = 親しい
letters-form-sie = Sie
letters-form-du = du
letters-to = 宛先
letters-no-address = メールアドレスがありません
letters-address-bad = 1 件のメールアドレスではありません。
letters-shared = この宛先は複数の人が読みます。件名に誰宛てかを書き、本人以外に見せられないことは書かないでください。
letters-company = 会社のアドレスです。ほかの人が読むことがあり、退職すると使えなくなります。
letters-topics = 話したこと
letters-topics-hint = 軸受、新しいプレス機
letters-next = 次の約束
letters-next-hint = 任意：金曜日にコーヒー
letters-subject = 件名
letters-body = 本文
letters-advice = 短く、明日の夜までに、この方ひとりだけに。
letters-hint-topic = まだ送れません：話した内容が本文にありません。
letters-hint-gap = まだ送れません：空欄が残っています。
letters-hint-long = お礼としては長めです。短いほど読まれます。
letters-hint-same = ほかの方と同じ文面です。この方との話で特別だったことは？
letters-pasted = 長すぎて渡せません。クリップボードにあるので、メールに貼り付けてください。
letters-open = メールソフトで開く
letters-open-again = もう一度開く
letters-copy = コピー
letters-is-sent = 送信した
letters-anew = 書き直す
letters-sent-title = 送信済み
letters-sent-body = 次の方を選んでください。
letters-end-title = 全員にお礼をしました
letters-end-body = 返事が来たら芽が出た印です。届いたら記録しましょう。
letters-write-next = 次を書く

## 残り時間・自分のひな形・ファイル

letters-left-today =
    { $count ->
        [0] 今夜まで：あと1時間未満
       *[other] 今夜まで：あと{ $count }時間
    }
letters-left-tomorrow = 明日の夜まで：あと{ $count }時間
letters-left-day = { $day }まで
letters-left-late = 期限は{ $day }でした
letters-save-eml = .emlで保存
letters-save-title = 手紙を保存
letters-save-kind = メールソフト用の手紙
letters-templates = ひな形
letters-templates-edit = ひな形を編集…
letters-template-built-in = 標準
letters-template-new = 新しいひな形
letters-template-name = ひな形の名前
letters-template-name-needed = 名前を付けてください。
letters-template-body-needed = 本文がありません。
letters-template-remove = ひな形を削除
letters-template-unknown = 次のものは項目ではないため、そのまま送られてしまいます：{ $fields }。一覧から項目を選ぶか、かっこを外してください。
letters-template-preview = 仕上がり
letters-fields = 項目：押すと挿入します
letters-sample-name = 田中 遥
letters-sample-company = 田中光学株式会社
letters-sample-event = 異業種交流会
letters-sample-topic = 新しいプレス機
letters-sample-next = 金曜日にコーヒー
letters-sample-me = 佐藤 健
