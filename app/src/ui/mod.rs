//! The components of the pages, each accessible by itself, after the list of the GOV.UK Design System.
//!
//! They are plain functions from finished words to a view; the classes are those of `style/component/`. A component takes
//! no texts from the catalogue but those that are its own (the count of errors, the word for *step*).

mod bar;
mod button;
mod choice;
pub mod date;
mod field;
mod icon;
mod list;
mod panel;
mod progress;
mod text_area;

pub use bar::{home_bar, tool_links, top_bar};
pub use button::{button, button_link, danger_button, link_button, link_row, quiet_button, quiet_link};
pub use choice::{Choice, Choices, checkbox, choices};
pub use field::{Field, field, file_field, hidden, select_field};
pub(crate) use icon::drawing;
pub use icon::{icon, icon_24, icon_44};
pub use list::{Row, SummaryRow, facts, note, rows, summary_list, tag, tag_bad, tag_ok, tag_today};
pub use panel::{error_summary, fact_panel, lit_link, lit_panel, notice_banner};
pub use progress::{Moment, MomentState, promise_strip, steps, timeline};
pub(crate) use text_area::escaped;
pub use text_area::{TextArea, text_area};
