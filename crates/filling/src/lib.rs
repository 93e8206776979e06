//! The parts that pages with a form share, whoever fills it in: the answers, the draft that keeps them
//! sealed under a cookie, and the postcodes that are asked about.
//!
//! The pages themselves, their words and their order are the business of each function.

mod answers;
mod draft;
mod kept;
mod place;
mod token;
mod when;

pub use answers::{Answers, CHILD, KEPT, child_of, first, of_child, start_of};
pub use draft::{Contents, change, read};
pub use kept::{Kept, mark};
pub use place::{Place, is_question};
pub use token::under_a_free_token;
pub use when::day;
