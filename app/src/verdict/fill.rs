//! Sentences come from the server with gaps in braces; numbers and dates are put in here.

use crate::words::Words;

/// A sentence with its gaps filled: `{n}` and the like.
pub(crate) fn filled(sentence: &str, gaps: &[(&str, &str)]) -> String {
    gaps.iter().fold(sentence.to_owned(), |text, (name, value)| text.replace(&format!("{{{name}}}"), value))
}

/// A length of time in words: the largest unit of which there are two, seconds up to two minutes.
pub(crate) fn span(words: &Words, seconds: i64) -> String {
    let seconds = seconds.unsigned_abs();
    let (unit, number) = match seconds {
        0..120 => ("verdict-seconds", seconds),
        120..7_200 => ("verdict-minutes", seconds / 60),
        7_200..172_800 => ("verdict-hours", seconds / 3_600),
        _ => ("verdict-days", seconds / 86_400),
    };
    filled(&words.get(unit), &[("n", &number.to_string())])
}

/// A date of the form YYYYMMDD in words.
pub(crate) fn date(words: &Words, yyyymmdd: u32) -> String {
    let (year, month, day) = (yyyymmdd / 10_000, yyyymmdd / 100 % 100, yyyymmdd % 100);
    let month = usize::try_from(month).unwrap_or(0);
    let months = words.get("verdict-months");
    let name = months.split(',').nth(month.wrapping_sub(1)).unwrap_or("?");
    filled(&words.get("verdict-date"), &[("y", &year.to_string()), ("m", name), ("d", &day.to_string())])
}

/// Sons and daughters in words.
pub(crate) fn children(words: &Words, (sons, daughters): (u64, u64)) -> String {
    let part = |number: u64, one: &str, many: &str| match number {
        0 => None,
        1 => Some(words.get(one)),
        _ => Some(filled(&words.get(many), &[("n", &number.to_string())])),
    };
    let parts = [part(sons, "verdict-son", "verdict-sons"), part(daughters, "verdict-daughter", "verdict-daughters")];
    let parts: Vec<String> = parts.into_iter().flatten().collect();
    if parts.is_empty() { words.get("verdict-no-children") } else { parts.join(&words.get("verdict-comma")) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words() -> Words {
        [
            ("verdict-seconds", "{n}秒"),
            ("verdict-minutes", "{n}分钟"),
            ("verdict-hours", "{n}小时"),
            ("verdict-days", "{n}天"),
            ("verdict-date", "{y}年{m}月{d}日"),
            ("verdict-months", "1,2,3,4,5,6,7,8,9,10,11,12"),
            ("verdict-son", "一个儿子"),
            ("verdict-sons", "{n}个儿子"),
            ("verdict-daughter", "一个女儿"),
            ("verdict-daughters", "{n}个女儿"),
            ("verdict-no-children", "没有孩子"),
            ("verdict-comma", "，"),
        ]
        .into_iter()
        .fold(Words::default(), |words, (key, text)| words.with(key, text))
    }

    #[test]
    fn spans_are_told_in_the_largest_fitting_unit() {
        for (seconds, told) in
            [(11, "11秒"), (-40, "40秒"), (120, "2分钟"), (7_199, "119分钟"), (10_800, "3小时"), (200_000, "2天")]
        {
            assert_eq!(span(&words(), seconds), told);
        }
    }

    #[test]
    fn dates_and_children_are_words() {
        assert_eq!(date(&words(), 19_920_816), "1992年8月16日");
        assert_eq!(date(&words(), 19_929_916), "1992年?月16日");
        for (children_of, told) in
            [((0, 0), "没有孩子"), ((0, 1), "一个女儿"), ((2, 1), "2个儿子，一个女儿"), ((3, 0), "3个儿子")]
        {
            assert_eq!(children(&words(), children_of), told);
        }
    }
}
