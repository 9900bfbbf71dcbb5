//! People who do not exist, the same at each run. Names are put together from a few characters, so that each belongs to
//! about a dozen people; ID numbers begin with the code of a province that there is not.

use xinju_domain::id_number::{IdNumber, check_character};
use xinju_domain::person::PersonName;
use xinju_domain::reference::Reference;
use xinju_domain::time::Day;

use crate::{Outcome, told};

/// How many.
pub const PEOPLE: u32 = 1_200_000;
/// Where they are registered, all of them.
pub const HOME: &str = "990123001";

const FAMILIES: &str = "甲乙丙丁戊己庚辛壬癸";
const GIVEN: &str = "山川河湖海江溪泉林森松柏竹梅兰菊荷桃李杏春夏秋冬风云雨雪霜露晨晓明辉光星月阳东南西北中和平安宁静康乐福瑞祥喜庆丰盛\
                     文书诗画琴棋墨砚金玉珠宝锦绣华彩红青白紫大小长远高新立志思念知行仁义礼信忠孝勇毅刚柔心";

/// The name that person `n` has.
pub fn name(n: u32) -> Outcome<PersonName> {
    let given: Vec<char> = GIVEN.chars().collect();
    // A multiplier without a common factor spreads neighbours over all names.
    let spread = n as usize * 7919;
    let family = FAMILIES.chars().nth(spread % 10).unwrap_or('甲');
    let (first, second) = (given[spread / 10 % given.len()], given[spread / 10 / given.len() % given.len()]);
    told(PersonName::parse(&format!("{family}{first}{second}")))
}

/// The ID number of person `n`, born between 1950 and 2005.
pub fn id_number(n: u32) -> Outcome<IdNumber> {
    numbered(19_500_101, i64::from(n / 999) * 17, n % 999)
}

/// An ID number that none of them has: born between 1930 and 1949, the same only after seven million.
pub fn another_id_number(n: u64) -> Outcome<IdNumber> {
    let n = u32::try_from(n % (7300 * 999)).unwrap_or(0);
    numbered(19_300_101, i64::from(n / 999), n % 999)
}

fn numbered(first_day: u32, days: i64, sequence: u32) -> Outcome<IdNumber> {
    let born = Day::from_yyyymmdd(first_day).ok_or("a day")?.plus_days(days);
    let body = format!("990123{}{:03}", born.yyyymmdd(), sequence + 1);
    let check = check_character(&body).ok_or("17 digits")?;
    told(IdNumber::read(&format!("{body}{check}")))
}

/// The reference of their application: all different, in no order.
pub fn reference(n: u32) -> Reference {
    // An odd multiplier gives each of 2³⁵ numbers another one.
    let mixed = u64::from(n).wrapping_mul(0x9E37_79B9_7F4A_7C15) & ((1 << 35) - 1);
    let [_, _, _, bytes @ ..] = mixed.to_be_bytes();
    Reference::from_random(bytes)
}
