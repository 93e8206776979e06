//! The whole of Hubward on this machine: it starts the parts in their order, and stops them in
//! theirs.

mod intake;
mod signals;

use std::{collections::BTreeMap, io::Write as _, sync::Arc, time::Duration};

use anyhow::{Context as _, Result, anyhow, bail};
use hyper::service::service_fn;
use tokio::{
    net::TcpListener,
    task::{JoinHandle, JoinSet},
};

use crate::{
    engines::{queues::Queues, tables::Tables},
    front::{Front, Phase, Routes},
    issuer::Issuer,
    lambda::{Environment, Function},
    notify::Notify,
    people::People,
    places::NeededFiles,
    serve::serve,
    settings::Settings,
    state::State,
    stop::{self, Stopper},
    template::Template,
    variables::{self, ACCOUNT, AUDIENCE, Addresses, REGION},
};

use intake::Intake;
use signals::Signals;

/// The time that requests and functions may take to finish when told to stop.
const PATIENCE: Duration = Duration::from_secs(20);

/// The functions by their ARN.
type Functions = BTreeMap<String, Arc<Function>>;

/// Starts everything, serves until told to stop, and stops everything.
pub(crate) async fn run(settings: Settings) -> Result<()> {
    let mut signals = Signals::listen()?;
    let found = NeededFiles::look(&settings)?;
    let listener = listen(settings.port).await?;
    let port = listener.local_addr()?.port();
    let state = State::open(&settings.state)?;
    let front = Arc::new(Front::new(port));
    let gateway = Gateway::open(listener, Arc::clone(&front));

    let mut stack = tokio::select! {
        stack = Stack::start(&settings, &found, &state, &front, port) => stack?,
        () = signals.any() => return Ok(()),
    };
    front.set_phase(Phase::Ready);
    banner(port, &state, &found)?;

    signals.any().await;
    tracing::info!("stopping: what is under way finishes first; once more to stop at once");
    front.set_phase(Phase::Stopping);
    tokio::select! {
        stopped = async {
            gateway.close().await?;
            stack.intake.stop().await;
            stack.close().await
        } => stopped,
        () = signals.any() => bail!("stopped at once; what was under way is finished by the next run"),
    }
}

async fn listen(port: u16) -> Result<TcpListener> {
    TcpListener::bind(("127.0.0.1", port)).await.map_err(|error| match error.kind() {
        std::io::ErrorKind::AddrInUse => anyhow!(
            "port {port} is in use; stop what uses it, or choose another: PORT={} make run",
            port.checked_add(1).unwrap_or(8080)
        ),
        _ => anyhow!("port {port} cannot be served on: {error}"),
    })
}

/// The listener, and the task that serves it.
struct Gateway {
    stopper: Stopper,
    server: JoinHandle<()>,
}

impl Gateway {
    fn open(listener: TcpListener, front: Arc<Front>) -> Self {
        let (stopper, stop) = stop::signal();
        let service = service_fn(move |request| Arc::clone(&front).answer(request));
        let server = tokio::spawn(serve(listener, service, stop, PATIENCE));
        Self { stopper, server }
    }

    /// Takes no more requests and lets those under way finish.
    async fn close(self) -> Result<()> {
        self.stopper.stop();
        Ok(self.server.await?)
    }
}

struct Stack {
    tables: Tables,
    queues: Queues,
    functions: Functions,
    intake: Intake,
}

impl Stack {
    async fn start(
        settings: &Settings,
        found: &NeededFiles,
        state: &State,
        front: &Front,
        port: u16,
    ) -> Result<Self> {
        let url = format!("http://127.0.0.1:{port}");
        let queues = Queues::open(REGION, ACCOUNT).await?;
        let deployment = variables::deployment(&url, &queues.endpoint());
        let mut template = Template::load(&settings.template, &deployment)?;
        if let Some(seconds) = settings.schedule_every {
            let every = Duration::from_secs(seconds);
            template.schedules.iter_mut().for_each(|schedule| schedule.every = every);
        }
        let tables = Tables::open(&state.tables()).await?;
        for table in &template.tables {
            tables.ensure(table)?;
        }
        queues.create(&template.queues).await?;

        let ids: Vec<_> = found.inboxes.iter().map(|one| one.id.as_str().to_owned()).collect();
        let clients = state.clients(&ids)?.clients;
        let (key, keys) = (state.signing_key()?, state.keys()?);
        let people = People::of(&found.inboxes);
        let groups = match &found.groups {
            Some(path) => path.clone(),
            None => state.write_groups(&people.groups_file())?,
        };
        let issuer = Issuer::new(url.clone(), AUDIENCE.to_owned(), key, clients);
        front.set_issuer(issuer.with_people(people, State::inbox_secret(&keys)?));
        front.set_notify(Notify::new(State::notices_key(&keys)?));

        let addresses = Addresses {
            tables: &tables.endpoint(),
            queues: &queues.endpoint(),
            keys: &keys,
            localities: &found.localities,
            postcodes: &found.postcodes,
            roots: &found.roots,
            groups: &groups,
            log: &settings.log,
        };
        for function in &mut template.functions {
            function.variables = variables::here(&function.variables, &addresses);
        }
        let mut additions = variables::additions(&addresses);
        let given = template.functions.iter().map(|function| &function.variables);
        let mut told = variables::for_operators(given, &additions);
        told.extend(variables::hosts(&url));
        state.write_environment(&told)?;
        additions.extend(settings.sets.iter().cloned());
        let environment = Environment { region: REGION.to_owned(), additions };
        let functions = functions(&template, found, &environment, settings.max_instances)?;
        warm_up(&functions).await?;
        let routes = template
            .routes
            .iter()
            .map(|route| Ok((route.key.clone(), Arc::clone(by_arn(&functions, &route.function)?))));
        front.set_routes(Routes::new(routes.collect::<Result<Vec<_>>>()?)?);
        let intake = Intake::start(&template, &functions, &queues, &deployment.queue_endpoint)?;
        Ok(Self { tables, queues, functions, intake })
    }

    /// Ends the functions, then the engines they use.
    async fn close(self) -> Result<()> {
        let mut ending = JoinSet::new();
        for function in self.functions.into_values() {
            ending.spawn(async move { function.shut_down(PATIENCE).await });
        }
        ending.join_all().await;
        self.queues.close().await?;
        self.tables.close().await
    }
}

fn functions(
    template: &Template,
    found: &NeededFiles,
    environment: &Environment,
    limit: u32,
) -> Result<Functions> {
    let all = template.functions.iter().map(|spec| {
        let binary = found.binary(&spec.binary)?;
        let function = Function::new(spec.clone(), binary, environment.clone(), limit);
        Ok((spec.arn.clone(), function))
    });
    all.collect()
}

/// Starts one instance of each function, side by side.
async fn warm_up(functions: &Functions) -> Result<()> {
    let mut starting = JoinSet::new();
    for function in functions.values().map(Arc::clone) {
        starting.spawn(async move {
            let started = function.warm_up().await;
            started.map_err(|failure| anyhow!("{}: {failure}", function.spec().binary))
        });
    }
    while let Some(started) = starting.join_next().await {
        started??;
    }
    Ok(())
}

fn by_arn<'a>(functions: &'a Functions, arn: &str) -> Result<&'a Arc<Function>> {
    functions.get(arn).with_context(|| format!("no function is called {arn}"))
}

fn banner(port: u16, state: &State, found: &NeededFiles) -> Result<()> {
    let url = format!("http://127.0.0.1:{port}");
    let mut out = std::io::stdout().lock();
    write!(
        out,
        "
  Hubward is ready.

    For families    {url}/
    For hubs        {url}/hub      ({inboxes} inboxes; sign in as any person of the list)
    For partners    {url}/v1/referrals
    Tokens          {url}/oauth2/token
    Credentials     {credentials}
    Notices         {url}/dev/notices

  Ctrl-C stops it. What was sent is kept for the next start.

",
        inboxes = found.inboxes.len(),
        credentials = state.credentials().display(),
    )?;
    Ok(out.flush()?)
}
