//! What people of each trade are called, can do and look for, in three languages.

use crate::demo::face::{CardLanguage, Trade};

/// The words of one trade in one language.
#[derive(Debug)]
pub struct Words {
    /// Job titles.
    pub titles: [&'static str; 4],
    /// Departments of larger companies.
    pub departments: [&'static str; 2],
    /// What a company of the trade calls itself; `*` is replaced by a stem.
    pub companies: [&'static str; 4],
    /// What a person of the trade can do.
    pub expertise: [&'static str; 5],
    /// What a person of the trade looks for.
    pub needs: [&'static str; 4],
}

/// Returns the words of a trade in a language.
pub fn words(trade: Trade, language: CardLanguage) -> &'static Words {
    let at = Trade::ALL.iter().position(|other| *other == trade).unwrap_or(0);
    match language {
        CardLanguage::English => &ENGLISH[at],
        CardLanguage::German => &GERMAN[at],
        CardLanguage::Japanese => &JAPANESE[at],
    }
}

const fn w(
    titles: [&'static str; 4],
    departments: [&'static str; 2],
    companies: [&'static str; 4],
    expertise: [&'static str; 5],
    needs: [&'static str; 4],
) -> Words {
    Words { titles, departments, companies, expertise, needs }
}

#[rustfmt::skip]
const ENGLISH: [Words; 14] = [
    w(["Industrial designer", "Founder", "Art director", "Type designer"], ["Product design", "Brand"], ["Studio *", "* Design", "* & Daughters", "Office for *"], ["Housings for small machines", "Packaging without plastic", "Wayfinding in hospitals", "Colour for the colour-blind", "Textile patterns"], ["A maker of small aluminium series", "Somebody who prints on cork", "A patient tester of handles", "A bookkeeper for studios"]),
    w(["Managing director", "Lead engineer", "Head of production", "Sales engineer"], ["Precision parts", "Quality"], ["* Engineering", "* Bearings", "* Tooling Works", "* & Sons Machines"], ["Sealed bearings for salt water", "Small gears in series of fifty", "Grinding of ceramics", "Measuring what cannot be touched", "Repair of old lathes"], ["A supplier of thin glass", "A designer for a machine housing", "An apprentice who likes metal", "A buyer in Japan"]),
    w(["Chief technology officer", "Founder", "Firmware engineer", "Head of research"], ["Robotics", "Sensors"], ["* Robotics", "*labs", "* Systems", "*ware"], ["Boat-hull robots", "Sensors that run on light", "Speech for noisy rooms", "Maps without satellites", "Machine learning on farms"], ["Sealed bearings", "A lawyer who reads code licences", "Test sites with bad weather", "A first customer in medicine"]),
    w(["Photographer", "Film maker", "Picture editor", "Owner"], ["Industry", "Portrait"], ["* Pictures", "* Photography", "Studio *", "* & Light"], ["Portraits in factories", "Aerial pictures of roofs", "Food by daylight", "Archives of glass plates", "Films under a minute"], ["A ceramics workshop to photograph", "A printer of large formats", "Somebody with an empty hall", "An archive with room"]),
    w(["Professor", "Group leader", "Research fellow", "Head of laboratory"], ["Optics", "Materials"], ["* Institute", "* University", "Centre for * Research", "* Laboratory"], ["Optical metrology", "Polymers that heal", "Noise in cities", "Statistics for small samples", "Batteries without cobalt"], ["A company with a measuring problem", "Doctoral students with workshop hands", "A translator of papers", "A glass partner for a test rig"]),
    w(["Roaster", "Head baker", "Owner", "Chef"], ["Roasting", "Kitchen"], ["* Roastery", "* Bakery", "* Kitchen", "Brewhouse *"], ["Light roasts", "Bread for two hundred", "Fermented vegetables", "Menus for conferences", "Alcohol-free aperitifs"], ["A potter for three hundred cups", "Green coffee from small farms", "An oven that survives moving", "A designer for labels"]),
    w(["Partner", "Patent attorney", "Tax adviser", "Notary"], ["Product liability", "Patents"], ["* LLP", "* & Hale", "* Chambers", "* Legal"], ["Product liability", "Patents in three countries", "Contracts for freelancers", "Heirs of family firms", "Open-source licences"], ["An engineer as expert witness", "A translator for patents", "Clients who call early", "A speaker for young founders"]),
    w(["Architect", "Structural engineer", "Urban planner", "Site manager"], ["Housing", "Timber"], ["* Architects", "Atelier *", "* Structures", "* + Partners"], ["Timber houses in gaps", "Daylight in deep rooms", "Schools for small towns", "Old mills and new floors", "Acoustics of canteens"], ["A carpenter who builds stairs", "A photographer for a finished house", "Earth plaster in quantity", "A client with a narrow plot"]),
    w(["Ceramicist", "Bookbinder", "Instrument maker", "Cabinet maker"], ["Workshop", "Restoration"], ["* Pottery", "* Bindery", "* Workshop", "House of *"], ["Glazes from ash", "Books that lie flat", "Repair of violins", "Chairs without screws", "Paper from old clothes"], ["A gallery with patience", "Somebody who plans exhibitions", "Dry walnut", "A kiln to share"]),
    w(["Skipper", "Boat builder", "Marine biologist", "Harbour master"], ["Fleet", "Survey"], ["* Boatyard", "* Marine", "* Charter", "* Seaweed"], ["Wooden hulls", "Seaweed as a building material", "Quiet propellers", "Charts of shallow water", "Sailing with beginners"], ["Paint that does no harm", "Robots for cleaning hulls", "A crew for a week in May", "A buyer of seaweed"]),
    w(["Senior trade adviser", "Head of logistics", "Freight planner", "Founder"], ["Asia", "Rail"], ["* Freight", "* Logistics", "* Trading", "* Rail"], ["Small freight to Japan", "Customs without tears", "Cold chains", "Rail instead of road", "Packing for ceramics"], ["Return freight from Hokkaido", "Reusable boxes", "Somebody who knows harbour rules", "A warehouse near Osaka"]),
    w(["Surgeon", "Medical director", "Physiotherapist", "Product manager"], ["Orthopaedics", "Devices"], ["* Medical", "* Clinic", "* Care", "* Devices"], ["Implants for small bones", "Walking again after a stroke", "Approval of devices", "Night shifts that work", "Quiet rooms for children"], ["A maker of tiny screws", "A designer of waiting rooms", "Testers over seventy", "A partner for a study"]),
    w(["Forester", "Gardener", "Beekeeper", "Farm manager"], ["Woodland", "Seeds"], ["* Forestry", "* Gardens", "* Farm", "* Seeds"], ["Mixed forests", "Roof gardens in wind", "Old apple varieties", "Bees in the city", "Compost for towns"], ["Sensors that survive winter", "Roofs for bees", "A cider press", "A school that wants a garden"]),
    w(["Adviser", "Programme manager", "Director", "Librarian"], ["Business support", "Culture"], ["* Trade Office", "* Chamber", "* Foundation", "* Library"], ["Grants for first exports", "Halls and how to get one", "Apprenticeships across borders", "Evenings at which people talk", "Archives of small firms"], ["Speakers who ask questions", "Hosts for exchange students", "A caterer with short ways", "Companies that open their doors"]),
];

#[rustfmt::skip]
const GERMAN: [Words; 14] = [
    w(["Industriedesign", "Inhaber", "Gestaltung", "Schriftgestaltung"], ["Produktgestaltung", "Marke"], ["Studio *", "* Gestaltung", "Büro *", "Atelier * & Co."], ["Gehäuse für kleine Maschinen", "Verpackung ohne Plastik", "Leitsysteme im Krankenhaus", "Schriften für Anzeigen", "Farbkonzepte"], ["Kleinserien aus Aluminium", "Eine Druckerei mit Geduld", "Jemand, der Griffe testet", "Buchhaltung für Büros"]),
    w(["Geschäftsführung", "Entwicklungsleitung", "Fertigungsleitung", "Vertrieb"], ["Feinmechanik", "Qualität"], ["* Feinmechanik GmbH", "* Werkzeugbau", "* Maschinen KG", "* Lagertechnik"], ["Gedichtete Kugellager", "Zahnräder ab fünfzig Stück", "Keramik schleifen", "Messen ohne Berührung", "Drehbänke instand setzen"], ["Dünnglas in kleinen Mengen", "Gestaltung für ein Gehäuse", "Auszubildende mit Freude an Metall", "Einkauf in Japan"]),
    w(["Technische Leitung", "Gründung", "Firmware-Entwicklung", "Forschungsleitung"], ["Robotik", "Sensorik"], ["* Robotik", "* Systeme GmbH", "* Sensorik", "*werk"], ["Roboter für Rümpfe", "Sensoren ohne Batterie", "Sprache in lauten Hallen", "Karten ohne Satelliten", "Maschinelles Sehen im Stall"], ["Gedichtete Kugellager", "Rat zu Lizenzen", "Testgelände mit schlechtem Wetter", "Erste Kunden in der Medizin"]),
    w(["Fotografie – Industrie & Porträt", "Filmemacherei", "Bildredaktion", "Inhaber"], ["Industrie", "Porträt"], ["* Fotografie", "Lichtbild *", "Studio *", "* Film"], ["Porträts in Fabriken", "Luftbilder von Dächern", "Essen bei Tageslicht", "Glasplatten digitalisieren", "Filme unter einer Minute"], ["Eine Keramikwerkstatt als Motiv", "Druck in großem Format", "Eine leere Halle", "Ein Archiv mit Platz"]),
    w(["Professur", "Gruppenleitung", "Leitung Optische Messtechnik", "Laborleitung"], ["Optik", "Werkstoffe"], ["Institut * e. V.", "Hochschule *", "* Forschungszentrum", "Labor *"], ["Optische Messtechnik", "Selbstheilende Polymere", "Lärm in Städten", "Statistik kleiner Stichproben", "Batterien ohne Kobalt"], ["Betriebe mit Messproblemen", "Promovierende mit Werkstatthänden", "Übersetzung von Aufsätzen", "Glas für einen Prüfstand"]),
    w(["Röstmeisterei", "Backstube", "Inhaber", "Küchenleitung"], ["Rösterei", "Küche"], ["Rösterei *", "Bäckerei *", "Küche *", "Brauhaus *"], ["Helle Röstungen", "Brot für zweihundert", "Fermentiertes Gemüse", "Essen für Tagungen", "Aperitif ohne Alkohol"], ["Dreihundert Tassen aus Ton", "Rohkaffee von kleinen Höfen", "Ein Ofen, der umziehen kann", "Gestaltung für Etiketten"]),
    w(["Rechtsanwalt", "Patentanwältin", "Steuerberatung", "Notariat"], ["Produkthaftung", "Patente"], ["Kanzlei *", "* Rechtsanwälte", "* Patentanwälte", "* Steuerberatung"], ["Produkthaftung", "Patente in drei Ländern", "Verträge für Freie", "Nachfolge in Familienbetrieben", "Lizenzen freier Software"], ["Sachverständige für Maschinen", "Übersetzung von Patenten", "Mandate, die früh anrufen", "Vorträge für Gründende"]),
    w(["Architektur", "Tragwerksplanung", "Stadtplanung", "Bauleitung"], ["Wohnungsbau", "Holzbau"], ["* Architekten", "Atelier *", "* Tragwerk", "* + Partner"], ["Holzhäuser in Baulücken", "Tageslicht in tiefen Räumen", "Schulen für kleine Orte", "Alte Mühlen, neue Böden", "Akustik von Kantinen"], ["Tischlerei für Treppen", "Fotos eines fertigen Hauses", "Lehmputz in Mengen", "Bauherrschaft mit schmalem Grundstück"]),
    w(["Keramik", "Buchbinderei", "Geigenbau", "Tischlermeister"], ["Werkstatt", "Restaurierung"], ["Töpferei *", "Buchbinderei *", "Werkstatt *", "Manufaktur *"], ["Glasuren aus Asche", "Bücher, die flach liegen", "Geigen reparieren", "Stühle ohne Schrauben", "Papier aus alten Kleidern"], ["Eine Galerie mit Geduld", "Jemand, der Ausstellungen plant", "Trockenes Nussholz", "Ein Brennofen zum Teilen"]),
    w(["Kapitän", "Bootsbau", "Meeresbiologie", "Hafenmeisterei"], ["Flotte", "Vermessung"], ["Werft *", "* Bootsbau", "* Törns", "* Algen"], ["Rümpfe aus Holz", "Algen als Baustoff", "Leise Propeller", "Karten flacher Gewässer", "Segeln für Anfänger"], ["Anstrich, der nicht schadet", "Roboter für die Rumpfreinigung", "Eine Mannschaft für Mai", "Abnahme von Algen"]),
    w(["Handelsberatung", "Leitung Logistik", "Disposition", "Gründung"], ["Asien", "Schiene"], ["* Spedition", "* Logistik", "Handelshaus *", "* Bahnfracht"], ["Kleinfracht nach Japan", "Zoll ohne Tränen", "Kühlketten", "Schiene statt Straße", "Keramik verpacken"], ["Rückfracht aus Hokkaido", "Mehrwegkisten", "Kenntnis der Hafenordnung", "Ein Lager bei Osaka"]),
    w(["Chirurgie", "Ärztliche Leitung", "Physiotherapie", "Produktmanagement"], ["Orthopädie", "Geräte"], ["* Medizintechnik", "Praxis *", "* Pflege", "Klinik *"], ["Implantate für kleine Knochen", "Wieder gehen nach dem Schlaganfall", "Zulassung von Geräten", "Gute Nachtdienste", "Ruhige Räume für Kinder"], ["Winzige Schrauben", "Gestaltung eines Wartezimmers", "Testpersonen über siebzig", "Partner für eine Studie"]),
    w(["Försterei", "Gärtnermeisterin", "Imkerei", "Betriebsleitung"], ["Wald", "Saatgut"], ["Forst *", "Gärtnerei *", "Hof *", "Saatgut *"], ["Mischwald", "Dachgärten im Wind", "Alte Apfelsorten", "Bienen in der Stadt", "Kompost für Gemeinden"], ["Sensoren, die den Winter überstehen", "Dächer für Bienen", "Eine Mostpresse", "Eine Schule mit Gartenlust"]),
    w(["Beratung", "Programmleitung", "Direktion", "Bibliothek"], ["Wirtschaftsförderung", "Kultur"], ["Handelskammer *", "Stiftung *", "Bibliothek *", "Verband *"], ["Förderung für erste Exporte", "Hallen und wie man sie bekommt", "Ausbildung über Grenzen", "Abende, an denen geredet wird", "Archive kleiner Betriebe"], ["Vortragende, die fragen", "Gastfamilien für Austausch", "Essen mit kurzen Wegen", "Betriebe mit offenen Türen"]),
];

#[rustfmt::skip]
const JAPANESE: [Words; 14] = [
    w(["代表", "デザイナー", "アートディレクター", "書体設計士"], ["製品デザイン室", "ブランド室"], ["*デザイン事務所", "*意匠", "株式会社*図案", "*工房"], ["小型機器の筐体設計", "紙だけの包装", "病院の案内表示", "読みやすい書体", "染めの文様"], ["アルミの小ロット加工先", "和紙に刷れる印刷所", "取っ手の試作を試す人", "経理に強い方"]),
    w(["代表取締役", "主任研究員", "製造部長", "営業課長"], ["研究開発部", "品質保証部"], ["*精機株式会社", "*製作所", "株式会社*工業", "*軸受"], ["塩水に強い軸受", "五十個からの小歯車", "セラミックの研削", "非接触の測定", "古い旋盤の修理"], ["薄板ガラスの取引先", "筐体のデザイナー", "金属の好きな若手", "ドイツの販売先"]),
    w(["最高技術責任者", "代表取締役", "組込み技術者", "研究室長"], ["ロボット開発部", "センサー部"], ["*ロボティクス株式会社", "*電子", "*システムズ", "*技研"], ["船底を洗うロボット", "光で動くセンサー", "騒音の中の音声認識", "衛星なしの地図", "畑の画像解析"], ["防水の軸受", "ライセンスに詳しい弁護士", "悪天候の試験場", "医療の最初のお客様"]),
    w(["写真家", "映像作家", "編集長", "代表"], ["産業写真部", "人物写真部"], ["*写真館", "*写真事務所", "*映像", "*スタジオ"], ["工場の人物写真", "屋根の空撮", "自然光の料理写真", "ガラス乾板の保存", "一分の短編映像"], ["撮影できる窯元", "大判の印刷所", "空いている倉庫", "資料の保管場所"]),
    w(["教授", "准教授", "主任研究員", "室長"], ["光学研究室", "材料研究室"], ["*大学", "*研究所", "*総合研究センター", "*科学技術院"], ["光計測", "自己修復する樹脂", "都市の騒音", "少数標本の統計", "コバルトを使わない電池"], ["測定に困っている会社", "手を動かせる学生", "論文の翻訳者", "試験装置用のガラス"]),
    w(["焙煎士", "店主", "料理長", "杜氏"], ["焙煎部", "厨房"], ["*珈琲", "*製パン", "*食堂", "*酒造"], ["浅煎りの焙煎", "二百人分のパン", "発酵野菜", "会議の昼食", "酒を使わない食前酒"], ["器を三百個焼ける窯元", "小さな農園の生豆", "移設できる窯", "ラベルの図案"]),
    w(["弁護士", "弁理士・博士（工学）", "税理士", "司法書士"], ["知的財産部", "企業法務部"], ["*法律事務所", "*国際特許事務所", "*税理士法人", "*総合法務"], ["製造物責任", "三か国の特許", "個人事業の契約", "事業承継", "ソフトウェアの権利"], ["鑑定のできる技術者", "特許の翻訳者", "早めに相談する会社", "若い起業家向けの講師"]),
    w(["一級建築士", "構造設計士", "都市計画家", "現場監督"], ["住宅設計部", "木造設計部"], ["*建築設計", "*設計事務所", "*構造", "*都市計画"], ["狭小地の木造住宅", "奥行きのある部屋の採光", "小さな町の学校", "古い蔵の再生", "食堂の音響"], ["階段をつくれる大工", "竣工写真の写真家", "土壁の材料", "細長い土地の施主"]),
    w(["陶芸家", "製本師", "漆芸家", "木工職人"], ["工房", "修復室"], ["*漆芸", "*窯", "*製本所", "*木工舎"], ["灰釉", "平らに開く製本", "漆の修復", "釘を使わない椅子", "古布の紙漉き"], ["気の長い画廊", "展示を企画する方", "乾いた胡桃材", "共同で使える窯"]),
    w(["船長", "船大工", "海洋生物学者", "港長"], ["船舶部", "調査部"], ["*造船", "*海洋株式会社", "*水産", "*マリン"], ["木造船", "海藻の建材", "静かなスクリュー", "浅瀬の海図", "初心者の帆走"], ["海を汚さない塗料", "船底清掃のロボット", "五月の乗組員", "海藻の買い手"]),
    w(["営業部長", "物流企画課長", "配送主任", "代表取締役"], ["海外事業部", "鉄道貨物部"], ["*ロジスティクス株式会社", "*運輸", "*通商", "*倉庫"], ["欧州向けの小口貨物", "通関の手続き", "低温輸送", "鉄道輸送", "焼き物の梱包"], ["北海道からの帰り荷", "繰り返し使える箱", "港の規則に詳しい方", "大阪近くの倉庫"]),
    w(["外科部長", "院長", "理学療法士", "製品企画課長"], ["整形外科", "医療機器部"], ["*医療機器株式会社", "*クリニック", "*病院", "*メディカル"], ["小さな骨の固定具", "脳卒中後の歩行訓練", "医療機器の認証", "夜勤の改善", "子どもの待合室"], ["微小ねじの加工先", "待合室のデザイナー", "七十歳以上の試用者", "共同研究の相手"]),
    w(["林業家", "庭師", "養蜂家", "農場長"], ["山林部", "種苗部"], ["*林業", "*造園", "*農園", "*種苗"], ["混交林の手入れ", "風の強い屋上庭園", "古い柿の品種", "都市の養蜂", "町の堆肥"], ["冬を越すセンサー", "蜂を置ける屋上", "果汁の搾り機", "庭をつくりたい学校"]),
    w(["相談員", "事業推進課長", "理事", "司書"], ["産業振興課", "文化課"], ["*商工会議所", "*財団", "*図書館", "*協会"], ["初めての輸出の補助金", "会場の探し方", "国を越えた研修", "会話の弾む交流会", "中小企業の資料保存"], ["質問の上手な講師", "留学生の受け入れ先", "近くの仕出し屋", "見学できる工場"]),
];
