//! The content of a body: what the sender wrote, without the encodings in which it travelled.

use std::borrow::Cow;
use std::io::Read as _;

use flate2::read::MultiGzDecoder;
use http::{StatusCode, header};

use super::{Problem, Request};

/// The mark that some editors and Windows programs put before UTF-8.
const BYTE_ORDER_MARK: &[u8] = b"\xef\xbb\xbf";

impl Request {
    /// The body as its sender wrote it, of at most `limit` bytes: unpacked where it was sent with
    /// `Content-Encoding: gzip`, and without a byte order mark. Nothing past `limit` is unpacked.
    ///
    /// # Errors
    /// 413 for a longer body; 415 for another encoding or a charset that is not
    /// UTF-8, which it names; 400 for gzip that cannot be unpacked.
    pub fn decoded_body(&self, limit: usize) -> Result<Cow<'_, [u8]>, Problem> {
        self.require_utf8()?;
        let unpacked = match self.header("content-encoding").map(str::trim).unwrap_or_default() {
            coding if coding.is_empty() || coding.eq_ignore_ascii_case("identity") => {
                self.limit_body(limit)?;
                Cow::Borrowed(self.body())
            }
            // RFC 9110, 8.4.1.3: `x-gzip` is an old name of the same.
            coding
                if coding.eq_ignore_ascii_case("gzip") || coding.eq_ignore_ascii_case("x-gzip") =>
            {
                Cow::Owned(unpack(self.body(), limit)?)
            }
            _ => return Err(other_encoding()),
        };
        Ok(without_mark(unpacked))
    }

    /// Refuses (415) a body whose type names a charset that is not UTF-8 or a part of it.
    fn require_utf8(&self) -> Result<(), Problem> {
        let parameters = self.header("content-type").unwrap_or_default().split(';').skip(1);
        let charsets = parameters.filter_map(|parameter| {
            let (name, value) = parameter.split_once('=')?;
            name.trim().eq_ignore_ascii_case("charset").then(|| value.trim().trim_matches('"'))
        });
        for charset in charsets {
            if !["utf-8", "utf8", "us-ascii"].iter().any(|name| charset.eq_ignore_ascii_case(name))
            {
                return Err(unsupported(
                    "charset_not_supported",
                    "Send the body as UTF-8, and say charset=utf-8 or leave it out.",
                ));
            }
        }
        Ok(())
    }
}

fn other_encoding() -> Problem {
    unsupported(
        "encoding_not_supported",
        "Send the body as it is, or packed once with Content-Encoding: gzip.",
    )
    .with_header(header::ACCEPT_ENCODING, "gzip")
}

fn unsupported(code: &'static str, detail: &str) -> Problem {
    Problem::new(StatusCode::UNSUPPORTED_MEDIA_TYPE, code, detail)
}

/// Unpacks gzip, and stops where it is longer than `limit`.
fn unpack(packed: &[u8], limit: usize) -> Result<Vec<u8>, Problem> {
    let most = u64::try_from(limit).unwrap_or(u64::MAX);
    let mut unpacked = Vec::new();
    MultiGzDecoder::new(packed).take(most.saturating_add(1)).read_to_end(&mut unpacked).map_err(
        |_| {
            Problem::bad_request("The body is not the gzip that Content-Encoding says it is.")
                .with_code("gzip_not_readable")
        },
    )?;
    if unpacked.len() > limit { Err(Problem::too_large(limit)) } else { Ok(unpacked) }
}

fn without_mark(body: Cow<'_, [u8]>) -> Cow<'_, [u8]> {
    match body {
        Cow::Borrowed(bytes) => Cow::Borrowed(bytes.strip_prefix(BYTE_ORDER_MARK).unwrap_or(bytes)),
        Cow::Owned(mut bytes) => {
            if bytes.starts_with(BYTE_ORDER_MARK) {
                bytes.drain(..BYTE_ORDER_MARK.len());
            }
            Cow::Owned(bytes)
        }
    }
}

#[cfg(test)]
mod tests {
    use std::io::Write as _;

    use flate2::{Compression, write::GzEncoder};
    use http::Method;

    use super::*;

    fn packed(plain: &[u8]) -> Vec<u8> {
        let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
        encoder.write_all(plain).unwrap();
        encoder.finish().unwrap()
    }

    fn sent(headers: &[(&str, &str)], body: &[u8]) -> Request {
        let request = Request::builder(Method::POST, "POST /");
        headers
            .iter()
            .fold(request, |all, (name, value)| all.header(name, value))
            .body(body)
            .build()
    }

    const GZIP: (&str, &str) = ("content-encoding", "gzip");

    #[test]
    fn a_byte_order_mark_is_left_out_packed_or_not() {
        let marked = b"\xef\xbb\xbf{}";
        for request in [
            sent(&[], b"{}"),
            sent(&[], marked),
            sent(&[("content-encoding", "identity")], marked),
            sent(&[GZIP], &packed(b"{}")),
            sent(&[("content-encoding", " X-Gzip")], &packed(marked)),
        ] {
            assert_eq!(request.decoded_body(8).unwrap().as_ref(), b"{}");
        }
    }

    #[test]
    fn utf_8_is_read_under_each_of_its_names_and_nothing_else_is() {
        let of = |kind| sent(&[("content-type", kind)], b"{}").decoded_body(8).map(|_| ());
        for read in ["application/json", "text/csv; charset=UTF-8", "text/csv;Charset=\"utf8\""] {
            assert_eq!(of(read), Ok(()), "{read}");
        }
        for other in ["text/csv; charset=windows-1252", "text/csv; header=present; charset=utf-16"]
        {
            let problem = of(other).unwrap_err();
            assert_eq!(
                (problem.status(), problem.code()),
                (415, "charset_not_supported"),
                "{other}"
            );
        }
    }

    #[test]
    fn another_encoding_is_refused_and_the_answer_says_which_is_read() {
        for other in ["br", "deflate", "gzip, gzip", "gzip, br"] {
            let problem = sent(&[("content-encoding", other)], b"{}").decoded_body(8).unwrap_err();
            assert_eq!((problem.status(), problem.code()), (415, "encoding_not_supported"));
            let answer = crate::http::Response::from(problem);
            assert_eq!(answer.header_value("accept-encoding"), Some("gzip"));
        }
    }

    #[test]
    fn what_is_longer_than_the_limit_is_refused_once_it_is_unpacked() {
        let bomb = packed(&vec![b' '; 10_000_000]);
        assert!(bomb.len() < 20_000);
        assert_eq!(sent(&[GZIP], &bomb).decoded_body(256_000).unwrap_err().status(), 413);
        let fits = packed(&vec![b' '; 256_000]);
        assert_eq!(sent(&[GZIP], &fits).decoded_body(256_000).unwrap().len(), 256_000);
        assert_eq!(sent(&[], b"123456789").decoded_body(8).unwrap_err().status(), 413);
    }

    #[test]
    fn broken_gzip_is_a_bad_request() {
        let whole = packed(b"{}");
        for broken in [&b"{}"[..], &whole[..whole.len() - 5], &[whole.as_slice(), b"x"].concat()] {
            assert_eq!(sent(&[GZIP], broken).decoded_body(80).unwrap_err().status(), 400);
        }
    }
}
