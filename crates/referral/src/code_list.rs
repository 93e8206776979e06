//! Code lists: an enum whose members have a stable code and plain words, from one table.

/// Declares a code list: `Variant => "code", "Plain words";`.
///
/// Gives `ALL`, `code()`, `label()`, `Display` (the code), `FromStr` and serde by code.
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

            /// The stable code.
            pub const fn code(self) -> &'static str {
                match self { $(Self::$variant => $code),+ }
            }

            /// Plain words for people.
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
            type Err = $crate::Fault;

            fn from_str(text: &str) -> Result<Self, $crate::Fault> {
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

/// Any code list, for readers and schemas that treat them alike.
pub trait CodeList: Copy + std::str::FromStr<Err = crate::Fault> + 'static {
    /// Every member, in the list's order.
    fn all() -> &'static [Self];
    /// The stable code.
    fn code(self) -> &'static str;
    /// Plain words for people.
    fn label(self) -> &'static str;
}

/// The fault of a code that is not in the list: says what is, never what was given.
pub fn unknown(codes: impl Iterator<Item = &'static str>) -> crate::Fault {
    let codes = codes.collect::<Vec<_>>().join(", ");
    crate::Fault::with("code_not_recognised", format!("Use one of: {codes}."))
}
