//! What is printed on an invented card, before anybody decides how it looks.
//!
//! A face knows no colours and no model types; [`super::artwork`] draws it.

/// The language that a card is set in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum CardLanguage {
    /// English, used for all international people too.
    English,
    /// Japanese, with the name in romaji beside it.
    Japanese,
    /// German.
    German,
}

/// The line of business: it decides which designs suit a card.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Trade {
    /// Graphic, industrial or textile design.
    Design,
    /// Machines, tools, precision parts.
    Machinery,
    /// Software, sensors, robots.
    Technology,
    /// Photography and film.
    Photography,
    /// Institutes and universities.
    Science,
    /// Roasteries, bakeries, kitchens, breweries.
    Food,
    /// Law, patents, tax.
    Law,
    /// Architecture and building.
    Architecture,
    /// Crafts: lacquer, wood, paper, ceramics.
    Craft,
    /// Boats, fishing, the sea.
    Sea,
    /// Transport and trade.
    Logistics,
    /// Medicine and care.
    Medicine,
    /// Forests, gardens, farms.
    Nature,
    /// Chambers, trade offices, associations.
    Public,
}

impl Trade {
    /// Every trade, in the order of the definition.
    pub const ALL: [Self; 14] = [
        Self::Design,
        Self::Machinery,
        Self::Technology,
        Self::Photography,
        Self::Science,
        Self::Food,
        Self::Law,
        Self::Architecture,
        Self::Craft,
        Self::Sea,
        Self::Logistics,
        Self::Medicine,
        Self::Nature,
        Self::Public,
    ];
}

/// Everything printed on one card. Empty strings are left out of the drawing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CardFace {
    /// The name as printed: `田中 遥`, `Mina Schäfer`.
    pub name: String,
    /// The reading in hiragana; empty outside Japanese.
    pub reading: String,
    /// The name in Latin letters; empty when `name` already is.
    pub romaji: String,
    /// Job title.
    pub title: String,
    /// Department.
    pub department: String,
    /// Company as printed.
    pub company: String,
    /// Company in Latin letters; empty when `company` already is.
    pub company_latin: String,
    /// Street, city: one to three lines.
    pub address_lines: Vec<String>,
    /// Landline; invented number.
    pub phone: String,
    /// Mobile; invented number.
    pub mobile: String,
    /// E-mail at a reserved domain (RFC 2606).
    pub email: String,
    /// Web address at a reserved domain.
    pub url: String,
    /// The language of the card.
    pub language: CardLanguage,
    /// The line of business.
    pub trade: Trade,
    /// Decides design, palette and details.
    pub style_seed: u64,
}

impl CardFace {
    /// Returns the phone numbers and addresses as printed, most wanted first, without empty lines.
    pub fn contact_lines(&self) -> Vec<String> {
        let (tel, cell) = match self.language {
            CardLanguage::English => ("", ""),
            CardLanguage::Japanese => ("TEL ", "携帯 "),
            CardLanguage::German => ("Tel. ", "Mobil "),
        };
        let mut lines = Vec::new();
        for (label, value) in [("", &self.email), (tel, &self.phone), (cell, &self.mobile), ("", &self.url)] {
            if !value.is_empty() {
                lines.push(format!("{label}{value}"));
            }
        }
        lines
    }

    /// Returns the address in one line.
    pub fn address_line(&self) -> String {
        let joint = if self.language == CardLanguage::Japanese { " " } else { " · " };
        self.address_lines.join(joint)
    }

    /// Returns title and department, whichever exist, in one line.
    pub fn role_line(&self) -> String {
        match (self.department.is_empty(), self.title.is_empty()) {
            (false, false) if self.language == CardLanguage::Japanese => {
                format!("{}　{}", self.department, self.title)
            }
            (false, false) => format!("{}, {}", self.title, self.department),
            (true, _) => self.title.clone(),
            (false, true) => self.department.clone(),
        }
    }

    /// Returns the name with the wide gap of Japanese cards; other names unchanged.
    pub fn name_set(&self) -> String {
        if self.language == CardLanguage::Japanese {
            self.name.replace(' ', "　")
        } else {
            self.name.clone()
        }
    }

    /// Returns the last word of the address, which is the city on most cards, for short lines.
    pub fn place(&self) -> &str {
        self.address_lines.last().map_or("", String::as_str)
    }
}
