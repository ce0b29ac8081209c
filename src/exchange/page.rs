//! What pages to print have in common: one file of HTML that needs nothing else, loads nothing and runs nothing.
//!
//! Owns the head of the file and how texts become HTML. What stands on a page is the business of [`prep`](super::prep) and
//! [`contact_sheet`](super::contact_sheet). Start reading at [`begin`].
//!
//! Invariant: whatever stands in a text, it begins no element, no attribute and no address
//! (`tests::a_text_stays_a_text`; the suite asks an independent parser about whole pages).

/// The fonts of the machine that print every script, also names that no bundled font has.
pub const FONTS: &str =
    "Inter, 'Segoe UI', 'Helvetica Neue', 'Hiragino Sans', 'Yu Gothic', 'Noto Sans CJK JP', sans-serif";

/// Ink for what is less important, and of lines.
pub const QUIET: &str = "#5b564b";
/// Lines.
pub const LINE: &str = "#c9c3b6";

/// Writes a line.
macro_rules! put {
    ($to:expr, $($words:tt)*) => {
        $to.push_str(&format!($($words)*));
        $to.push('\n');
    };
}
pub(super) use put;

/// Begins a page: everything up to the open body. With `pictures`, those that stand in the page itself are shown.
pub fn begin(language: &str, title: &str, kind: &str, style: &str, pictures: bool) -> String {
    let mut out = String::with_capacity(8_000);
    let images = if pictures { "; img-src data:" } else { "" };
    put!(
        out,
        "<!doctype html>\n<html lang=\"{}\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'{images}\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <meta name=\"referrer\" content=\"no-referrer\">\n<title>{} · {}</title>\n<style>{style}</style>\n</head>\n<body>",
        escaped(language),
        escaped(title),
        escaped(kind),
    );
    out
}

/// Ends a page.
pub fn end(out: &mut String) {
    out.push_str("</body>\n</html>\n");
}

/// A text of the user as HTML shows it: apart from its surroundings, so that signs that turn the writing around turn nothing else.
pub fn own(text: &str) -> String {
    format!("<bdi>{}</bdi>", escaped(text))
}

/// A text as HTML shows it: no sign of it begins an element, an entity or an attribute; what HTML forbids is left out.
pub fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 8);
    for sign in text.chars() {
        match sign {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            '\n' | '\t' => out.push(' '),
            _ if sign.is_control() => {}
            _ => out.push(sign),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_stays_a_text() {
        assert_eq!(
            escaped("<a href=\"x\">&amp;'\u{0}\u{85}\nb"),
            "&lt;a href=&quot;x&quot;&gt;&amp;amp;&#39; b"
        );
        assert_eq!(own("דנה <b>"), "<bdi>דנה &lt;b&gt;</bdi>");
        let page = begin("en", "</title><script>", "\"><img src=x>", "", false);
        assert!(!page.contains("<script") && !page.contains("<img") && !page.contains("img-src"), "{page}");
        assert!(begin("en", "", "", "", true).contains("img-src data:"));
    }
}
