//! The components of GOV.UK Frontend that our pages use, each a struct of its options that renders
//! itself. The markup is the package's own: every case of its fixtures is compared
//! (`crate::fixtures`). Options that are empty are options that are not given.

mod around;
mod button;
mod choices;
mod date_input;
mod errors;
mod group;
mod input;
mod label;
mod language;
mod notices;
mod pagination;
mod panel;
mod parts;
mod password_input;
mod select;
mod service;
mod summary_list;
mod table;
mod textarea;

pub use around::{BackLink, Breadcrumbs, Crumb, GenericHeader, PhaseBanner, SkipLink};
pub use button::{Button, ExitThisPage};
pub use choices::{Checkboxes, Choice, Radios};
pub use date_input::{DateInput, DatePart};
pub use errors::{ErrorLink, ErrorSummary};
pub use group::FormGroup;
pub use input::{Affix, Input, Wrapper};
pub use label::{ErrorMessage, Fieldset, Hint, Label, Legend};
pub use language::{Language, LanguageNavigation};
pub use notices::{Details, InsetText, NotificationBanner, Tag, WarningText};
pub use pagination::{ArrowLink, PageLink, Pagination};
pub use panel::{Panel, PanelAction, PanelActions};
pub use parts::{Tab, TabPanel, Tabs, Task, TaskList, TaskStatus, TaskText};
pub use password_input::PasswordInput;
pub use select::{Choosable, Select};
pub use service::{EndSlot, Section, ServiceNavigation, Slots};
pub use summary_list::{
    CardTitle, SummaryAction, SummaryActions, SummaryCard, SummaryList, SummaryRow, SummaryText,
};
pub use table::{Cell, Table};
pub use textarea::{CharacterCount, CountMessage, Textarea};
