## Ways to somebody

# A sentence about a tie; everything that ends on "tie", "introduced", "promised" or "card" goes through it.
ways-sentence = { $words }。
ways-two = { $first }{ $second }
# A month behind what happened then.
ways-dated = { $words }（{ $day }）
ways-noted = { $words }「{ $note }」
ways-talking = { $words }：話が進んでいます
ways-led-to-work = { $words }：仕事につながりました
ways-came-to-nothing = { $words }：実を結びませんでした

## Why the first one would do it

ways-own-owed = { $name }さんには、こちらから多く力を貸しています。
ways-own-owing = { $name }さんには借りがあります。
ways-own-met = 最後に{ $name }さんと会ったのは{ $day }です。
ways-own-touch = 最後に{ $name }さんと連絡したのは{ $day }です。
ways-own-card = { $day }に{ $name }さんの名刺を受け取りました。
ways-own-silent = { $name }さんとはまだ連絡していません。
ways-since-met = { $name }さんとは{ $day }に会ってからの知り合いです。
ways-since-touch = { $name }さんとは{ $day }から連絡しています。

## What joins two people

ways-tie-acquaintance = { $a }さんと{ $b }さんは知り合いです
ways-tie-friend = { $a }さんと{ $b }さんは友人です
ways-tie-colleague = { $a }さんと{ $b }さんは一緒に働いています
ways-tie-co-worker = { $a }さんと{ $b }さんは同じ会社です
ways-tie-neighbour = { $a }さんと{ $b }さんは近所です
ways-tie-spouse = { $a }さんと{ $b }さんはパートナーです
ways-tie-child = { $b }さんは{ $a }さんの子です
ways-tie-sibling = { $a }さんと{ $b }さんはきょうだいです
ways-tie-kin = { $a }さんと{ $b }さんは親戚です
ways-tie-agent = { $b }さんは{ $a }さんの代理人です
ways-tie-mentor = { $b }さんは{ $a }さんの相談役です
ways-tie-client = { $b }さんは{ $a }さんの顧客です
ways-tie-supplier = { $b }さんは{ $a }さんの仕入先です
ways-tie-partner = { $a }さんと{ $b }さんは事業のパートナーです
# A kind of tie in the words of the user.
ways-tie-other = { $a }さんと{ $b }さん：{ $kind }
ways-tie-since = { $words }（{ $day }から）
ways-tie-ended = { $words }（以前）
ways-tie-event = { $a }さんと{ $b }さんは{ $event }にいました
ways-tie-organization = { $a }さんと{ $b }さんは{ $organization }の所属です

ways-introduced-by-you = あなたが{ $a }さんと{ $b }さんを紹介しました
ways-introduced-to-you = { $by }さんが{ $other }さんを紹介してくれました
ways-introduced = { $by }さんが{ $a }さんと{ $b }さんを紹介しました
ways-promised-by-you = { $a }さんと{ $b }さんを紹介する予定です
ways-promised-to-you = { $by }さんが{ $other }さんを紹介してくれる予定です
ways-promised = { $by }さんが{ $a }さんと{ $b }さんを紹介する予定です
ways-card-considered = { $subject }さんの名刺を{ $to }さんに渡すことを考えています
ways-card-by-you = { $subject }さんの名刺を{ $to }さんに渡しました
ways-card-to-you = { $by }さんが{ $subject }さんのことを教えてくれました
ways-card = { $by }さんが{ $subject }さんの名刺を{ $to }さんに渡しました

## How much a way promises

ways-promise-strong = 有力
ways-promise-good = 良好
ways-promise-fair = まずまず
ways-promise-slight = 弱い
ways-promise-faint = かすか

# Someone who fits was looked for, and nobody in the book does.
ways-nobody = 該当する人はブックにいません。
ways-none = ブックの中には、まだそこへ通じる人がいません。
ways-fits = { $name }さん：{ $what }
ways-organization-unknown = 「{ $name }」という組織はブックにありません。
ways-organization-ambiguous = 「{ $name }」に当てはまる組織が複数あります。IDで指定してください：

## Who brought you whom

ways-lineage-none = まだ誰も紹介されていません。
ways-lineage-alone = { $name }さんは誰の紹介でもなく、まだ誰も紹介していません。
# Everything that came of a person who brought others.
ways-came-of = { $name }さんから広がったもの：{ $figures }
ways-list-mark = 、
ways-count-referrals = 紹介{ $count }件
# Relationships that were deepened.
ways-count-deepened = 深めた関係{ $count }件

## Who holds people together

ways-bridges-none = 一人だけで他の人たちをつないでいる人はいません。
# Sizes of groups: "12 + 5 + 3".
ways-joins = { $sizes }人の集まりをつなぐ
ways-lost = { $count }人への唯一の道
ways-alone = { $count }人は、ブックの中で他に知り合いがいません：

## Asking

ways-action-reach = この人への道筋
ways-action-lineage = 誰の紹介か
ways-request-title = { $name }さんに頼む
ways-request-about = { $name }さんへの紹介
ways-request-whom = 宛先
ways-request-to = { $address }だけに送ります
ways-request-no-mail = メールアドレスがありません。文章をコピーしてください
ways-request-language = 手紙の言語
ways-request-subject = 件名
ways-request-letter = 手紙
ways-request-topic = 用件
ways-request-topic-hint = お二人にとっての利点
ways-request-copy = 文章をコピー
ways-request-mail = メールを開く
ways-request-remind = 返事を確かめる日
ways-request-sent = 送信済み・後で確認
ways-request-later = この日に頼む
ways-request-agrees = { $name }さんは承諾
ways-request-declines = 希望しない
ways-request-declined = { $name }さんは希望しません
ways-request-introduced = 二通とも送りました
# Asking both sides before they are introduced.
ways-plan-first = 先に両方に聞く…
ways-plan-title = { $a }さんと{ $b }さんを紹介
ways-plan-how = 紹介する前に、両方の意向を確かめます。一人が承諾すると次の予定がすぐ期日になり、希望しない場合は残りの予定がなくなります。
ways-plan-ask = { $name }さんに聞く
ways-plan-introduce = 二人を紹介する
ways-plan-save = 予定に入れる
ways-plan-about = { $name }さんに会ってみたいですか
