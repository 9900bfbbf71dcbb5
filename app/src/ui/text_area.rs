//! Long answers. The only place with a raw text area: leptos 0.8 writes its content without escaping, so that a closing
//! tag in what a person typed would end the element and run. A test keeps the raw tag out of all other files.

use leptos::prelude::*;

use super::field::described_by;

/// A labelled box for several lines.
#[derive(Clone, Debug, Default)]
pub struct TextArea {
    pub name: &'static str,
    pub label: String,
    pub hint: String,
    pub value: String,
    pub fault: Option<String>,
    pub rows: u8,
}

pub fn text_area(area: TextArea) -> impl IntoView {
    let name = area.name;
    let described = described_by(name, &area.hint, area.fault.as_ref());
    let is_bad = area.fault.is_some();
    let rows = area.rows.max(3).to_string();
    view! {
        <div class="field" class:field--bad=is_bad>
            <label class="field__label" for=name>{area.label}</label>
            {(!area.hint.is_empty()).then(|| view! { <p class="field__hint" id=format!("{name}-hint")>{area.hint}</p> })}
            {area.fault.map(|fault| view! { <p class="field__error" id=format!("{name}-error")>{fault}</p> })}
            <textarea class="input input--text" id=name name=name rows=rows
                aria-invalid=is_bad.then_some("true") aria-describedby=described inner_html=content(&area.value)></textarea>
        </div>
    }
}

/// What stands in the element. A leading line break is doubled, because the parser drops the first one (HTML,
/// 13.2.6.4.7). It is set as one piece: as a child, leptos would put a comment after it, which the box would show.
fn content(text: &str) -> String {
    let escaped = escaped(text);
    if escaped.starts_with('\n') { format!("\n{escaped}") } else { escaped }
}

/// The text with the characters that mean something in HTML written as references.
pub(crate) fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

#[cfg(test)]
mod tests {
    use leptos::prelude::*;

    use super::{TextArea, text_area};

    #[test]
    fn a_closing_tag_in_the_text_stays_text() {
        let html = Owner::new().with(|| {
            text_area(TextArea {
                name: "words",
                value: "</textarea><script>alert(1)</script> & \"quotes\"".into(),
                ..TextArea::default()
            })
            .to_html()
        });
        assert!(html.contains("&lt;/textarea&gt;&lt;script&gt;alert(1)"), "{html}");
        assert_eq!(html.matches("</textarea>").count(), 1, "{html}");
        let inside = html.split("<textarea").nth(1).and_then(|rest| rest.split("</textarea>").next());
        assert!(inside.is_some_and(|inside| !inside.contains("<!>")), "nothing but the text stands in it: {html}");
        assert!(html.contains("&amp; \"quotes\""), "{html}");
    }
}
