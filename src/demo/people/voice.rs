//! What the owner of the book writes and remembers about people.

/// First sentences of an impression: the manner.
pub const MANNER_EN: [&str; 24] = [
    "Calm and exact.", "Talks fast, listens faster.", "Asked three good questions before saying what the work is.",
    "Shy until the subject comes up.", "Warm handshake, cold hands.", "Draws while talking.", "Remembers every name at the table.",
    "Dry humour, easily missed.", "Came late and apologised to everybody.", "Quiet corner, long conversation.",
    "Says no kindly.", "Explained it with sugar cubes.", "Curious about everything but cars.", "Thinks before answering, and it shows.",
    "Laughs with the whole face.", "Carries a notebook, uses it.", "Direct in the best way.", "Knew half the room, introduced me to most of it.",
    "Patient with beginners.", "Careful with promises.", "First to help with the chairs.", "Proud of the team, not of the title.",
    "Hands of somebody who builds things.", "Would rather show than tell.",
];

/// Second sentences of an impression: something to remember.
pub const MEMORY_EN: [&str; 24] = [
    "Laughs at bad puns in two languages.", "Had brought a sample in a sandwich box.", "Offered to send a drawing and did so on the train.",
    "We both missed the last tram.", "Told me about the worst prototype first.", "Knows where to find good coffee at six in the morning.",
    "Learned the trade from a grandmother.", "Still repairs the first machine.", "Wears two watches, both wrong.",
    "Asked how to help before I could.", "Keeps a list of words without translation.", "Would not let me pay for the soup.",
    "Walks to work along the river.", "Has an opinion on door handles.", "Wants to hear no more about apps.",
    "Thanked the caterers by name.", "Grew up above the workshop.", "Lent me an umbrella.", "Had read the programme, all of it.",
    "Collects tickets from night trains.", "Could sell nothing, could teach anything.", "Photographs staircases.",
    "Cycles in any weather.", "Met the business partner in a lift.",
];

/// German impressions.
pub const IMPRESSION_DE: [&str; 12] = [
    "Ruhig und genau. Hat das Muster in der Brotdose dabei.", "Spricht schnell, hört schneller zu. Gleich noch mal anrufen.",
    "Zurückhaltend, bis es ums Fach geht.", "Trockener Humor. Kennt jeden im Saal.", "Erklärt alles mit Zuckerwürfeln.",
    "Hilft zuerst beim Stühlerücken.", "Sagt freundlich nein und meint es so.", "Zeichnet beim Reden. Schöne Linien.",
    "Kommt mit dem Rad, bei jedem Wetter.", "Fragt zuerst, antwortet dann kurz.", "Hat mir einen Schirm geliehen.", "Stolz auf die Leute, nicht auf den Titel.",
];

/// Japanese impressions.
pub const IMPRESSION_JA: [&str; 12] = [
    "落ち着いた方。説明がとても正確。", "よく笑う。だじゃれが二か国語で通じる。", "質問が三つ、どれも良かった。",
    "控えめだが、専門の話になると止まらない。", "試作品を弁当箱に入れて持ってきていた。", "帰りに傘を貸してくださった。",
    "皆の名前を覚えている。", "話しながら絵を描く。", "約束に慎重で、信頼できる。", "椅子の片づけを最初に手伝っていた。",
    "手が職人の手。", "まず相手の役に立つことを聞く方。",
];

/// Topics of a conversation beyond the trade: English, German, Japanese.
pub const TOPICS: [[&str; 3]; 20] = [
    ["night trains", "Nachtzüge", "夜行列車"], ["first jobs", "der erste Beruf", "最初の仕事"], ["sourdough", "Sauerteig", "パン作り"],
    ["raising twins", "Zwillinge", "双子の子育て"], ["finding apprentices", "Nachwuchs", "人材探し"], ["the smell of workshops", "Werkstattgeruch", "工房の匂い"],
    ["bad prototypes", "misslungene Muster", "失敗した試作"], ["learning Japanese", "Japanisch lernen", "日本語の勉強"], ["cold swimming", "Schwimmen im Winter", "寒中水泳"],
    ["paying fair prices", "faire Preise", "適正な価格"], ["moving a company", "Umzug eines Betriebs", "会社の引っ越し"], ["choirs", "Chöre", "合唱"],
    ["family firms", "Familienbetriebs-Alltag", "家業"], ["repairing instead of buying", "Reparieren statt kaufen", "修理の文化"], ["old maps", "alte Karten", "古地図"],
    ["export rules", "Ausfuhrregeln", "輸出の手続き"], ["dogs in offices", "Hunde im Büro", "会社の犬"], ["garden seeds", "Saatgut", "庭の種"],
    ["how to run an evening", "wie man einen Abend leitet", "交流会の進め方"], ["quiet cities", "leise Städte", "静かな街"],
];

/// Hobbies: English, German, Japanese.
pub const HOBBIES: [[&str; 3]; 24] = [
    ["rowing", "Rudern", "ボート"], ["choir singing", "Chorsingen", "合唱"], ["mending radios", "Radios reparieren", "ラジオの修理"], ["mountain huts", "Berghütten", "山小屋めぐり"],
    ["calligraphy", "Kalligrafie", "書道"], ["table tennis", "Tischtennis", "卓球"], ["birdwatching", "Vögel beobachten", "野鳥観察"], ["cello", "Cello", "チェロ"],
    ["night photography", "Nachtfotografie", "夜景の写真"], ["bread", "Brot backen", "パン作り"], ["go", "Go", "囲碁"], ["model railways", "Modelleisenbahn", "鉄道模型"],
    ["cycling long ways", "lange Radtouren", "自転車旅行"], ["tide pools", "Wattwandern", "磯遊び"], ["knitting", "Stricken", "編み物"], ["old films", "alte Filme", "古い映画"],
    ["bouldering", "Bouldern", "ボルダリング"], ["hot springs", "Thermalquellen", "温泉"], ["allotment garden", "Schrebergarten", "家庭菜園"], ["tango", "Tango", "タンゴ"],
    ["fermenting", "Fermentieren", "漬物"], ["kites", "Drachen", "凧"], ["crime novels", "Krimis", "推理小説"], ["woodcuts", "Holzschnitt", "木版画"],
];

/// Food that a person likes or had for breakfast: English, German, Japanese.
pub const FOOD: [[&str; 3]; 16] = [
    ["porridge with salt", "Haferbrei mit Salz", "塩味のおかゆ"], ["natto every morning", "jeden Morgen Natto", "毎朝納豆"], ["vegetarian", "vegetarisch", "菜食"],
    ["no coriander", "kein Koriander", "パクチーが苦手"], ["rye bread and radish", "Roggenbrot mit Radieschen", "ライ麦パン"], ["grilled mackerel", "gegrillte Makrele", "焼き鯖"],
    ["jollof on Sundays", "sonntags Jollof-Reis", "日曜はジョロフライス"], ["plum cake", "Pflaumenkuchen", "プラムケーキ"], ["black coffee only", "nur schwarzer Kaffee", "ブラックコーヒー"],
    ["green tea, never coffee", "grüner Tee, nie Kaffee", "緑茶派"], ["dosa with coconut", "Dosa mit Kokos", "ココナツのドーサ"], ["cold soba", "kalte Soba", "ざるそば"],
    ["allergic to nuts", "Nussallergie", "ナッツアレルギー"], ["cheese and pears", "Käse und Birnen", "チーズと洋梨"], ["tortilla at midnight", "Tortilla um Mitternacht", "夜中のトルティージャ"], ["pickles with everything", "zu allem Gurken", "何にでも漬物"],
];

/// Family facts: English, German, Japanese.
pub const FAMILY: [[&str; 3]; 16] = [
    ["two daughters, both play handball", "zwei Töchter, beide spielen Handball", "娘二人、二人ともハンドボール"], ["twins, five", "Zwillinge, fünf", "双子、五歳"],
    ["a son who studies in Kyoto", "ein Sohn, der in Kyoto studiert", "息子が京都の大学"], ["mother runs a bakery", "die Mutter hat eine Bäckerei", "お母様がパン屋"],
    ["an old dog called Mozart", "ein alter Hund namens Mozart", "老犬モーツァルト"], ["a new baby since spring", "seit Frühling ein Baby", "春に赤ちゃん誕生"],
    ["married to a violinist", "mit einer Geigerin verheiratet", "奥様がバイオリン奏者"], ["lives with a grandfather", "wohnt mit dem Großvater", "祖父と同居"],
    ["three cats", "drei Katzen", "猫三匹"], ["a sister in Lisbon", "eine Schwester in Lissabon", "妹がリスボン在住"], ["four brothers, all cooks", "vier Brüder, alle Köche", "兄弟四人とも料理人"],
    ["grandchildren in Oslo", "Enkel in Oslo", "孫がオスロに"], ["partner teaches chemistry", "Partner unterrichtet Chemie", "ご家族が化学の先生"], ["daughter starts school in April", "Tochter kommt im April in die Schule", "娘が四月に入学"],
    ["looks after an aunt", "kümmert sich um eine Tante", "叔母様の介護"], ["a parrot older than the firm", "ein Papagei, älter als die Firma", "会社より年上のオウム"],
];
