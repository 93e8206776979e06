//! The variables of a function's process: all that Lambda sets, those in the template, and those
//! that come beside them on this machine. Nothing is inherited.

use std::collections::BTreeMap;

use crate::template::FunctionSpec;

/// The variables that every function is given, whatever the template says. They are declared once,
/// in `variables`.
#[derive(Debug, Clone, Default)]
pub(crate) struct Environment {
    pub(crate) region: String,
    pub(crate) additions: BTreeMap<String, String>,
}

impl Environment {
    /// The whole environment of an instance that finds its Runtime API at `runtime_api`.
    pub(super) fn of(
        &self,
        function: &FunctionSpec,
        runtime_api: &str,
        instance: &str,
    ) -> BTreeMap<String, String> {
        let lambda = [
            ("AWS_LAMBDA_RUNTIME_API", runtime_api.to_owned()),
            ("AWS_LAMBDA_FUNCTION_NAME", function.name.clone()),
            ("AWS_LAMBDA_FUNCTION_MEMORY_SIZE", function.memory.to_string()),
            ("AWS_LAMBDA_FUNCTION_VERSION", "$LATEST".to_owned()),
            ("AWS_LAMBDA_INITIALIZATION_TYPE", "on-demand".to_owned()),
            ("AWS_LAMBDA_LOG_GROUP_NAME", function.log_group.clone()),
            ("AWS_LAMBDA_LOG_STREAM_NAME", instance.to_owned()),
            ("AWS_REGION", self.region.clone()),
            ("AWS_DEFAULT_REGION", self.region.clone()),
            ("_HANDLER", "bootstrap".to_owned()),
            ("LANG", "en_US.UTF-8".to_owned()),
            ("TZ", ":UTC".to_owned()),
        ];
        let mut all: BTreeMap<_, _> =
            lambda.map(|(name, value)| (name.to_owned(), value)).into_iter().collect();
        all.extend(function.variables.clone());
        all.extend(self.additions.clone());
        all
    }
}
