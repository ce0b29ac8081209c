## なぜ予定されているか、一文ずつ。$day は「10月14日」など

rules-why-own = ご自分で入れた予定です
rules-why-card = { $day }に名刺を受け取ったため
rules-why-card-at = { $day }に{ $event }で名刺を受け取ったため
rules-why-review = { $day }に受け取った名刺を見直すため
rules-why-event = { $day }に{ $event }で会ったため
rules-why-event-undated = { $event }で会ったため
rules-why-organizer = { $day }に{ $event }に参加し、主催者のその後の対応を見るため
rules-why-organizer-undated = { $event }に参加し、主催者のその後の対応を見るため
rules-why-late = { $event }を直前にキャンセルしたため
rules-why-absent = { $event }を無断で欠席したため
rules-why-referral = { $day }に{ $name }さんへ名刺を渡したことを、ご本人にまだ伝えていないため
rules-why-introduction = { $day }に{ $a }さんと{ $b }さんを紹介したため
rules-why-introduction-undated = { $a }さんと{ $b }さんを紹介したため
rules-why-promise = { $a }さんと{ $b }さんを紹介すると約束したため
rules-why-deepen = { $day }に関係を深めると決めたため
rules-why-keep = { $day }にもう一度見直すと決めたため
rules-why-birthday = { $day }が{ $name }さんの誕生日のため
rules-why-birthday-age = { $name }さんが{ $day }に{ $age-count }歳になるため
rules-why-touch = 最後の連絡が{ $day }で、{ $ideal-count }日ごと(遅くとも{ $latest-count }日)に連絡したいため
rules-why-touch-circle = 最後の連絡が{ $day }で、サークル「{ $circle }」には{ $ideal-count }日ごと(遅くとも{ $latest-count }日)に連絡したいため
rules-why-touch-only = 最後の連絡が{ $day }だったため
rules-why-meet = 連絡はあるのに、まだ直接会ったことがないため
rules-why-gone = 理由になったものは、もうブックにありません

## 理由が求めること

rules-step-apology = お詫びする
rules-step-explanation = 理由を説明する
rules-step-fee = 参加費を支払う
rules-step-make-up = 埋め合わせをする
rules-step-notice = すぐに欠席を伝える
rules-step-organizer = 主催者からその後の連絡はありましたか
rules-step-touch = 連絡を保つ
# 「お詫びする: RustConf」
rules-step-about = { $step }: { $about }

## 規則の名前

rules-ask-after = その後を尋ねる
rules-meet = 直接会う
rules-next-step = 次の一歩
rules-organizer = 主催者のその後

## 設定

rules-title = フォローアップ
rules-hint = Cardloomが自動で入れる予定です。規則をオフにすると、その規則が入れてまだ済んでいない予定を取り消します。オンにすると、まだ間に合う予定を入れます。
rules-about-thank-you = 名刺をくれた人と、イベントで会った人全員にお礼をします。メッセージ、手紙、お礼の電話で完了します。
rules-about-review = 名刺をもう一度見直します。予定済みの見直しの日付は変わりません。
rules-about-next-step = 関係を深めると決めたときの次の一歩を、その日に知らせます。
rules-about-tell-owner = 名刺を渡したことを、その名刺の本人に伝えます。
rules-about-ask-after = その後どうなったかを尋ねます。紹介した二人には二人と会うまで、名刺を渡した相手には記録に結果が入るまで。
rules-about-organizer = 参加したイベントのあと、主催者からお礼、満足度の確認、報告があったかを尋ねます。三つとも答えると完了します。
rules-about-amends = 直前のキャンセルのあと、すぐにお詫びし、理由を説明し、参加費を払い、埋め合わせをします。
rules-about-keep-in-touch = サークルや人ごとの間隔で連絡します。どんな連絡でも日数は数え直しになります。
rules-about-meet = 離れたまま知っている人と直接会います。おすすめなので、遅れにはなりません。
rules-about-birthday = お祝いを伝えます。2月29日は、ほかの年には28日に祝います。
rules-days-thank-you = お礼までの日数
rules-days-tell-owner = 本人に伝えるまでの日数
rules-days-ask-after = 尋ねるまでの日数
rules-days-organizer = 主催者についてお尋ねするまでの日数
rules-days-amends = 埋め合わせまでの日数
rules-days-meet = おすすめまでの日数
rules-days-birthday = 何日前から表示するか

## サークルの間隔

rules-circle-rhythm = 連絡を保つ
rules-circle-rhythm-hint = このサークルの人に、自動の予定は入りません。
rules-circle-rhythm-days = 最後の連絡から{ $ideal-count }日で予定になり、{ $latest-count }日を過ぎると遅れになります。

## 別の日、やめる

rules-put-off = 別の日にする
rules-put-off-menu = 別の日にする…
rules-put-off-do = 移動
rules-give-up = やめる
rules-give-up-menu = やめる…
rules-give-up-do = やめる
rules-give-up-ask = お二人を引き合わせる予定を取りやめます。どなたの辞退にもなりません。
rules-give-up-why = 理由
rules-give-up-hint = なくてもかまいません
rules-give-up-done-anyway = 自然に解決した
rules-give-up-not-needed = 必要がなくなった
rules-give-up-no-time = 時間がない

## 繰り返し

rules-repeat = 繰り返し
rules-repeat-never = しない
rules-repeat-daily = 毎日
rules-repeat-weekly = 毎週
rules-repeat-monthly = 毎月
rules-repeat-yearly = 毎年
rules-repeat-foreign = 取り込んだまま
rules-repeat-every-days = 何日ごと
rules-repeat-every-weeks = 何週ごと
rules-repeat-every-months = 何か月ごと
rules-repeat-every-years = 何年ごと
rules-repeat-number = 1から999までの整数
rules-repeat-end = 終わり
rules-repeat-end-never = 終わらない
rules-repeat-end-until = 日付まで
rules-repeat-end-count = 回数まで
rules-repeat-last-day = 最後の日
rules-repeat-times = 回数
