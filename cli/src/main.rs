//! `hubward`: the tool of operators, rule owners and those who send many referrals. It parses the command line and reports errors;
//! the modules named after the commands do the work.

mod audit;
mod clock;
mod deployment;
mod doctor;
mod groups;
mod keys;
mod output;
mod partner;
mod postcodes;
mod redrive;
mod registry;
mod report;
mod route;
mod rulebooks;
mod rules;
mod sessions;
mod source;
mod submit;

use std::process::ExitCode;

use clap::{Parser, Subcommand};

/// Look after a Hubward deployment: its postcodes, its rules, where a family would go; or send it
/// referrals.
#[derive(Debug, Parser)]
#[command(name = "hubward", version, propagate_version = true)]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Build, check and ask the postcode index.
    #[command(subcommand)]
    Postcodes(postcodes::Command),
    /// Ask where a family would go, and why.
    #[command(subcommand)]
    Route(route::Command),
    /// Hubs as services of Open Referral UK, out and in.
    #[command(subcommand)]
    Registry(registry::Command),
    /// Check, replay and draw rulebooks before anybody is placed by them.
    #[command(subcommand)]
    Rules(rules::Command),
    /// Verify the audit trail, and anchor it where its writers cannot reach.
    #[command(subcommand)]
    Audit(audit::Command),
    /// Show and rotate keys and secrets.
    #[command(subcommand)]
    Keys(keys::Command),
    /// Add partners that send by API, and make, revoke and list their keys.
    #[command(subcommand)]
    Partner(partner::Command),
    /// Count how long an authority's families waited, and what came of it.
    Report(report::Report),
    /// Look over which groups may do what in the inbox.
    #[command(subcommand)]
    Groups(groups::Command),
    /// End sessions on the inbox page.
    #[command(subcommand)]
    Sessions(sessions::Command),
    /// Move dead letters back to the queues they came from.
    Redrive(redrive::Redrive),
    /// Send a file of referrals, however long, in requests that are safe to repeat.
    Submit(submit::Submit),
    /// Say what is missing, before a deployment and after it.
    Doctor(doctor::Doctor),
}

fn main() -> ExitCode {
    let done = match Cli::parse().command {
        Command::Postcodes(command) => postcodes::run(command),
        Command::Route(command) => route::run(command),
        Command::Registry(command) => registry::run(command),
        Command::Rules(command) => rules::run(command),
        Command::Audit(command) => audit::run(command),
        Command::Keys(command) => keys::run(command),
        Command::Partner(command) => partner::run(command),
        Command::Report(report) => report.run(),
        Command::Groups(command) => groups::run(command),
        Command::Sessions(command) => sessions::run(command),
        Command::Redrive(redrive) => redrive.run(),
        // Its exit codes are its own.
        Command::Submit(submit) => return submit.run(),
        Command::Doctor(doctor) => doctor.run(),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            output::error(&error);
            ExitCode::FAILURE
        }
    }
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory;

    #[test]
    fn the_command_line_is_consistent() {
        super::Cli::command().debug_assert();
    }
}
