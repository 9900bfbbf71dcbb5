//! The languages of the interface and how one is chosen.

/// A language of the interface.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Locale {
    #[default]
    ZhHans,
    ZhHant,
    En,
}

impl Locale {
    pub const ALL: [Self; 3] = [Self::ZhHans, Self::ZhHant, Self::En];

    /// The BCP 47 tag: for `lang`, the cookie, the account and the catalogue's folder.
    pub fn tag(self) -> &'static str {
        match self {
            Self::ZhHans => "zh-Hans",
            Self::ZhHant => "zh-Hant",
            Self::En => "en",
        }
    }

    /// The language's own name, as people look for it.
    pub fn own_name(self) -> &'static str {
        match self {
            Self::ZhHans => "简体中文",
            Self::ZhHant => "繁體中文",
            Self::En => "English",
        }
    }

    /// Reads a tag that we wrote ourselves.
    pub fn from_tag(tag: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|locale| locale.tag() == tag)
    }

    /// Chooses from an `Accept-Language` header (RFC 9110, 12.5.4): the first language in order of weight that we have.
    pub fn from_accept_language(header: &str) -> Option<Self> {
        let mut wishes: Vec<(u16, &str)> = header
            .split(',')
            .filter_map(|wish| {
                let mut parts = wish.split(';');
                let tag = parts.next()?.trim();
                let weight =
                    parts.find_map(|part| part.trim().strip_prefix("q=")).map_or(Some(1000), weight_in_thousandths)?;
                (weight > 0).then_some((weight, tag))
            })
            .collect();
        wishes.sort_by_key(|(weight, _)| std::cmp::Reverse(*weight));
        wishes.into_iter().find_map(|(_, tag)| Self::from_wish(tag))
    }

    fn from_wish(tag: &str) -> Option<Self> {
        let tag = tag.to_ascii_lowercase();
        let mut parts = tag.split('-');
        match parts.next()? {
            "en" => Some(Self::En),
            "zh" => {
                let traditional = parts.any(|part| matches!(part, "hant" | "tw" | "hk" | "mo"));
                Some(if traditional { Self::ZhHant } else { Self::ZhHans })
            }
            _ => None,
        }
    }
}

fn weight_in_thousandths(weight: &str) -> Option<u16> {
    let weight: f32 = weight.trim().parse().ok()?;
    (0.0..=1.0).contains(&weight).then_some((weight * 1000.0) as u16)
}

#[cfg(test)]
mod tests {
    use super::Locale;

    #[test]
    fn the_heaviest_language_that_we_have_is_chosen() {
        let cases = [
            ("zh-CN,zh;q=0.9,en;q=0.8", Some(Locale::ZhHans)),
            ("zh-TW,zh;q=0.9", Some(Locale::ZhHant)),
            ("zh-HK", Some(Locale::ZhHant)),
            ("fr, en;q=0.5", Some(Locale::En)),
            ("en;q=0.1, zh-Hant;q=0.2", Some(Locale::ZhHant)),
            ("en;q=0", None),
            ("ug", None),
            ("", None),
            ("zh;q=banana", None),
        ];
        for (header, expected) in cases {
            assert_eq!(Locale::from_accept_language(header), expected, "{header}");
        }
    }
}
