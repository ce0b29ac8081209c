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
