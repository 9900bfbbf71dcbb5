//! JSON as the islands send it, read it and keep it on the phone: texts, whole numbers, lists, objects.
//!
//! The reader that the server uses would be a third of each of the browser's modules. This one refuses what it does not
//! know (fractions, exponents, more than sixteen levels), and never panics.

/// A value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Json {
    Null,
    Flag(bool),
    Number(i64),
    Text(String),
    List(Vec<Json>),
    /// In the order of writing; of two values with one name the first counts.
    Object(Vec<(String, Json)>),
}

const DEEPEST: u8 = 16;

impl Json {
    pub fn object(fields: impl IntoIterator<Item = (&'static str, Json)>) -> Self {
        Self::Object(fields.into_iter().map(|(name, value)| (name.to_owned(), value)).collect())
    }

    /// Nothing if the text is not one whole value.
    pub fn read(text: &str) -> Option<Self> {
        let mut reader = Reader { rest: text };
        let value = reader.value(0)?;
        reader.skip();
        reader.rest.is_empty().then_some(value)
    }

    pub fn get(&self, name: &str) -> Option<&Self> {
        match self {
            Self::Object(fields) => fields.iter().find(|(known, _)| known == name).map(|(_, value)| value),
            _ => None,
        }
    }

    /// The text under a name.
    pub fn text(&self, name: &str) -> Option<String> {
        match self.get(name)? {
            Self::Text(text) => Some(text.clone()),
            _ => None,
        }
    }

    pub fn number(&self, name: &str) -> Option<i64> {
        match self.get(name)? {
            Self::Number(number) => Some(*number),
            _ => None,
        }
    }

    pub fn flag(&self, name: &str) -> Option<bool> {
        match self.get(name)? {
            Self::Flag(flag) => Some(*flag),
            _ => None,
        }
    }

    /// The members of a list; none of anything else.
    pub fn members(&self) -> &[Self] {
        match self {
            Self::List(members) => members,
            _ => &[],
        }
    }

    /// The texts of the list under a name.
    pub fn texts(&self, name: &str) -> Option<Vec<String>> {
        let text = |member: &Self| match member {
            Self::Text(text) => Some(text.clone()),
            _ => None,
        };
        self.get(name)?.members().iter().map(text).collect()
    }

    pub fn write(&self) -> String {
        let mut text = String::new();
        self.push(&mut text);
        text
    }

    fn push(&self, to: &mut String) {
        match self {
            Self::Null => to.push_str("null"),
            Self::Flag(flag) => to.push_str(if *flag { "true" } else { "false" }),
            Self::Number(number) => to.push_str(&number.to_string()),
            Self::Text(text) => push_text(to, text),
            Self::List(members) => {
                push_all(to, ('[', ']'), members.iter(), |to, member| member.push(to));
            }
            Self::Object(fields) => push_all(to, ('{', '}'), fields.iter(), |to, (name, value)| {
                push_text(to, name);
                to.push(':');
                value.push(to);
            }),
        }
    }
}

fn push_all<T>(to: &mut String, ends: (char, char), all: impl Iterator<Item = T>, one: impl Fn(&mut String, T)) {
    to.push(ends.0);
    for (place, each) in all.enumerate() {
        if place > 0 {
            to.push(',');
        }
        one(to, each);
    }
    to.push(ends.1);
}

fn push_text(to: &mut String, text: &str) {
    to.push('"');
    for letter in text.chars() {
        match letter {
            '"' | '\\' => to.extend(['\\', letter]),
            '\n' => to.push_str("\\n"),
            '\0'..='\x1f' => {
                to.push_str("\\u00");
                for part in [u32::from(letter) / 16, u32::from(letter) % 16] {
                    to.extend(char::from_digit(part, 16));
                }
            }
            _ => to.push(letter),
        }
    }
    to.push('"');
}

impl From<&str> for Json {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<&String> for Json {
    fn from(text: &String) -> Self {
        Self::Text(text.clone())
    }
}

impl From<i64> for Json {
    fn from(number: i64) -> Self {
        Self::Number(number)
    }
}

impl From<bool> for Json {
    fn from(flag: bool) -> Self {
        Self::Flag(flag)
    }
}

impl From<&[String]> for Json {
    fn from(texts: &[String]) -> Self {
        Self::List(texts.iter().map(Self::from).collect())
    }
}

struct Reader<'a> {
    rest: &'a str,
}

impl Reader<'_> {
    fn skip(&mut self) {
        self.rest = self.rest.trim_start_matches([' ', '\n', '\r', '\t']);
    }

    /// Whether this comes next; then it is passed over.
    fn takes(&mut self, mark: &str) -> bool {
        self.skip();
        match self.rest.strip_prefix(mark) {
            Some(rest) => {
                self.rest = rest;
                true
            }
            None => false,
        }
    }

    fn value(&mut self, depth: u8) -> Option<Json> {
        if depth == DEEPEST {
            return None;
        }
        if self.takes("\"") {
            return self.text().map(Json::Text);
        }
        if self.takes("{") {
            let mut fields = Vec::new();
            self.members("}", |reader| {
                let name = reader.takes("\"").then(|| reader.text())??;
                let value = reader.takes(":").then(|| reader.value(depth + 1))??;
                fields.push((name, value));
                Some(())
            })?;
            return Some(Json::Object(fields));
        }
        if self.takes("[") {
            let mut members = Vec::new();
            self.members("]", |reader| {
                members.push(reader.value(depth + 1)?);
                Some(())
            })?;
            return Some(Json::List(members));
        }
        for (word, value) in [("null", Json::Null), ("true", Json::Flag(true)), ("false", Json::Flag(false))] {
            if self.takes(word) {
                return Some(value);
            }
        }
        self.number()
    }

    fn members(&mut self, end: &str, mut one: impl FnMut(&mut Self) -> Option<()>) -> Option<()> {
        if self.takes(end) {
            return Some(());
        }
        loop {
            one(self)?;
            if self.takes(end) {
                return Some(());
            }
            if !self.takes(",") {
                return None;
            }
        }
    }

    fn number(&mut self) -> Option<Json> {
        let end = self.rest.find([',', '}', ']', ' ', '\n', '\r', '\t']).unwrap_or(self.rest.len());
        let (digits, rest) = self.rest.split_at(end);
        self.rest = rest;
        let is_odd = digits.starts_with('+') || (digits.trim_start_matches('-').starts_with('0') && digits != "0");
        digits.parse().ok().filter(|_| !is_odd).map(Json::Number)
    }

    fn text(&mut self) -> Option<String> {
        let mut text = String::new();
        let mut letters = self.rest.chars();
        loop {
            match letters.next()? {
                '"' => break,
                '\\' => text.push(match letters.next()? {
                    'n' => '\n',
                    't' => '\t',
                    'r' => '\r',
                    'b' => '\x08',
                    'f' => '\x0c',
                    'u' => escaped(&mut letters)?,
                    letter @ ('"' | '\\' | '/') => letter,
                    _ => return None,
                }),
                '\0'..='\x1f' => return None,
                letter => text.push(letter),
            }
        }
        self.rest = letters.as_str();
        Some(text)
    }
}

/// Four hexadecimal digits after `\u`, and four more where they are half of a pair.
fn escaped(letters: &mut std::str::Chars<'_>) -> Option<char> {
    let high = four_digits(letters)?;
    if !(0xd800..0xdc00).contains(&high) {
        return char::from_u32(high);
    }
    if (letters.next()?, letters.next()?) != ('\\', 'u') {
        return None;
    }
    let low = four_digits(letters).filter(|low| (0xdc00..0xe000).contains(low))?;
    char::from_u32(0x10000 + ((high - 0xd800) << 10) + (low - 0xdc00))
}

fn four_digits(letters: &mut std::str::Chars<'_>) -> Option<u32> {
    let mut number = 0;
    for _ in 0..4 {
        number = number * 16 + letters.next()?.to_digit(16)?;
    }
    Some(number)
}

#[cfg(all(test, feature = "ssr"))]
mod tests {
    use super::Json;

    fn seen(value: &serde_json::Value) -> Json {
        match value {
            serde_json::Value::Null => Json::Null,
            serde_json::Value::Bool(flag) => Json::Flag(*flag),
            serde_json::Value::Number(number) => Json::Number(number.as_i64().expect("a whole number")),
            serde_json::Value::String(text) => Json::Text(text.clone()),
            serde_json::Value::Array(members) => Json::List(members.iter().map(seen).collect()),
            serde_json::Value::Object(fields) => {
                Json::Object(fields.iter().map(|(name, value)| (name.clone(), seen(value))).collect())
            }
        }
    }

    #[test]
    fn it_is_read_as_the_server_reads_it() {
        for text in [
            r#"{"a":"b","c":[1,-2,0,9223372036854775807],"d":{"e":null,"f":true,"g":false}}"#,
            " [ \"\\u738b\\n\\t\\\"\\\\\\/\\b\\f\\r\" , \"\\ud83d\\ude00\" , {} , [] ] ",
            "\"王小安\"",
            "null",
            "-0",
            "01",
            "1.5",
            "1e3",
            "+1",
            "--1",
            "9223372036854775808",
            "",
            "{",
            "[1,]",
            "{\"a\":1,}",
            "{\"a\" 1}",
            "{1:2}",
            "\"\\x\"",
            "\"\\ud800\"",
            "\"\\udc00\"",
            "\"\\u12\"",
            "\"\n\"",
            "\"open",
            "1 2",
            "nul",
            "truefalse",
        ] {
            let other = serde_json::from_str::<serde_json::Value>(text).ok();
            let whole = other.filter(|value| !value.is_number() || (value.as_i64().is_some() && text != "-0"));
            assert_eq!(Json::read(text), whole.as_ref().map(seen), "{text}");
        }
    }

    #[test]
    fn what_is_written_is_read_back_here_and_there() {
        let value = Json::object([
            ("text", Json::from("\"\\\n\u{1}\u{1f}/王😀")),
            ("number", Json::from(-5)),
            ("flag", Json::from(true)),
            ("texts", Json::from(&["a".to_owned(), String::new()][..])),
            ("none", Json::Null),
        ]);
        let text = value.write();
        assert_eq!(Json::read(&text).as_ref(), Some(&value));
        let other: serde_json::Value = serde_json::from_str(&text).expect("JSON");
        assert_eq!(other["text"], "\"\\\n\u{1}\u{1f}/王😀");
        assert_eq!(value.texts("texts"), Some(vec!["a".to_owned(), String::new()]));
        assert_eq!((value.number("number"), value.flag("flag"), value.text("none")), (Some(-5), Some(true), None));
    }

    #[test]
    fn what_is_nested_too_deeply_is_refused() {
        let nested = |depth: usize| format!("{}{}", "[".repeat(depth), "]".repeat(depth));
        assert!(Json::read(&nested(16)).is_some());
        assert!(Json::read(&nested(17)).is_none());
        assert!(Json::read(&"[".repeat(100_000)).is_none());
    }
}
