//! Sessions, ended by an operator.

use pipeline::rows::Digest;

use super::whole::scan;
use super::{Operator, OperatorError};
use crate::fault;
use crate::item;
use crate::tables::text;

impl Operator {
    /// Ends all sessions of a worker, or of everybody, that began before this; returns how many there
    /// were.
    pub async fn end_sessions(
        &self,
        table: &str,
        worker: Option<Digest>,
    ) -> Result<usize, OperatorError> {
        let failed = OperatorError::of("not all sessions were ended");
        let sessions = self
            .dynamo
            .scan()
            .table_name(table)
            .projection_expression("id")
            .expression_attribute_values(":sessions", text(item::session::SESSION));
        let sessions = match worker {
            None => sessions.filter_expression("begins_with(id, :sessions)"),
            Some(worker) => sessions
                .filter_expression("begins_with(id, :sessions) AND worker = :worker")
                .expression_attribute_values(":worker", text(worker.to_string())),
        };
        let rows = scan(sessions).await.map_err(&failed)?;
        let ended = rows.len();
        for key in rows {
            let request = self.dynamo.delete_item().table_name(table).set_key(Some(key));
            request.send().await.map_err(|error| failed(fault::of(&error)))?;
        }
        Ok(ended)
    }
}
