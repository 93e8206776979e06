//! The languages that a family may speak, each by its own name: families who need one may not read English.

use referral::LANGUAGES;

use super::Language;

/// The own names of [`LANGUAGES`], by their tags, where they are not the English ones.
const OWN_NAMES: &[(&str, &str)] = &[
    ("sq", "Shqip"),
    ("am", "አማርኛ"),
    ("ar", "العربية"),
    ("bn", "বাংলা"),
    ("bg", "Български"),
    ("yue", "廣東話"),
    ("cs", "Čeština"),
    ("prs", "دری"),
    ("nl", "Nederlands"),
    ("fa", "فارسی"),
    ("fr", "Français"),
    ("de", "Deutsch"),
    ("el", "Ελληνικά"),
    ("gu", "ગુજરાતી"),
    ("hi", "हिन्दी"),
    ("hu", "Magyar"),
    ("it", "Italiano"),
    ("ku", "Kurdî / کوردی"),
    ("lv", "Latviešu"),
    ("lt", "Lietuvių"),
    ("ml", "മലയാളം"),
    ("zh", "普通话"),
    ("ne", "नेपाली"),
    ("ps", "پښتو"),
    ("pl", "Polski"),
    ("pt", "Português"),
    ("pa", "ਪੰਜਾਬੀ / پنجابی"),
    ("ro", "Română"),
    ("ru", "Русский"),
    ("sk", "Slovenčina"),
    ("so", "Soomaali"),
    ("es", "Español"),
    ("sw", "Kiswahili"),
    ("ta", "தமிழ்"),
    ("te", "తెలుగు"),
    ("ti", "ትግርኛ"),
    ("tr", "Türkçe"),
    ("uk", "Українська"),
    ("ur", "اردو"),
    ("vi", "Tiếng Việt"),
    ("cy", "Cymraeg"),
    ("yo", "Yorùbá"),
];

/// Every language by its tag and its names, such as "اردو (Urdu)"; the page's own first. On a page in
/// English it is "Urdu (اردو)": readers of English look for it by its first letters.
pub(crate) fn all(page: &Language) -> Vec<(String, String)> {
    let (own, others): (Vec<_>, Vec<_>) = LANGUAGES.iter().partition(|(tag, _)| *tag == page.tag());
    let named = |(tag, name): &(&str, &str)| {
        let own = OWN_NAMES.iter().find(|(known, _)| known == tag);
        let words = match own {
            None => (*name).to_owned(),
            Some((_, own)) if page == Language::ENGLISH => format!("{name} ({own})"),
            Some((_, own)) => format!("{own} ({name})"),
        };
        ((*tag).to_owned(), words)
    };
    own.into_iter().chain(others).map(named).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_language_is_there_once_by_its_own_name_and_the_page_s_comes_first() {
        for page in Language::all() {
            let all = all(page);
            assert_eq!(all.len(), LANGUAGES.len());
            assert_eq!(all[0].0, page.tag());
            if page != Language::ENGLISH {
                assert!(all[0].1.starts_with(page.name()), "{:?}", all[0]);
            }
        }
        assert_eq!(all(Language::of("ur").unwrap())[0].1, "اردو (Urdu)");
        let english = all(Language::ENGLISH);
        assert_eq!(english[0].1, "English");
        assert!(english.iter().any(|(tag, words)| tag == "ur" && words == "Urdu (اردو)"));
    }

    #[test]
    fn each_own_name_is_of_one_of_the_languages_and_few_have_none() {
        let is_listed = |tag: &&str| LANGUAGES.iter().any(|(known, _)| known == tag);
        assert!(OWN_NAMES.iter().map(|(tag, _)| tag).all(is_listed));
        let has_own = |tag: &str| OWN_NAMES.iter().any(|(known, _)| *known == tag);
        let without: Vec<_> =
            LANGUAGES.iter().map(|(tag, _)| *tag).filter(|tag| !has_own(tag)).collect();
        assert_eq!(without, ["en", "bfi", "tl"], "their own name is the English one");
    }
}
