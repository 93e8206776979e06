//! `hubward postcodes check`: checks all blocks of the index at once, which opening leaves until
//! they are needed.

use anyhow::Result;
use clap::Args;

use super::IndexArgs;
use crate::output;

#[derive(Debug, Args)]
pub(crate) struct Check {
    #[command(flatten)]
    index: IndexArgs,
    /// Answer as JSON.
    #[arg(long)]
    json: bool,
}

impl Check {
    pub(crate) fn run(self) -> Result<()> {
        let index = self.index.open()?;
        index.verify()?;
        let info = index.about();
        if self.json {
            return output::json(info);
        }
        output::table(&[
            ("version", info.version.clone()),
            ("source", info.source.clone()),
            ("postcodes", info.built_rows.to_string()),
            ("bytes", info.bytes.to_string()),
            ("checksums", "all match".to_owned()),
        ])
    }
}
