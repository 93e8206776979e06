//! Rust's text as tokens, as far as paths need them: without comments, literals and test code.

/// The tokens of a file: words, `::`, and single signs.
pub(crate) fn tokens(text: &str) -> Vec<String> {
    without_tests(&scan(text))
}

fn scan(text: &str) -> Vec<String> {
    let mut tokens = Vec::new();
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let (length, is_code) = match first {
            '/' if rest.starts_with("//") => (rest.find('\n').unwrap_or(rest.len()), false),
            '/' if rest.starts_with("/*") => (block_comment(rest), false),
            '"' => (quoted(rest), false),
            '\'' => (character_or_lifetime(rest), false),
            ':' if rest.starts_with("::") => (2, true),
            _ if is_word(first) => match raw_text(rest) {
                Some(length) => (length, false),
                None => (rest.find(|c| !is_word(c)).unwrap_or(rest.len()), true),
            },
            _ => (first.len_utf8(), !first.is_whitespace()),
        };
        let (token, after) = rest.split_at(length);
        if is_code {
            tokens.push(token.to_owned());
        }
        rest = after;
    }
    tokens
}

fn is_word(c: char) -> bool {
    c.is_alphanumeric() || c == '_'
}

/// The length of a comment between `/*` and `*/`, which may hold others.
fn block_comment(text: &str) -> usize {
    let (mut depth, mut at) = (0, 0);
    while at < text.len() {
        if text[at..].starts_with("/*") {
            (depth, at) = (depth + 1, at + 2);
        } else if text[at..].starts_with("*/") {
            (depth, at) = (depth - 1, at + 2);
            if depth == 0 {
                break;
            }
        } else {
            at += text[at..].chars().next().map_or(1, char::len_utf8);
        }
    }
    at
}

/// The length of a literal that ends at the next quotation mark of its own kind.
fn quoted(text: &str) -> usize {
    let mark = text.chars().next();
    let mut escaped = false;
    for (at, c) in text.char_indices().skip(1) {
        if !escaped && Some(c) == mark {
            return at + 1;
        }
        escaped = !escaped && c == '\\';
    }
    text.len()
}

/// The length of a character's literal; of a lifetime, that of its sign.
fn character_or_lifetime(text: &str) -> usize {
    let mut after = text.chars().skip(1);
    match (after.next(), after.next()) {
        (Some('\\'), _) | (Some(_), Some('\'')) => quoted(text),
        _ => 1,
    }
}

/// The length of a raw text, if one begins here.
fn raw_text(text: &str) -> Option<usize> {
    let rest = text.strip_prefix('r')?;
    let hashes = rest.len() - rest.trim_start_matches('#').len();
    let body = rest[hashes..].strip_prefix('"')?;
    let end = format!("\"{}", "#".repeat(hashes));
    Some(text.len() - body.len() + body.find(&end).unwrap_or(body.len()) + end.len())
}

/// The tokens, without the items that are for tests alone.
fn without_tests(tokens: &[String]) -> Vec<String> {
    let mut kept = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        if is_for_tests(&tokens[at..]) {
            at = end_of_item(tokens, at + 2);
        } else {
            kept.push(tokens[at].clone());
            at += 1;
        }
    }
    kept
}

/// Whether an attribute `#[cfg(test)]`, or one that asks for `test` among others, begins here.
fn is_for_tests(tokens: &[String]) -> bool {
    let mut start = tokens.iter().map(String::as_str);
    if [start.next(), start.next(), start.next()] != [Some("#"), Some("["), Some("cfg")] {
        return false;
    }
    let condition: Vec<_> = start.take_while(|token| *token != "]").collect();
    condition.contains(&"test") && !condition.contains(&"not")
}

/// The place after the item whose attribute began before `at`: after its `;`, or its last brace.
fn end_of_item(tokens: &[String], mut at: usize) -> usize {
    let mut depth = 0;
    while at < tokens.len() {
        match tokens[at].as_str() {
            "{" => depth += 1,
            "}" => depth -= 1,
            _ => {}
        }
        at += 1;
        if depth == 0 && matches!(tokens[at - 1].as_str(), "}" | ";") {
            break;
        }
    }
    at
}

#[test]
fn comments_literals_and_tests_are_no_tokens() {
    let text = r##"
        //! crate::a
        use b::{c, d}; /* e /* f */ g */
        fn h<'i>(j: &'i str) -> char { k("crate::l \" m", r#"n " o"#, '"', '\'', b"p"); }
        #[cfg(test)]
        mod tests { use q::r; fn s() {} }
        #[cfg(all(test, unix))]
        use t::u;
        v
    "##;
    let words: Vec<_> =
        tokens(text).into_iter().filter(|token| token.starts_with(is_word)).collect();
    // Of a byte string the text is left out, and not its `b`.
    let kept = ["use", "b", "c", "d", "fn", "h", "i", "j", "i", "str", "char", "k", "b", "v"];
    assert_eq!(words, kept);
}
