## 双方に先に尋ねる紹介

passon-opt-in-steps = 四つの段階…
passon-ask-after = その後を尋ねる
passon-day-of = { $step }：日付
passon-another-day = 別の日
passon-ask = 打診する
passon-mark-asked = 尋ねたと記録
passon-asked = 尋ねました
passon-agreed-on = { $day }に承諾
passon-declined-on = { $day }に辞退
passon-asked-on = { $day }に打診、返事：{ $due }
passon-asked-after-on = { $day }に確認
passon-introduced-on = { $day }に紹介
passon-not-asked = もう尋ねません
passon-asked-then-off = { $day }に打診、その後取りやめ
passon-respected = { $name }さんは希望していません。再び尋ねることはなく、{ $other }さんに理由は伝えません。お二人に一言お送りできます。
passon-let-be = この紹介は取りやめました。お断りになった方はいません。打診した方には一言お送りできます。
passon-respected-unasked = { $name }さんは希望していません。{ $other }さんには打診しておらず、何も伝わりません。{ $name }さんに一言お送りできます。
passon-not-to-write = { $name }さんには打診しておらず、何もご存じありません。お送りするものはありません。
passon-no-addresses = どちらの手紙にも相手の連絡先は入っていないため、手紙だけではお互いに連絡できません。
# Asked when two are introduced. $name is whose address $mail is, $other would get it.
passon-reach-question = お互いのメールアドレスを伝えてもよいですか
passon-reach-agrees = { $other }さんに{ $mail }を伝えることに、{ $name }さんが同意しました
passon-reach-open = { $other }さんは{ $mail }をサークルで見られます。
passon-reach-none = { $name }さんのメールアドレスはありません。

## 名刺を渡す

passon-ask-how = { $count }日後に{ $name }さんにその後を尋ねる

## 名刺を渡すシート

passon-title = { $name }さんの名刺を渡す
passon-met = { $day }に会いました。
passon-met-in = { $day }に{ $city }で会いました。
passon-step-who = この名刺を必要とする人は？
passon-step-gets = { $name }さんに渡すもの
passon-step-gets-nobody = 渡すもの
passon-step-tell = { $name }さんに報告
passon-steps = 手順
passon-someone-else = ほかの人…
passon-nobody = この人の力を求めている人は見つかりません。ほかの人を選んでください。
passon-searching = 役立つ相手を探しています…
passon-row = { $name }。{ $why }
passon-warmth = あたたかさ 5のうち{ $count }
passon-form = 渡すもの
passon-form-snippet = 紹介文
passon-form-image = 画像つき
passon-form-vcard = vCard
passon-withheld = { $name }さんの承諾があるまで伏せます。{ $other }さんの返事はあなたに届きます。
passon-withheld-nobody = { $name }さんの承諾があるまで伏せます。
passon-withheld-all = 伏せている項目はありません。
passon-withheld-more = ほか{ $count }件は手元にとどめます
passon-locked = { $kind } { $value }、非公開。押すと{ $name }さんへの確認
passon-unlock = { $other }さんに「{ $value }」を伝えることを{ $name }さんは承諾しましたか。
passon-unlock-on = 尋ねた日
passon-unlock-yes = { $name }さんが承諾
passon-agreed = { $day }に承諾
# Agreed to on a day that nobody knows any more.
passon-agreed-once = 以前に同意済み
passon-locked-more = ほか{ $count }件を表示
passon-lock-again = { $value }を再び伏せる
passon-comment = ひとこと
passon-comment-hint = どんな人か、なぜ合うのか
passon-leak = ひとことの中の{ $kinds }は渡しません。
passon-leak-need = 探しものの中の{ $kinds }は渡しません。
passon-need = { $name }さんの探しもの
passon-need-nobody = 探しもの
# In place of a name while nobody is chosen.
passon-them = 相手
passon-paper = 紙の名刺も渡す（保管場所：{ $place }）
passon-copy = テキストをコピー
passon-copied = 画面に見えるものだけをコピーしました
passon-save-vcard = vCardを保存
passon-save-image = 画像を保存
passon-copy-image = 画像をコピー
passon-attach = 保存したファイルを添付してください。メールソフトが自動で添付することはありません。
passon-image-how = 連絡先になるものは黒く隠します。押すと隠す・見せるを切り替え、ドラッグで隠す範囲を追加できます。
passon-image-all = どの行が名前か判別できないか、見せてよい項目がないため、すべて隠しています。
passon-image-none = この名刺の画像はありません。
passon-image-working = 隠す場所を探しています…
passon-image-failed = 画像を読めませんでした：{ $reason }
passon-image-covered = 隠す
passon-image-open = 見せる
passon-image-part = 部分{ $count }：{ $words }
passon-image-add = すべて隠す
passon-image-again = 提案どおりに戻す
passon-to = 宛先は{ $address }のみ
passon-to-nobody = メールアドレスがないため、文面はクリップボードに入ります
passon-language = 言語
passon-form-polite = 丁寧
passon-form-close = 親しい
passon-formality = 言葉づかい
passon-rewrite = 書き直す
passon-stale = この文面は、相手や伝える内容が変わる前に書かれたものです。
passon-stale-keep = このままにする
passon-subject = 件名
passon-letter = { $name }さんへの文面
passon-promise = 後で送る場合は、期限が{ $due }の約束になります。
passon-promise-off = 後で送る場合、この決まりが無効のため通知はありません。
passon-sends-nothing = Cardloomは送信しません。二通ともメールソフトで開きます。
passon-consider = 検討だけ
passon-later = { $name }さんには後で報告
passon-now = 渡して{ $name }さんに報告
passon-clipboard = { $name }さんへの文面をクリップボードに入れました。
passon-choose = 渡す相手を選んでください
passon-has-it = { $name }さんはすでに持っています。
passon-vcard-save-title = vCardを保存
passon-vcard-kind = vCard
passon-image-save-title = 名刺の画像を保存
passon-image-kind = 名刺の画像
passon-days-bad = 今日までの日付ではありません。

## 二通の文面

passon-tell-subject = ご紹介のご報告（{ $name }）
passon-tell-subject-close = 紹介のご報告（{ $name }）
passon-tell-plain = いつもお世話になっております。このたび、{ $who }にご紹介いたしました。
passon-tell-plain-close = お世話になっています。{ $who }にご紹介しました。
passon-tell-about = いつもお世話になっております。「{ $about }」の件で、{ $who }にご紹介いたしました。
passon-tell-about-close = お世話になっています。「{ $about }」の件で、{ $who }にご紹介しました。
passon-tell-withheld = ご連絡先はまだお伝えしておりません。お伝えしてよろしければ、一言お知らせください。
passon-tell-withheld-close = 連絡先はまだ伝えていません。伝えてよければ一言ください。
passon-tell-reach = ご連絡先もお伝えいたしました。
passon-tell-reach-close = 連絡先も伝えました。
passon-give-subject = { $name }のご紹介
# A name as the subject says it; somebody whose name is withheld gets no さん.
passon-give-name = { $name }さん
passon-give-about = お探しの「{ $about }」の件でご紹介いたします。
passon-give-about-close = お探しの「{ $about }」の件で紹介します。
passon-give-picture = 名刺の画像を添付いたします。
passon-give-vcard = 名刺をvCardで添付いたします。
passon-nameless = 知人の方
passon-give-ending = ご興味がございましたら、このメールにご返信ください。私からおつなぎいたします。
passon-give-ending-close = 興味があれば、返信してください。私からおつなぎします。
passon-closing-close = どうぞよろしく。
