// Rows of the table, as the Rust half of the bench prints them.

/** `against`: what it is held against, in words; `limit`: that as a number in the same unit. */
export function print(what, value, unit, { against = "", limit, moreIsBetter = false } = {}) {
  console.log(JSON.stringify({ what, value, unit, against, limit, more_is_better: moreIsBetter }));
}

export function progress(words) {
  console.error(`· ${words}`);
}
