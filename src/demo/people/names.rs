//! Names to combine. Each part is common; who carries which pair is invented.

/// A Japanese name part: as written, in hiragana, in romaji.
pub type Written = (&'static str, &'static str, &'static str);

/// Japanese family names.
pub const FAMILY_JA: [Written; 64] = [
    ("田中", "たなか", "Tanaka"), ("佐々木", "ささき", "Sasaki"), ("中村", "なかむら", "Nakamura"), ("小林", "こばやし", "Kobayashi"),
    ("森", "もり", "Mori"), ("山本", "やまもと", "Yamamoto"), ("北原", "きたはら", "Kitahara"), ("白石", "しらいし", "Shiraishi"),
    ("水野", "みずの", "Mizuno"), ("長谷川", "はせがわ", "Hasegawa"), ("三浦", "みうら", "Miura"), ("青木", "あおき", "Aoki"),
    ("桜井", "さくらい", "Sakurai"), ("藤原", "ふじわら", "Fujiwara"), ("岡田", "おかだ", "Okada"), ("石川", "いしかわ", "Ishikawa"),
    ("松永", "まつなが", "Matsunaga"), ("安西", "あんざい", "Anzai"), ("大森", "おおもり", "Omori"), ("久保", "くぼ", "Kubo"),
    ("片山", "かたやま", "Katayama"), ("野口", "のぐち", "Noguchi"), ("川端", "かわばた", "Kawabata"), ("竹内", "たけうち", "Takeuchi"),
    ("秋山", "あきやま", "Akiyama"), ("早川", "はやかわ", "Hayakawa"), ("高梨", "たかなし", "Takanashi"), ("西園", "にしぞの", "Nishizono"),
    ("新井", "あらい", "Arai"), ("平野", "ひらの", "Hirano"), ("上田", "うえだ", "Ueda"), ("村瀬", "むらせ", "Murase"),
    ("栗原", "くりはら", "Kurihara"), ("須藤", "すどう", "Sudo"), ("宮本", "みやもと", "Miyamoto"), ("杉浦", "すぎうら", "Sugiura"),
    ("浅野", "あさの", "Asano"), ("黒田", "くろだ", "Kuroda"), ("星野", "ほしの", "Hoshino"), ("堀内", "ほりうち", "Horiuchi"),
    ("飯島", "いいじま", "Iijima"), ("和田", "わだ", "Wada"), ("内海", "うつみ", "Utsumi"), ("榎本", "えのもと", "Enomoto"),
    ("永井", "ながい", "Nagai"), ("広瀬", "ひろせ", "Hirose"), ("小野寺", "おのでら", "Onodera"), ("梅原", "うめはら", "Umehara"),
    ("千葉", "ちば", "Chiba"), ("古川", "ふるかわ", "Furukawa"), ("滝沢", "たきざわ", "Takizawa"), ("矢野", "やの", "Yano"),
    ("菅原", "すがわら", "Sugawara"), ("遠山", "とおやま", "Toyama"), ("南", "みなみ", "Minami"), ("柴田", "しばた", "Shibata"),
    ("関", "せき", "Seki"), ("福井", "ふくい", "Fukui"), ("辻", "つじ", "Tsuji"), ("望月", "もちづき", "Mochizuki"),
    ("河合", "かわい", "Kawai"), ("土屋", "つちや", "Tsuchiya"), ("松原", "まつばら", "Matsubara"), ("今村", "いまむら", "Imamura"),
];

/// Japanese given names.
pub const GIVEN_JA: [Written; 63] = [
    ("遥", "はるか", "Haruka"), ("健", "けん", "Ken"), ("拓海", "たくみ", "Takumi"), ("いずみ", "いずみ", "Izumi"),
    ("直樹", "なおき", "Naoki"), ("葵", "あおい", "Aoi"), ("美咲", "みさき", "Misaki"), ("翔太", "しょうた", "Shota"),
    ("恵", "めぐみ", "Megumi"), ("大輔", "だいすけ", "Daisuke"), ("由美", "ゆみ", "Yumi"), ("誠", "まこと", "Makoto"),
    ("千尋", "ちひろ", "Chihiro"), ("悠人", "ゆうと", "Yuto"), ("さくら", "さくら", "Sakura"), ("浩二", "こうじ", "Koji"),
    ("彩香", "あやか", "Ayaka"), ("隆", "たかし", "Takashi"), ("真理子", "まりこ", "Mariko"), ("亮", "りょう", "Ryo"),
    ("奈々", "なな", "Nana"), ("修", "おさむ", "Osamu"), ("桃子", "ももこ", "Momoko"), ("蓮", "れん", "Ren"),
    ("久美子", "くみこ", "Kumiko"), ("和也", "かずや", "Kazuya"), ("静香", "しずか", "Shizuka"), ("剛", "つよし", "Tsuyoshi"),
    ("麻衣", "まい", "Mai"), ("聡", "さとし", "Satoshi"), ("明日香", "あすか", "Asuka"), ("陽介", "ようすけ", "Yosuke"),
    ("純子", "じゅんこ", "Junko"), ("学", "まなぶ", "Manabu"), ("理沙", "りさ", "Risa"), ("勇気", "ゆうき", "Yuki"),
    ("小春", "こはる", "Koharu"), ("哲也", "てつや", "Tetsuya"), ("美穂", "みほ", "Miho"), ("慎吾", "しんご", "Shingo"),
    ("友紀", "ともき", "Tomoki"), ("綾乃", "あやの", "Ayano"), ("一郎", "いちろう", "Ichiro"), ("玲奈", "れな", "Rena"),
    ("雅彦", "まさひこ", "Masahiko"), ("詩織", "しおり", "Shiori"), ("光", "ひかる", "Hikaru"), ("香織", "かおり", "Kaori"),
    ("貴之", "たかゆき", "Takayuki"), ("夏希", "なつき", "Natsuki"), ("俊介", "しゅんすけ", "Shunsuke"), ("文子", "ふみこ", "Fumiko"),
    ("洋平", "ようへい", "Yohei"), ("瑞希", "みずき", "Mizuki"), ("進", "すすむ", "Susumu"), ("佳奈", "かな", "Kana"),
    ("康弘", "やすひろ", "Yasuhiro"), ("凛", "りん", "Rin"), ("伸一", "しんいち", "Shinichi"), ("智子", "ともこ", "Tomoko"),
    ("航", "わたる", "Wataru"), ("つばさ", "つばさ", "Tsubasa"), ("春樹", "はるき", "Haruki"),
];

/// German family names.
pub const FAMILY_DE: [&str; 72] = [
    "Schäfer", "Weber", "Sommer", "Brenner", "Kruse", "Lindner", "Vogt", "Böhm", "Krüger", "Hoffmann", "Albrecht", "Busch",
    "Seidel", "Jäger", "Winter", "Baumann", "Köhler", "Brandt", "Haas", "Schreiber", "Graf", "Dietrich", "Ziegler", "Kuhn",
    "Pohl", "Engel", "Horn", "Bergmann", "Voigt", "Sauer", "Arnold", "Wolff", "Pfeiffer", "Lorenz", "Heinrich", "Günther",
    "Simon", "Ludwig", "Böttcher", "Franke", "Otto", "Stein", "Groß", "Roth", "Möller", "Ahrens", "Petersen", "Thiel",
    "Wiegand", "Reuter", "Hartwig", "Melzer", "Kästner", "Rößler", "Dörfler", "Mühlbauer", "Grünwald", "Nothnagel", "Eberle",
    "Zeller", "Hinrichs", "Tiedemann", "Osterkamp", "Fink", "Kranz", "Yılmaz", "Kaya", "Nowak", "Janßen", "Übelacker", "Quast", "Falk",
];

/// German given names.
pub const GIVEN_DE: [&str; 65] = [
    "Mina", "Jonas", "Felix", "Klaus", "Henrike", "Anneliese", "Bjarne", "Carolin", "Dominik", "Elif", "Finja", "Gregor", "Hannah",
    "Ingo", "Jule", "Kerstin", "Lars", "Marlene", "Nils", "Ole", "Petra", "Ruben", "Sönke", "Theresa", "Uwe", "Viola", "Wiebke",
    "Yannick", "Zoë", "Aylin", "Bernd", "Christa", "Dörte", "Emil", "Friederike", "Götz", "Heike", "Ilse", "Jürgen", "Katja",
    "Leonie", "Moritz", "Nadine", "Oskar", "Paula", "Ralf", "Sabine", "Till", "Ute", "Veit", "Wolfgang", "Xenia", "Anton", "Britta",
    "Claudia", "Deniz", "Eva", "Frauke", "Gisela", "Holger", "Imke", "Jasper", "Käthe", "Luise", "Matthias",
];

/// International names: given names and family names of one background belong together.
pub const ABROAD: [(&[&str], &[&str]); 9] = [
    (
        &["Oliver", "Grace", "Harriet", "Callum", "Imogen", "Rory", "Beatrice", "Hugh", "Nora", "Desmond", "Fiona", "Alistair", "Maeve", "Toby", "Wren"],
        &["Grant", "Whitlock", "Ashdown", "Fairweather", "Penrose", "MacAllister", "Hollis", "Byrne", "Kestrel", "Thornbury", "Lockwood", "Marsh", "Pemberton"],
    ),
    (
        &["Lucía", "Mateo", "Inés", "Joaquín", "Valentina", "Tomás", "Marisol", "Andrés", "Paloma", "Rafael", "Ximena"],
        &["Ortega", "Villanueva", "Cárdenas", "Belmonte", "Quiroga", "Salazar", "Montoya", "Ibáñez", "Echeverría", "Robles"],
    ),
    (
        &["Amara", "Chidi", "Ngozi", "Tunde", "Yewande", "Kelechi", "Folake", "Obinna", "Zainab", "Sade"],
        &["Adeyemi", "Okonkwo", "Balogun", "Nwosu", "Eze", "Afolabi", "Onyekachi", "Adichie", "Bello", "Oyelaran"],
    ),
    (
        &["Priya", "Arjun", "Meera", "Vikram", "Ananya", "Rohan", "Kavya", "Sanjay", "Leela", "Dev", "Nandini"],
        &["Natarajan", "Iyer", "Chatterjee", "Deshpande", "Menon", "Kulkarni", "Bhatt", "Rao", "Sengupta", "Varma"],
    ),
    (
        &["Ji-woo", "Min-jun", "Seo-yeon", "Hyun-woo", "Ha-eun", "Do-yun", "Soo-ah", "Tae-hyun"],
        &["Kim", "Park", "Choi", "Yoon", "Lim", "Kang", "Seo", "Han", "Bae"],
    ),
    (
        &["Wei", "Mei", "Jian", "Xiu", "Haoran", "Lihua", "Yichen", "Ruolan", "Zihan"],
        &["Chen", "Liang", "Zhao", "Xu", "Lin", "Sun", "Guo", "Tang", "Fang"],
    ),
    (
        &["Camille", "Étienne", "Manon", "Bastien", "Solène", "Théo", "Clémence", "Rémi"],
        &["Lefèvre", "Moreau", "Delacroix", "Garnier", "Rousselet", "Beaumont", "Chevalier", "Fontaine"],
    ),
    (
        &["Ingrid", "Aksel", "Freja", "Mikkel", "Sanna", "Eero", "Solveig", "Torsten"],
        &["Lindqvist", "Halvorsen", "Bergström", "Nygaard", "Virtanen", "Dahl", "Sørensen", "Åkesson"],
    ),
    (
        &["Wanjiru", "Kofi", "Thandiwe", "Abena", "Sipho", "Achieng", "Kwame", "Naledi"],
        &["Mwangi", "Mensah", "Dlamini", "Owusu", "Kamau", "Asante", "Nkosi", "Otieno"],
    ),
];

/// A city with districts in which invented streets lie.
#[derive(Debug)]
pub struct City {
    /// Name as printed on a card of its country.
    pub name: &'static str,
    /// Name in English.
    pub english: &'static str,
    /// Country in English.
    pub country: &'static str,
    /// ISO 3166-1 alpha-2.
    pub country_code: &'static str,
    /// Districts.
    pub districts: &'static [&'static str],
}

const fn city(
    name: &'static str,
    english: &'static str,
    (country, country_code): (&'static str, &'static str),
    districts: &'static [&'static str],
) -> City {
    City { name, english, country, country_code, districts }
}

const JAPAN: (&str, &str) = ("Japan", "JP");
const GERMANY: (&str, &str) = ("Germany", "DE");

/// Cities of Japanese cards.
pub const CITIES_JA: [City; 10] = [
    city("東京都", "Tokyo", JAPAN, &["大田区", "墨田区", "千代田区", "世田谷区", "品川区", "台東区"]),
    city("京都市", "Kyoto", JAPAN, &["左京区", "中京区", "伏見区"]),
    city("大阪市", "Osaka", JAPAN, &["北区", "西区", "住吉区"]),
    city("札幌市", "Sapporo", JAPAN, &["中央区", "豊平区", "西区"]),
    city("金沢市", "Kanazawa", JAPAN, &["東山", "片町", "香林坊"]),
    city("福岡市", "Fukuoka", JAPAN, &["博多区", "中央区", "早良区"]),
    city("名古屋市", "Nagoya", JAPAN, &["中区", "熱田区", "千種区"]),
    city("横浜市", "Yokohama", JAPAN, &["西区", "中区", "鶴見区"]),
    city("仙台市", "Sendai", JAPAN, &["青葉区", "若林区"]),
    city("長野市", "Nagano", JAPAN, &["若里", "南長野"]),
];

/// Cities of German cards.
pub const CITIES_DE: [City; 12] = [
    city("Berlin", "Berlin", GERMANY, &["Wedding", "Kreuzberg", "Lichtenberg", "Neukölln", "Pankow"]),
    city("Hamburg", "Hamburg", GERMANY, &["Altona", "Ottensen", "Barmbek"]),
    city("Leipzig", "Leipzig", GERMANY, &["Plagwitz", "Connewitz", "Gohlis"]),
    city("München", "Munich", GERMANY, &["Giesing", "Sendling", "Haidhausen"]),
    city("Köln", "Cologne", GERMANY, &["Ehrenfeld", "Nippes", "Deutz"]),
    city("Tuttlingen", "Tuttlingen", GERMANY, &["Möhringen", "Nendingen"]),
    city("Braunschweig", "Brunswick", GERMANY, &["Gliesmarode", "Lehndorf"]),
    city("Dresden", "Dresden", GERMANY, &["Neustadt", "Pieschen"]),
    city("Freiburg", "Freiburg", GERMANY, &["Wiehre", "Vauban"]),
    city("Bremen", "Bremen", GERMANY, &["Walle", "Findorff"]),
    city("Jena", "Jena", GERMANY, &["Lobeda", "Göschwitz"]),
    city("Flensburg", "Flensburg", GERMANY, &["Jürgensby", "Mürwik"]),
];

/// Cities of all other cards.
pub const CITIES_EN: [City; 14] = [
    city("Boston", "Boston", ("United States", "US"), &["Seaport", "Dorchester"]),
    city("Portland", "Portland", ("United States", "US"), &["Alberta", "Sellwood"]),
    city("Chicago", "Chicago", ("United States", "US"), &["Pilsen", "Bridgeport"]),
    city("London", "London", ("United Kingdom", "GB"), &["Hackney", "Deptford", "Walthamstow"]),
    city("Bristol", "Bristol", ("United Kingdom", "GB"), &["Bedminster", "Totterdown"]),
    city("Edinburgh", "Edinburgh", ("United Kingdom", "GB"), &["Leith", "Marchmont"]),
    city("Lagos", "Lagos", ("Nigeria", "NG"), &["Yaba", "Ikeja"]),
    city("Bengaluru", "Bengaluru", ("India", "IN"), &["Indiranagar", "Jayanagar"]),
    city("Seoul", "Seoul", ("South Korea", "KR"), &["Seongsu", "Mapo"]),
    city("Singapore", "Singapore", ("Singapore", "SG"), &["Tiong Bahru", "Katong"]),
    city("Copenhagen", "Copenhagen", ("Denmark", "DK"), &["Nørrebro", "Refshaleøen"]),
    city("Rotterdam", "Rotterdam", ("Netherlands", "NL"), &["Delfshaven", "Katendrecht"]),
    city("Valencia", "Valencia", ("Spain", "ES"), &["Ruzafa", "El Cabanyal"]),
    city("Lyon", "Lyon", ("France", "FR"), &["Croix-Rousse", "Guillotière"]),
];
