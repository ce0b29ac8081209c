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
letters-reach-subject = { $name }をご紹介いただけないでしょうか
letters-reach = いつもお世話になっております。{ $who }とお話しする機会をいただければと考えております。{ $name }をご存じと伺っております。ご紹介をお願いできませんでしょうか。
letters-reach-through = いつもお世話になっております。{ $who }とお話しする機会をいただければと考えております。{ $target }は{ $next }とお知り合いで、{ $next }のことはよくご存じと伺っております。{ $next }をご紹介いただけませんでしょうか。
letters-reach-ending = ご都合が合わないようでしたら、どうぞご遠慮なくお断りください。私でお役に立てることがありましたら、ぜひお知らせください。
letters-may-subject = { $name }をご紹介してもよろしいでしょうか
letters-may = いつもお世話になっております。{ $who }をご紹介したいと考えております。いかがでしょうか。
letters-may-ending = お二人ともご承諾くださった場合にのみ、おつなぎいたします。
letters-introduce-subject = { $name }のご紹介
letters-introduce = いつもお世話になっております。お約束のとおり、{ $who }をご紹介いたします。お二人ともご承諾くださいましたので、この先はお二人にお任せいたします。
letters-introduce-ending = その後の様子をお聞かせいただければうれしく存じます。
