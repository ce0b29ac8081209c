//! What the owner of the demo book writes: notes, reasons, comments, next steps.
//!
//! Triples are English, German, Japanese. `{x}` is replaced by a subject.

use crate::model::ReviewReason;

/// In which language a line is written.
#[derive(Debug, Clone, Copy)]
pub(super) struct Tongue {
    /// The column of the person's own language.
    pub own: usize,
    /// The column that the owner chose this time.
    pub chosen: usize,
}

impl From<usize> for Tongue {
    fn from(column: usize) -> Self {
        Self { own: column, chosen: column }
    }
}

/// Returns a line about a subject. A line that names the subject is in the language of the subject,
/// for nobody mixes two languages in one sentence.
pub(super) fn fill(triple: &[&str; 3], tongue: impl Into<Tongue>, subject: &str) -> String {
    let Tongue { own, chosen } = tongue.into();
    let column = if triple[0].contains("{x}") { own } else { chosen };
    triple[column.min(2)].replace("{x}", subject)
}

/// Tags.
pub(super) const TAGS: [[&str; 3]; 6] = [
    ["speaker", "Vortrag", "登壇者"], ["press", "Presse", "報道"], ["supplier", "Lieferant", "仕入先"],
    ["mentor", "Mentor", "相談相手"], ["alumni", "Ehemalige", "同窓"], ["newsletter", "Rundbrief", "会報"],
];

/// What the owner wants from an event.
pub(super) const GOALS: [&str; 10] = [
    "Meet two optics people", "Find somebody who bends thin glass", "Say hello to everybody from last time", "Listen, sell nothing",
    "One person who exports to Japan", "Ask five people what they look for", "Bring two people together", "Find out who makes small lots",
    "Thank the organiser in person", "Leave before the last train, with three good talks",
];

/// Notes on an evening.
pub(super) const EVENT_NOTES: [&str; 14] = [
    "Loud room, good people. The corner by the coffee is where everybody ends up.", "Arrive early: the first half hour is the best.",
    "Name badges in two scripts. Everybody should do that.", "Too many pitches, too few questions. The soup saved it.",
    "The host introduces each guest with one sentence. It works.", "Half the room knew each other. Next time bring somebody new.",
    "Round tables of six, changed twice. Talked to fourteen people without hurry.", "The machine in the back was running. Best conversation opener ever.",
    "Rain, few guests, long talks.", "Good mix of young firms and old workshops.", "Quiet venue, nobody had to shout.",
    "Cards were exchanged with both hands and with time.", "Ended in the kitchen, as all good evenings do.", "Next time: leave the laptop at home.",
];

/// Whether to go again, and why.
pub(super) const REPEAT: [(bool, &str); 8] = [
    (true, "The organiser writes to every guest. Good people follow good hosts."), (true, "Two of the talks went on for weeks."),
    (true, "One visit says little. Once more."), (true, "Always somebody whom I can help."), (true, "Worth the train ride."),
    (false, "Nobody followed up, the organiser included."), (false, "Too far for an hour of standing."), (false, "Same ten people each time, and we meet anyway."),
];

/// What people said that is worth remembering.
pub(super) const OWN_WORDS: [[&str; 3]; 8] = [
    ["“Metal is patient. Salt is more patient.”", "„Metall ist geduldig. Salz ist geduldiger.“", "「金属は気が長い。塩はもっと気が長い。」"],
    ["“I sell nothing before the second coffee.”", "„Vor dem zweiten Kaffee verkaufe ich nichts.“", "「二杯目のコーヒーまでは商売の話をしません。」"],
    ["“A drawing never lies, a calendar always does.”", "„Eine Zeichnung lügt nie, ein Kalender immer.“", "「図面は嘘をつかない。予定表はいつも嘘をつく。」"],
    ["“Ask the driver. The driver knows.”", "„Frag den Fahrer. Der Fahrer weiß es.“", "「運転手に聞くのが一番早い。」"],
    ["“Small lots are where the fun is.”", "„Der Spaß steckt in den kleinen Mengen.“", "「小ロットにこそ面白さがある。」"],
    ["“We never grew. We got better.”", "„Gewachsen sind wir nie. Besser geworden schon.“", "「大きくはならなかったが、良くはなった。」"],
    ["“First the tea, then the figures.”", "„Erst der Tee, dann die Zahlen.“", "「まずお茶、数字はそれから。」"],
    ["“If it is quiet, it is right.”", "„Wenn es leise ist, stimmt es.“", "「静かなら、うまくいっている証拠。」"],
];

/// What I can do for a person who looks for `{x}`.
pub(super) const HELP_NEED: [[&str; 3]; 6] = [
    ["Keep an eye open for: {x}", "Augen offen halten: {x}", "心当たりを探す：{x}"],
    ["Ask around among the makers: {x}", "Bei den Werkstätten herumfragen: {x}", "工房の知り合いに聞く：{x}"],
    ["I may know somebody for this: {x}", "Dafür kenne ich vielleicht jemanden: {x}", "紹介できそうな方がいる：{x}"],
    ["Bring it up at the next round table: {x}", "Beim nächsten runden Tisch ansprechen: {x}", "次の会で話題にする：{x}"],
    ["Send the two addresses from my notes: {x}", "Zwei Adressen aus meinen Notizen schicken: {x}", "控えてある二社を伝える：{x}"],
    ["Ask what has been tried already: {x}", "Fragen, was schon versucht wurde: {x}", "これまで試したことを伺う：{x}"],
];

/// What I can do for a person with the field `{x}`.
pub(super) const HELP_FIELD: [[&str; 3]; 8] = [
    ["Tell others about {x}", "Weitersagen: {x}", "周りに伝える：{x}"],
    ["Invite to the next evening as a guest", "Zum nächsten Abend als Gast einladen", "次の会にお誘いする"],
    ["Introduce to one customer, not to ten", "Mit einer guten Kundin bekannt machen, nicht mit zehn", "良いお客様を一人紹介する"],
    ["Proofread the English page on {x}", "Die englische Seite gegenlesen: {x}", "英語の資料を見る：{x}"],
    ["Lend the good camera for pictures of {x}", "Die gute Kamera leihen, für Bilder von: {x}", "撮影用にカメラを貸す：{x}"],
    ["Ask for advice on {x}, and say thank you properly", "Um Rat fragen zu: {x}. Und ordentlich danken", "助言をお願いする：{x}"],
    ["Send the report on grants that I read last week", "Den Bericht über Fördermittel schicken", "先週読んだ補助金の資料を送る"],
    ["Speak well of the work where it counts", "Gut davon reden, wo es zählt", "大事な場で推薦する"],
];

/// What a person with the field `{x}` offers.
pub(super) const OFFERS: [[&str; 3]; 10] = [
    ["A first look without a bill", "Ein erster Blick ohne Rechnung", "初回の相談は無料"],
    ["A tour of the workshop on Fridays", "Freitags Führung durch die Werkstatt", "金曜日の工房見学"],
    ["Samples by post", "Muster per Post", "見本の郵送"], ["Small lots", "Kleine Stückzahlen", "小ロット対応"],
    ["Half a day of advice: {x}", "Ein halber Tag Rat: {x}", "半日の相談：{x}"], ["A desk for visitors", "Ein Schreibtisch für Gäste", "来客用の机"],
    ["Training for apprentices: {x}", "Unterricht für Azubis: {x}", "若手への講習：{x}"], ["A second opinion: {x}", "Eine zweite Meinung: {x}", "第三者としての意見：{x}"],
    ["Test runs on the own machines", "Probeläufe auf eigenen Maschinen", "自社設備での試作"], ["Contacts in the trade association", "Kontakte im Verband", "業界団体への紹介"],
];

/// Which problems `{x}` solves.
pub(super) const PROBLEMS: [[&str; 3]; 8] = [
    ["When nobody else takes the job: {x}", "Wenn es sonst keiner macht: {x}", "他では断られる仕事：{x}"],
    ["Late projects that need {x}", "Verspätete Vorhaben, denen eines fehlt: {x}", "遅れた案件の立て直し：{x}"],
    ["Rejects caused by hurry", "Ausschuss durch Eile", "急ぎが生む不良"], ["First orders that are too small for others", "Erste Aufträge, die anderen zu klein sind", "他社が受けない小さな初注文"],
    ["Two departments that do not talk", "Zwei Abteilungen, die nicht reden", "部門どうしの行き違い"], ["Drawings that cannot be made", "Zeichnungen, die man nicht bauen kann", "作れない図面の見直し"],
    ["Getting from one piece to a hundred: {x}", "Vom Einzelstück zur Hundertschaft: {x}", "一個から百個へ：{x}"],
    ["Explaining {x} to those who pay for it", "Den Geldgebern erklären: {x}", "費用を出す方への説明：{x}"],
];

/// Conversation starters; `{x}` is a hobby.
pub(super) const STARTERS: [[&str; 3]; 10] = [
    ["Ask about {x}", "Nach dem Hobby fragen: {x}", "{x}の話"], ["How is {x} going?", "Was macht das Hobby: {x}?", "最近の{x}について"],
    ["Last time we stopped in the middle of {x}", "Letztes Mal unterbrochen: {x}", "前回の{x}の続き"], ["Holiday plans", "Urlaubspläne", "休みの予定"],
    ["The new building next door", "Der Neubau nebenan", "隣の新しい建物"], ["The apprentice who won the prize", "Der Azubi mit dem Preis", "賞を取った若手"],
    ["Which book is on the night table", "Welches Buch gerade auf dem Nachttisch liegt", "いま読んでいる本"], ["A photo from {x}", "Ein Foto zeigen lassen: {x}", "{x}の写真"],
    ["The recipe that was promised", "Das versprochene Rezept", "約束のレシピ"], ["What has changed since the move", "Was sich seit dem Umzug geändert hat", "引っ越し後の様子"],
];

/// Later thoughts on the back of a card.
pub(super) const LATER: [[&str; 3]; 16] = [
    ["More patient on the phone than in the room.", "Am Telefon geduldiger als im Saal.", "電話ではさらに丁寧。"],
    ["First impression was right.", "Der erste Eindruck stimmte.", "第一印象のとおり。"],
    ["I was wrong: not shy at all.", "Geirrt: gar nicht schüchtern.", "控えめと思ったのは間違い。"],
    ["Kept the promise, a day early.", "Hat Wort gehalten, einen Tag zu früh.", "約束を一日早く果たしてくれた。"],
    ["Sent the drawing. It is beautiful.", "Die Zeichnung kam. Sie ist schön.", "図面が届いた。見事。"],
    ["Writes better letters than e-mails.", "Schreibt bessere Briefe als Mails.", "手紙の文章がとても良い。"],
    ["Needs time in the morning. Never call before ten.", "Nie vor zehn anrufen.", "電話は十時以降に。"],
    ["Knows more about exports than the title says.", "Weiß mehr über Ausfuhr, als der Titel sagt.", "肩書き以上に輸出に詳しい。"],
    ["Remembered my daughter's exam.", "Hat sich die Prüfung meiner Tochter gemerkt.", "娘の試験を覚えていてくださった。"],
    ["Does what is said, no more, no less.", "Tut, was abgemacht ist. Nicht mehr, nicht weniger.", "言ったことを必ずする方。"],
    ["A good person to ask before a decision.", "Vor Entscheidungen fragen.", "決める前に相談したい方。"],
    ["Quiet for months, then a parcel with samples.", "Monatelang still, dann ein Paket mit Mustern.", "しばらく連絡がなく、急に見本の小包。"],
    ["Better in a small group.", "In kleiner Runde besser.", "少人数のほうが話しやすい。"],
    ["Asked after the prototype by its nickname.", "Hat nach dem Muster mit Spitznamen gefragt.", "試作機をあだ名で覚えていた。"],
    ["Laughs about the first offer now.", "Lacht heute über das erste Angebot.", "最初の見積もりの話で笑い合う。"],
    ["Introduced me twice without being asked.", "Hat mich zweimal ungefragt empfohlen.", "頼まないのに二度も紹介してくれた。"],
];

/// What an encounter was about, by kind: in person.
pub(super) const MEETINGS: [[&str; 3]; 12] = [
    ["Lunch by the canal. Talked about {x}.", "Mittag am Kanal. Gesprochen über: {x}.", "運河沿いで昼食。{x}の話。"],
    ["Tour of the workshop. {x} looks different from close up.", "Werkstatt besichtigt. Von nahem sieht es anders aus: {x}.", "工房を見学。{x}を間近で見た。"],
    ["Coffee before the train.", "Kaffee vor dem Zug.", "列車の前にコーヒー。"], ["Two hours with samples on the table.", "Zwei Stunden mit Mustern auf dem Tisch.", "見本を前に二時間。"],
    ["Met the whole team. Cake.", "Das ganze Team kennengelernt. Kuchen.", "チームの皆さんに会った。ケーキ。"], ["Walk around the lake, no agenda.", "Um den See spaziert, ohne Tagesordnung.", "池のまわりを散歩。"],
    ["Brought a small present from Kyoto.", "Kleines Mitbringsel aus Kyōto übergeben.", "京都の土産を渡した。"], ["Sketched on napkins: {x}.", "Auf Servietten skizziert: {x}.", "紙ナプキンに図を描く：{x}。"],
    ["Sat side by side at the talk, then dinner.", "Nebeneinander im Vortrag, danach Essen.", "講演で隣に座り、その後夕食。"], ["Helped to carry the chairs, talked about {x}.", "Stühle getragen, geredet über: {x}.", "椅子を運びながら{x}の話。"],
    ["Opening of the new hall.", "Einweihung der neuen Halle.", "新しい工場のお披露目。"], ["Breakfast. A calm talk about {x}.", "Frühstück. Ruhiges Gespräch über: {x}.", "朝食。{x}について落ち着いて話した。"],
];

/// Calls and video calls.
pub(super) const CALLS: [[&str; 3]; 10] = [
    ["Short call about {x}.", "Kurzer Anruf wegen: {x}.", "{x}の件で短い電話。"], ["Called back, good mood.", "Zurückgerufen, gute Laune.", "折り返しの電話。明るい声。"],
    ["Asked how the fair went.", "Gefragt, wie die Messe war.", "展示会の様子を聞いた。"], ["Cleared up a misunderstanding about {x}.", "Missverständnis geklärt: {x}.", "{x}の行き違いを解消。"],
    ["Advice on the offer. Half an hour well spent.", "Rat zum Angebot. Gut angelegte halbe Stunde.", "見積もりの相談。有意義な三十分。"], ["Just to hear how things are.", "Einfach gefragt, wie es geht.", "近況を聞くだけの電話。"],
    ["Agreed on a date to meet.", "Termin zum Treffen ausgemacht.", "会う日を決めた。"], ["Walked through {x} on the screen.", "Am Bildschirm durchgegangen: {x}.", "画面で{x}を一緒に確認。"],
    ["Congratulated on the new job.", "Zur neuen Stelle gratuliert.", "新しい職場のお祝い。"], ["Told about the parcel that came.", "Vom Paket erzählt, das ankam.", "荷物が届いたと連絡。"],
];

/// Letters, mails and messages.
pub(super) const MAILS: [[&str; 3]; 12] = [
    ["Sent the article on {x}.", "Artikel geschickt: {x}.", "{x}の記事を送った。"], ["Asked a question about {x}.", "Frage gestellt zu: {x}.", "{x}について質問。"],
    ["Wished a good new year.", "Ein gutes neues Jahr gewünscht.", "新年の挨拶。"], ["Photos from the evening.", "Fotos vom Abend.", "会の写真を送付。"],
    ["Confirmed the address for the samples.", "Adresse für die Muster bestätigt.", "見本の送り先を確認。"], ["Told how the advice worked out.", "Erzählt, was aus dem Rat wurde.", "助言の結果を報告。"],
    ["Shared a job advert for the apprentice.", "Stellenanzeige für den Azubi weitergegeben.", "若手向けの求人を共有。"], ["Handwritten card with thanks.", "Handgeschriebene Dankeskarte.", "手書きのお礼状。"],
    ["Link to the exhibition.", "Link zur Ausstellung.", "展覧会の案内を送った。"], ["Offered help with {x}.", "Hilfe angeboten: {x}.", "{x}の手伝いを申し出た。"],
    ["Funny picture of a door handle.", "Lustiges Bild einer Türklinke.", "面白い取っ手の写真。"], ["Condolences, by letter.", "Beileid, als Brief.", "お悔やみの手紙。"],
];

/// What was given or received.
pub(super) const ADVICE: [[&str; 3]; 8] = [
    ["advice on {x}", "Rat zu: {x}", "{x}の助言"], ["looked over the contract", "Vertrag durchgesehen", "契約書の確認"], ["a name to call", "ein Name zum Anrufen", "相談先を教えた"],
    ["lent a jig", "eine Vorrichtung geliehen", "治具を貸した"], ["half a day of help at the fair", "ein halber Tag Hilfe auf der Messe", "展示会を半日手伝い"], ["listened", "zugehört", "話を聞いた"],
    ["translated two pages", "zwei Seiten übersetzt", "二ページの翻訳"], ["a box of samples", "eine Kiste Muster", "見本一箱"],
];

/// Why a relationship has or has not developed, as chosen in the review.
pub(super) const REASONS_WARM: [ReviewReason; 6] = ReviewReason::FOR;
/// The same for those that did not; what one could have done oneself is answered more often than one likes.
pub(super) const REASONS_COLD: [ReviewReason; 11] = [
    ReviewReason::NoTopic, ReviewReason::NeverAsked, ReviewReason::NeverWrote, ReviewReason::WentQuiet,
    ReviewReason::WrongMoment, ReviewReason::OneSided, ReviewReason::TooFar, ReviewReason::ImpressionRight,
    ReviewReason::NeverWrote, ReviewReason::NeverAsked, ReviewReason::NeverWrote,
];
/// Reasons in the owner's own words.
pub(super) const REASONS_OWN: [&str; 2] = ["Only wanted to sell", "I confused two people"];

/// Notes of reviews that deepen or keep.
pub(super) const REVIEW_WARM: [[&str; 3]; 8] = [
    ["Two replies and a drawing. Visit the workshop.", "Zwei Antworten und eine Zeichnung. Werkstatt besuchen.", "返事が二度、図面も届いた。工房を訪ねる。"],
    ["I want to know more about {x}.", "Mehr erfahren über: {x}.", "{x}についてもっと知りたい。"], ["Easy to talk to. Invite to the table.", "Angenehm im Gespräch. An den Tisch einladen.", "話しやすい。次の会に誘う。"],
    ["Could help three people I know.", "Könnte drei Leuten helfen, die ich kenne.", "知人三人の助けになりそう。"], ["Asked how to help, twice.", "Hat zweimal gefragt, wie man helfen kann.", "二度も手伝いを申し出てくれた。"],
    ["My needs have changed: now {x} matters.", "Mein Bedarf hat sich geändert: jetzt zählt {x}.", "今は{x}が必要になった。"], ["Warm letters. Meet in person.", "Herzliche Briefe. Persönlich treffen.", "心のこもった手紙。直接会いたい。"],
    ["Long answer to a short mail. Keep going.", "Lange Antwort auf eine kurze Mail. Weiter so.", "短い便りに長い返事。続けたい。"],
];
/// Notes of reviews that keep or let go.
pub(super) const REVIEW_COLD: [[&str; 3]; 8] = [
    ["Nothing since the evening. My turn, really.", "Seit dem Abend nichts. Eigentlich bin ich dran.", "その後連絡なし。本当は私の番。"], ["Polite, no common ground yet.", "Höflich, noch nichts Gemeinsames.", "感じは良いが共通点がまだない。"],
    ["Look again when the fair is over.", "Nach der Messe noch mal ansehen.", "展示会の後でもう一度。"], ["The first impression was right.", "Der erste Eindruck war richtig.", "第一印象のとおりだった。"],
    ["Changed trades. No hard feelings.", "Branche gewechselt. Alles gut.", "業種を変えられた。"], ["Only wanted to sell.", "Wollte nur verkaufen.", "売り込みだけだった。"],
    ["Might need {x} next year.", "Vielleicht nächstes Jahr nötig: {x}.", "来年{x}が必要になるかも。"], ["Kind person, far away. A card at New Year.", "Netter Mensch, weit weg. Karte zu Neujahr.", "遠方だが良い方。年賀状を。"],
];

/// Next steps that a review ends in.
pub(super) const NEXT_STEPS: [[&str; 3]; 8] = [
    ["Visit the workshop", "Werkstatt besuchen", "工房を訪ねる"], ["Lunch when in town", "Mittagessen, wenn in der Stadt", "近くに行ったら昼食"], ["Send the samples", "Muster schicken", "見本を送る"],
    ["Call about {x}", "Anrufen wegen: {x}", "{x}の件で電話"], ["Introduce to two people", "Mit zwei Leuten bekannt machen", "二人に紹介する"], ["Invite to the next evening", "Zum nächsten Abend einladen", "次の会に誘う"],
    ["Ask for a tour", "Um eine Führung bitten", "見学をお願いする"], ["Read the paper and answer", "Aufsatz lesen und antworten", "論文を読んで返事する"],
];

/// Comments with which a card is passed on; no address, no number.
pub(super) const COMMENTS: [[&str; 3]; 8] = [
    ["Exact, patient, likes difficult jobs: {x}.", "Genau, geduldig, mag schwierige Aufgaben: {x}.", "正確で根気強い方。{x}が得意。"], ["The best I know for {x}.", "Das Beste, was ich kenne für: {x}.", "{x}なら一番の方。"],
    ["Talks plainly and keeps dates.", "Redet klar und hält Termine.", "率直で約束を守る方。"], ["Small firm, great care. Field: {x}.", "Kleiner Betrieb, große Sorgfalt. Gebiet: {x}.", "小さいが丁寧な会社。専門は{x}。"],
    ["We worked together once; I would again.", "Einmal zusammengearbeitet, gern wieder.", "一度ご一緒して、またお願いしたい方。"], ["Ask about {x} and bring time.", "Nach {x} fragen und Zeit mitbringen.", "{x}についてぜひ聞いてみて。"],
    ["Not cheap, worth it.", "Nicht billig, aber jeden Cent wert.", "安くはないが確か。"], ["Young team, honest about what they cannot do.", "Junges Team, sagt ehrlich, was nicht geht.", "若いチームで正直。"],
];

/// How a referral ended: at work, still talking, at nothing.
pub(super) const OUTCOME_WORK: [&str; 6] =
    ["First order of forty pieces", "A pilot, then the whole series", "Hired for the spring project", "They share a workshop now", "Contract over two years", "Three hundred cups for the café"];
/// Still talking.
pub(super) const OUTCOME_TALKING: [&str; 5] =
    ["Samples are on their way", "Second call next week", "They like each other; no job yet", "Waiting for the budget", "Drawings went to and fro"];
/// Came to nothing.
pub(super) const OUTCOME_NOTHING: [&str; 5] =
    ["Too large for the workshop", "No reply after two mails", "Price did not fit", "The need was met elsewhere", "They met, and both said no kindly"];

/// Notes on introductions.
pub(super) const INTRODUCTIONS: [[&str; 3]; 8] = [
    ["Both care about {x}.", "Beiden liegt daran: {x}.", "二人とも{x}に関心がある。"], ["Same problem from two sides.", "Dasselbe Problem von zwei Seiten.", "同じ課題を両側から。"],
    ["They live three streets apart and did not know.", "Wohnen drei Straßen voneinander und wussten es nicht.", "近所なのに知らなかった。"], ["One needs {x}, the other does it.", "Die eine Seite sucht, die andere kann: {x}.", "一方が{x}を探し、一方ができる。"],
    ["For the exhibition in spring.", "Für die Ausstellung im Frühling.", "春の展示のために。"], ["They will like each other.", "Die beiden werden sich mögen.", "気が合いそう。"],
    ["Asked for by both.", "Von beiden gewünscht.", "双方の希望で。"], ["Over coffee, ten minutes, that was enough.", "Beim Kaffee, zehn Minuten, das reichte.", "コーヒー十分で話が決まった。"],
];

/// Notes on ties.
pub(super) const TIES: [[&str; 3]; 8] = [
    ["Shared a laboratory", "Gemeinsames Labor", "同じ研究室にいた"], ["Sail together", "Segeln zusammen", "一緒に帆走する"], ["Same year at school", "Derselbe Jahrgang", "同級生"], ["", "", ""],
    ["Built a stand for a fair together", "Gemeinsamer Messestand", "展示会で共同出展"], ["", "", ""], ["Supplies the workshop", "Beliefert die Werkstatt", "工房に納めている"], ["", "", ""],
];

/// Things to call about.
pub(super) const CALL_ABOUT: [&str; 8] =
    ["new samples", "date for the visit", "offer for the small lot", "how the operation of the new line goes", "the speaker for November", "drawings, second version", "train times", "the apprentice"];
/// Where to meet.
pub(super) const MEET_AT: [&str; 8] =
    ["Café Elise, by the canal", "lunch at the market", "tour of the workshop", "tea at the museum", "coffee at the station", "walk by the river", "their new office", "dinner with both families"];
/// What was promised.
pub(super) const PROMISES: [&str; 8] =
    ["Send the checklist", "Send the address of the glass people", "Return the book", "Photos from the evening", "Find out the size of the crate", "Ask about the hall", "Send the recipe", "Forward the call for papers"];
/// What to write about.
pub(super) const WRITE_ABOUT: [&str; 6] =
    ["how the fair went", "the article on old machines", "congratulations on the prize", "an invitation to the long table", "the answer about customs", "the date in spring"];

/// What others said about somebody without a card.
pub(super) const MENTIONED: [&str; 8] = [
    "answers every mail the same day. Hates slides.", "bends glass nobody else can.", "knows every hall between here and the sea.", "should be met before the summer.",
    "taught half the trade.", "has the machine that we look for.", "is looking for a partner in Japan.", "never comes to evenings; write a letter.",
];

/// Where facts about a business were found.
pub(super) const SOURCES: [&str; 5] = ["their website", "trade journal", "talk at the fair", "a colleague", "annual report"];
/// What was found.
pub(super) const RESEARCH: [[&str; 3]; 8] = [
    ["Eleven people, third generation, exports a third.", "Elf Leute, dritte Generation, ein Drittel Ausfuhr.", "社員十一名、三代目、輸出が三割。"], ["New hall since last year; more room than orders.", "Neue Halle seit letztem Jahr, mehr Platz als Aufträge.", "昨年新工場。余力あり。"],
    ["Known for {x}; competitors send their hard cases.", "Bekannt für {x}; die Konkurrenz schickt schwierige Fälle.", "{x}で知られ、同業からも依頼が来る。"], ["Won a regional prize for {x}.", "Regionaler Preis für: {x}.", "{x}で地域の賞を受賞。"],
    ["Looks for successors in the next five years.", "Sucht in den nächsten fünf Jahren Nachfolge.", "五年以内に後継者を探す。"], ["Works for two hospitals and a museum.", "Arbeitet für zwei Kliniken und ein Museum.", "病院二つと博物館の仕事。"],
    ["Publishes every spring on {x}.", "Veröffentlicht jeden Frühling etwas zu: {x}.", "毎春{x}の論文を発表。"], ["Family owned, no debts, no hurry.", "In Familienhand, keine Schulden, keine Eile.", "家族経営、無借金、急がない。"],
];

/// What is asked before two people are introduced.
pub(super) const ASKS: [&str; 2] =
    ["Would an introduction be welcome?", "May I bring you together with somebody?"];
