//! Serves HTTP/1.1 on a loopback listener until told to stop. The caller decides what is answered.

use std::{convert::Infallible, error::Error, time::Duration};

use http::{HeaderValue, Request, Response, StatusCode, header};
use http_body_util::Full;
use hyper::{
    body::{Body, Bytes, Incoming},
    server::conn::http1,
    service::Service,
};
use hyper_util::{
    rt::{TokioIo, TokioTimer},
    server::graceful::GracefulShutdown,
};
use serde_json::Value;
use tokio::net::TcpListener;

use crate::stop::Stop;

/// The body of every answer that this program makes itself.
pub(crate) type Answer = Response<Full<Bytes>>;

/// The longest that a client may take over the head of a request.
const HEAD_TIMEOUT: Duration = Duration::from_secs(15);

/// An answer of this program's own, with JSON as the body.
pub(crate) fn json_answer(status: StatusCode, body: &Value) -> Answer {
    let mut answer = Answer::new(Full::new(Bytes::from(body.to_string())));
    *answer.status_mut() = status;
    answer.headers_mut().insert(header::CONTENT_TYPE, HeaderValue::from_static("application/json"));
    answer
}

/// Serves until `stop`, then lets the requests under way finish for at most `patience`.
pub(crate) async fn serve<S, B>(
    listener: TcpListener,
    service: S,
    mut stop: Stop,
    patience: Duration,
) where
    S: Service<Request<Incoming>, Response = Response<B>, Error = Infallible>,
    S: Clone + Send + 'static,
    S::Future: Send,
    B: Body + Send + 'static,
    B::Data: Send,
    B::Error: Into<Box<dyn Error + Send + Sync>>,
{
    let open = GracefulShutdown::new();
    loop {
        let stream = tokio::select! {
            accepted = listener.accept() => match accepted {
                Ok((stream, _)) => stream,
                Err(error) => {
                    // Most often there are too many open files, which passes when connections end.
                    tracing::warn!(%error, "a connection could not be accepted");
                    tokio::time::sleep(Duration::from_millis(50)).await;
                    continue;
                }
            },
            () = stop.requested() => break,
        };
        // This only makes answers faster.
        let _ = stream.set_nodelay(true);
        let connection = http1::Builder::new()
            .timer(TokioTimer::new())
            .header_read_timeout(HEAD_TIMEOUT)
            .serve_connection(TokioIo::new(stream), service.clone());
        let connection = open.watch(connection);
        tokio::spawn(async move {
            // A client that goes away is no fault of this program.
            let _ = connection.await;
        });
    }
    drop(listener);
    if tokio::time::timeout(patience, open.shutdown()).await.is_err() {
        tracing::warn!("requests were still under way when the time to finish them ran out");
    }
}
