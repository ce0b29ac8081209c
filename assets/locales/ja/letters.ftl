## Letters to one person; a letter is written in the language of whoever gets it

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
