//! Code lists: enums whose members have a stable code and plain words, each declared in one table.

/// Declares a code list: `Variant => "code", "Plain words";`.
///
/// The enum gets `ALL`, `code()`, `label()`, `Display` (the code), `FromStr` and serde by code.
#[macro_export]
macro_rules! code_list {
    ($(#[$doc:meta])* pub enum $name:ident { $($variant:ident => $code:literal, $label:literal;)+ }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[derive(::serde::Serialize, ::serde::Deserialize)]
        pub enum $name { $(#[doc = $label] #[serde(rename = $code)] $variant),+ }

        impl $name {
            /// Every member, in the list's order.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// The member's stable code.
            pub const fn code(self) -> &'static str {
                match self { $(Self::$variant => $code),+ }
            }

            /// The member's plain words for people.
            pub const fn label(self) -> &'static str {
                match self { $(Self::$variant => $label),+ }
            }
        }

        impl ::std::fmt::Display for $name {
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                f.write_str(self.code())
            }
        }

        impl ::std::str::FromStr for $name {
            type Err = $crate::Invalid;

            fn from_str(text: &str) -> Result<Self, $crate::Invalid> {
                Self::ALL.iter().copied().find(|member| member.code() == text).ok_or_else(|| {
                    $crate::code_list::unknown(Self::ALL.iter().map(|member| member.code()))
                })
            }
        }

        impl $crate::code_list::CodeList for $name {
            fn all() -> &'static [Self] { Self::ALL }
            fn code(self) -> &'static str { Self::code(self) }
            fn label(self) -> &'static str { Self::label(self) }
        }
    };
}

/// A code list of any kind, for readers and schemas that treat all of them alike.
pub trait CodeList: Copy + std::str::FromStr<Err = crate::Invalid> + 'static {
    /// Every member, in the list's order.
    fn all() -> &'static [Self];
    /// The member's stable code.
    fn code(self) -> &'static str;
    /// The member's plain words for people.
    fn label(self) -> &'static str;
}

/// The fault of a code that is not in the list. It names the codes that are, never the one given.
pub fn unknown(codes: impl Iterator<Item = &'static str>) -> crate::Invalid {
    let codes = codes.collect::<Vec<_>>().join(", ");
    crate::Invalid::with("code_not_recognised", format!("Use one of: {codes}."))
}
