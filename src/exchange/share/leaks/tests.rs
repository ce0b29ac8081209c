//! What is a leak and what is none: the tables by which the scanner is judged.

use super::*;

/// Texts that reach somebody, with what must be found in them.
const LEAKS: &[(&str, LeakKind)] = &[
    // Mail
    ("Write to haruka.tanaka@example.jp soon", LeakKind::Mail),
    ("haruka＠example.jp", LeakKind::Mail),
    ("haruka﹫example．jp", LeakKind::Mail),
    ("haruka @ example . jp", LeakKind::Mail),
    ("haruka at example dot jp", LeakKind::Mail),
    ("haruka (at) example (dot) jp", LeakKind::Mail),
    ("haruka[at]example[dot]jp", LeakKind::Mail),
    ("haruka {at} example {dot} jp", LeakKind::Mail),
    ("haruka<at>example.jp", LeakKind::Mail),
    ("haruka-at-example-dot-jp", LeakKind::Mail),
    ("haruka_at_example_dot_jp", LeakKind::Mail),
    ("harukaATexampleDOTjp", LeakKind::Mail),
    ("haruka at example.jp", LeakKind::Mail),
    ("haruka dot tanaka at example dot co dot jp", LeakKind::Mail),
    ("jonas ät beispiel punkt de", LeakKind::Mail),
    ("jonas (ät) beispiel (punkt) de", LeakKind::Mail),
    ("jonas Klammeraffe beispiel Punkt de", LeakKind::Mail),
    ("jonas [at] beispiel.de", LeakKind::Mail),
    ("harukaアットマークexampleドットjp", LeakKind::Mail),
    ("haruka アット example ドット jp", LeakKind::Mail),
    ("haruka（アット）example。jp", LeakKind::Mail),
    ("メールは haruka@example.jp へ", LeakKind::Mail),
    ("h a r u k a @ e x a m p l e . j p", LeakKind::Mail),
    ("har\u{200b}uka@exa\u{ad}mple.jp", LeakKind::Mail),
    ("haruka@\u{2060}example.jp", LeakKind::Mail),
    ("\u{202e}pj.elpmaxe@akurah\u{202c}", LeakKind::Mail),
    ("haruka&#64;example.jp", LeakKind::Mail),
    ("haruka&#x40;example&period;jp", LeakKind::Mail),
    ("haruka&amp;commat;example.jp", LeakKind::Mail),
    ("haruka%40example.jp", LeakKind::Mail),
    ("<b>haruka</b>@<i>example</i>.jp", LeakKind::Mail),
    ("haruka<!-- no spam -->@example.jp", LeakKind::Mail),
    ("<a href=\"mailto:haruka@example.jp\">her</a>", LeakKind::Mail),
    ("hаrukа@ехаmple.jp", LeakKind::Mail), // with Cyrillic а, е and х
    ("ｈａｒｕｋａ＠ｅｘａｍｐｌｅ．ｊｐ", LeakKind::Mail),
    ("𝗵𝗮𝗿𝘂𝗸𝗮@example.jp", LeakKind::Mail),
    ("müller@bücher.de", LeakKind::Mail),
    ("kumiko at gmail", LeakKind::Mail),
    ("kumiko bei gmail punkt com", LeakKind::Mail),
    ("kumiko punkt kurihara bei gmx", LeakKind::Mail),
    ("kumiko ät web.de", LeakKind::Mail),
    ("kumikoアットgmail", LeakKind::Mail),
    // Phones
    ("Call +49 30 123 456 now", LeakKind::Phone),
    ("tel:0301234567", LeakKind::Link),
    ("０３-１２３４-５６７８", LeakKind::Phone),
    ("+1-555-0118", LeakKind::Phone),
    ("(617) 555-0118", LeakKind::Phone),
    ("617.555.0118", LeakKind::Phone),
    ("555-0118", LeakKind::Phone),
    ("0049 (0)30 / 12 34 56-0", LeakKind::Phone),
    ("030/123456", LeakKind::Phone),
    ("0 1 7 1 2 3 4 5 6 7 8", LeakKind::Phone),
    ("0-1-7-1-2-3-4-5-6-7", LeakKind::Phone),
    ("0[1]7[1]2[3]4[5]6", LeakKind::Phone),
    ("03\u{200b}12\u{200b}34\u{200b}56", LeakKind::Phone),
    ("0171\u{ad}234\u{ad}5678", LeakKind::Phone),
    ("\u{202e}8765432-1710\u{202c}", LeakKind::Phone),
    ("0\u{336}1\u{336}7\u{336}1\u{336}2345678", LeakKind::Phone),
    ("０９０−１２３４−５６７８", LeakKind::Phone),
    ("〇九〇の一二三四の五六七八", LeakKind::Phone),
    ("〇三・一二三四・五六七八", LeakKind::Phone),
    ("ゼロキュウゼロ、イチニサンヨン、ゴロクナナハチ", LeakKind::Phone),
    ("ぜろ きゅう ぜろ の いち に さん よん ご ろく なな はち", LeakKind::Phone),
    ("ｾﾞﾛｻﾝｲﾁﾆｻﾝﾖﾝｺﾞﾛｸﾅﾅﾊﾁ", LeakKind::Phone),
    ("null eins sieben eins zwo drei vier fünf sechs", LeakKind::Phone),
    ("nulleinssiebeneinszweidreivierfünf", LeakKind::Phone),
    ("null dreißig, zwölf vierunddreißig sechsundfünfzig", LeakKind::Phone),
    ("Null-Eins-Sieben-Eins 234 567", LeakKind::Phone),
    ("oh one seven one two three four five six", LeakKind::Phone),
    ("zero three zero, one two three, four five six", LeakKind::Phone),
    ("six one seven five five five oh one one eight", LeakKind::Phone),
    ("one seven one double two three four five six", LeakKind::Phone),
    ("plus four nine three zero one two three four five", LeakKind::Phone),
    ("①②③④⑤⑥⑦⑧", LeakKind::Phone),
    ("0⃣1⃣7⃣1⃣2⃣3⃣4⃣5⃣", LeakKind::Phone),
    ("٠٣٠١٢٣٤٥٦٧", LeakKind::Phone),
    ("O171 234 567", LeakKind::Phone),
    ("O3O-l234567", LeakKind::Phone),
    ("030&nbsp;123&#52;567", LeakKind::Phone),
    ("03<b></b>0 12<br>34567", LeakKind::Phone),
    ("03 12 34 56 78", LeakKind::Phone),
    ("03.12.34.56.78", LeakKind::Phone),
    ("Durchwahl 118", LeakKind::Phone),
    ("内線 4021", LeakKind::Phone),
    ("ext. 4021", LeakKind::Phone),
    ("ruf sie an: 12345", LeakKind::Phone),
    ("携帯は 80-1234-5678 です", LeakKind::Phone),
    ("電話 12-3456", LeakKind::Phone),
    ("0171 dash 234 dash 5678", LeakKind::Phone),
    ("null eins sieben eins Strich zwei drei vier fünf", LeakKind::Phone),
    ("+81 (0)90 1234 5678", LeakKind::Phone),
    ("her number: 0 90 - 12 34 - 56 78", LeakKind::Phone),
    ("four-seven-one-one-zero-eight", LeakKind::Phone),
    ("ninety, then four zeros, then seven forty-four", LeakKind::Phone),
    ("ihre Nummer: null eins sieben, sechs, dann fünf fünf", LeakKind::Phone),
    ("nullhundertsechsundsiebzig fünfundfünfzig zwölf vierunddreissig", LeakKind::Phone),
    // Names and profiles
    ("her handle is kumiko_k on telegram", LeakKind::Handle),
    ("on Telegram she is kumiko_k", LeakKind::Handle),
    ("kumiko_k (Telegram)", LeakKind::Handle),
    ("Skype live:kumiko.k", LeakKind::Handle),
    ("WeChat kumikochan", LeakKind::Handle),
    ("find her as @haruka_t", LeakKind::Handle),
    ("（@haruka_t）", LeakKind::Handle),
    ("LINE ID: haruka88", LeakKind::Handle),
    ("LINEのIDは haruka88", LeakKind::Handle),
    ("ラインID haruka.t", LeakKind::Handle),
    ("WeChat: tanakaharuka", LeakKind::Handle),
    ("微信 haruka_t88", LeakKind::Handle),
    ("Telegram haruka_t", LeakKind::Handle),
    ("Skype: live.haruka", LeakKind::Handle),
    ("Instagram ist haruka.keramik", LeakKind::Handle),
    ("linkedin.com/in/haruka-tanaka", LeakKind::Link),
    ("https://www.linkedin.com/in/haruka-tanaka-88/", LeakKind::Link),
    ("linkedin dot com slash in slash haruka", LeakKind::Link),
    ("xing.com/profile/Jonas_Weber", LeakKind::Link),
    ("x.com/haruka", LeakKind::Link),
    ("https://t.me/haruka", LeakKind::Link),
    ("wa.me/81901234567", LeakKind::Link),
    ("https://uni.example/~tanaka", LeakKind::Link),
    // Addresses
    ("lives at 12 Harbour Street", LeakKind::Address),
    ("221B Baker Street, London", LeakKind::Address),
    ("1600 Pennsylvania Ave NW", LeakKind::Address),
    ("twelve Harbour Road", LeakKind::Address),
    ("5 North Quay Rd.", LeakKind::Address),
    ("12 harbour street, Boston", LeakKind::Address),
    ("P.O. Box 1180", LeakKind::Address),
    ("Lindenstraße 12", LeakKind::Address),
    ("Lindenstr. 12a", LeakKind::Address),
    ("Lindenstrasse zwölf", LeakKind::Address),
    ("Potsdamer Platz 1", LeakKind::Address),
    ("Gartenweg 5", LeakKind::Address),
    ("Unter den Linden 5, 10117 Berlin", LeakKind::Address),
    ("Postfach 12 34", LeakKind::Address),
    ("Linden\u{ad}stra\u{200b}ße １２", LeakKind::Address),
    ("東京都千代田区丸の内1-9-1", LeakKind::Address),
    ("大阪市北区梅田三丁目1番3号", LeakKind::Address),
    ("〒100-0005 東京都千代田区丸の内１丁目９番１号", LeakKind::Address),
    ("丸の内一丁目九番一号", LeakKind::Address),
    ("私書箱12号", LeakKind::Address),
    ("Am Markt 5", LeakKind::Address),
    ("Am Markt 5, Köln", LeakKind::Address),
    ("Unter den Linden 77", LeakKind::Address),
    ("Hinterm Deich 9", LeakKind::Address),
    ("Elm Street twelve", LeakKind::Address),
    ("Via Roma 3", LeakKind::Address),
    ("5 Rue de Rivoli", LeakKind::Address),
    ("銀座 4-5-6", LeakKind::Address),
    ("銀座四の五の六", LeakKind::Address),
    ("熱田区見本町二の十四の十二", LeakKind::Address),
];

/// Texts that reach nobody.
const HARMLESS: &[&str] = &[
    "Ran 4,000 hours in 12 pumps since 2019",
    "Her parts ran 4,000 hours in salt water. Calm, exact, worth the time difference.",
    "4.000 Stunden im Salzwasser",
    "塩水で4,000時間もちました",
    "founded in 1998, rebuilt 2011, 2019 and 2024",
    "2019–2024",
    "from 2019 to 2024",
    "14.10.2026",
    "2026-10-14 18:30",
    "vom 14.10.2026–16.10.2026",
    "10/14/2026",
    "2026年10月14日(水) 18時30分",
    "20261014",
    "ISO 9001",
    "ISO 9001:2015, ISO 14001:2015 and IEC 27001",
    "DIN EN 10204 3.1",
    "10–12 people",
    "10, 20, 30 or 40 guests",
    "€ 12,500.00",
    "12.500,00 €",
    "1.250.000 Euro",
    "¥1,200,000",
    "120万円から150万円",
    "about 1,250,000 units a year",
    "1 250 000 parts",
    "12000-15000 rpm",
    "100–200 mm, tolerance 0.00125 mm",
    "3.14159265",
    "bearing SKF6205-2RS1",
    "XJ-2000 and RTX4090",
    "Model 20251118",
    "Patent US 9,123,456",
    "10115 Berlin",
    "MA 02139",
    "MA 02139-4307",
    "〒100-0005",
    "〒100-0005 東京",
    "100-0005 東京",
    "room 4021, floor 3",
    "Halle 4, Stand 12",
    "version 2.14.3",
    "192.168.10.12",
    "one or two of them, maybe three",
    "eins, zwei oder drei",
    "一人で二人分の仕事をします",
    "四千時間",
    "二〇二六年十月",
    "the two of us met at four",
    "look at example.com",
    "Found at bosch.com",
    "meet me at the dot on the map",
    "アットホームな会社です",
    "3 pcs @ 5 €",
    "signal processing and line inspection",
    "line 4 of the plant",
    "LINEで連絡します",
    "telegram from the office",
    "a LinkedIn group about ceramics",
    "example.com",
    "https://example.com/products/bearings",
    "on 5th Avenue",
    "10 years on the road",
    "14 October Dr. Brenner spoke",
    "Arbeitsplatz 3",
    "Spielplatz 2",
    "auf dem Weg 3 Ideen gesammelt",
    "auf der Straße",
    "千代田区で3-4人",
    "大阪市の3-4社",
    "東京都2020-2021年",
    "銀座一丁目の店",
    "Unter den Linden",
    "5 km from the station",
    "24/7 support",
    "50% of 1.000.000 customers",
    "won 3:2 and 4:1",
    "seven years in Kyoto, two in Osaka",
    "こちらにしました",
    "さんにんでいちにちかかりました",
    "AC/DC 100-240 V, 50/60 Hz",
    "CO2 and H2O, pH 7.4",
    "1st, 2nd and 3rd place",
    "Salzwasserlager, Wellen, Dichtringe 40",
    "Leiterin bei example.de",
    "arbeitet bei SoftBank",
    "Engineer at Yahoo",
    "Am Markt 3 Firmen besucht",
    "In der Halle 4 am Stand",
    "on Wall Street 5 years ago",
    "Unter den Gästen 12 Frauen",
    "eins, zwei, drei, vier, fünf, sechs",
    "B2B marketing on LinkedIn",
    "example.com on Facebook and node.js on GitHub",
    "uses WeChat regularly.",
    "covid19 news on Twitter",
    "Skype meetings, WeChat articles",
    "Zur Sache 1 und 2",
    "五十人が二十四時間",
    "",
];

#[test]
fn what_reaches_somebody_is_found() {
    let mut wrong = Vec::new();
    for (text, kind) in LEAKS {
        let found = leaks(text);
        if !found.iter().any(|leak| leak.kind == *kind) {
            wrong.push(format!("{text:?}: not {kind:?} but {found:?}"));
        }
    }
    assert!(wrong.is_empty(), "{} of {}:\n{}", wrong.len(), LEAKS.len(), wrong.join("\n"));
}

#[test]
fn what_reaches_nobody_is_left_alone() {
    let mut wrong = Vec::new();
    for text in HARMLESS {
        let found = leaks(text);
        if !found.is_empty() {
            wrong.push(format!("{text:?}: {found:?}"));
        }
    }
    assert!(wrong.is_empty(), "{} of {}:\n{}", wrong.len(), HARMLESS.len(), wrong.join("\n"));
}

#[test]
fn a_leak_is_marked_where_it_stands() {
    let check = |text: &str, expect: &str| {
        let found = leaks(text);
        let marked: Vec<&str> = found.iter().map(|leak| &text[leak.range.clone()]).collect();
        assert_eq!(marked, [expect], "{text}");
    };
    check("Ask haruka@example.jp first", "haruka@example.jp");
    check("田中さん（０９０−１２３４−５６７８）です", "０９０−１２３４−５６７８");
    check("ruf null eins sieben eins zwei drei vier an", "null eins sieben eins zwei drei vier");
    check("x &#48;30 1234567 y", "&#48;30 1234567");
    check("bitte hаrukа@example.jp, ja", "hаrukа@example.jp");
}

#[test]
fn what_is_left_leaks_nothing() {
    for (text, _) in LEAKS {
        let left = withhold(text, &Known::default());
        assert_eq!(leaks(&left), [], "{text:?}: {left:?}");
    }
    assert_eq!(withhold("Calm. +49 30 1234567, exact.", &Known::default()), "Calm. …, exact.");
    for text in HARMLESS {
        assert_eq!(withhold(text, &Known::default()), *text);
    }
}

#[test]
fn long_and_hostile_texts_are_read_in_time() {
    let texts = [
        "0 ".repeat(20_000),
        "a@".repeat(20_000),
        "<".repeat(40_000),
        "<!--".repeat(10_000),
        "<!-- ".repeat(10_000) + "-->",
        "&#".repeat(20_000),
        "sechsund".repeat(5_000),
        "eins".repeat(10_000),
        "に".repeat(20_000),
        "\u{202e}".repeat(20_000),
        "12 ".repeat(3_000) + "Street",
        "x at ".repeat(8_000),
        "区1-".repeat(8_000),
    ];
    for text in texts {
        let found = leaks(&text);
        assert!(found.iter().all(|leak| text.get(leak.range.clone()).is_some()));
    }
}
