// SPDX-License-Identifier: Apache-2.0

//! Makes an HTTP request with the published crate `wasi-experimental-http`, unchanged: `{"url": "https://example.com/"}`,
//! and if wanted `method`, `headers` (an object) and `body`, gives `{"status": n, "headers": {…}, "body": text}`. `times`
//! makes it that often, holding all answers, and gives the last one.

use serde_json::{json, Map, Value};
use wasi_experimental_http::{request, Response};
use wasmwhisk_actions::{require_str, run, Answer};

fn main() {
    run(fetch)
}

fn fetch(params: &Value) -> Answer {
    let times = params.get("times").and_then(Value::as_u64).unwrap_or(1);
    let mut held = Vec::new();
    for _ in 0..times {
        held.push(send(params)?);
    }
    answer(held.pop().ok_or("Expected times to be more than 0")?)
}

fn send(params: &Value) -> Result<Response, String> {
    let method = params.get("method").and_then(Value::as_str).unwrap_or("GET");
    let mut wanted = http::Request::builder().method(method).uri(require_str(params, "url")?);
    for (name, value) in params.get("headers").and_then(Value::as_object).unwrap_or(&Map::new()) {
        wanted = wanted.header(name, value.as_str().unwrap_or_default());
    }
    let body = params.get("body").and_then(Value::as_str).map(|text| text.to_string().into());
    request(wanted.body(body).map_err(|error| error.to_string())?).map_err(|error| error.to_string())
}

fn answer(mut response: Response) -> Answer {
    let mut headers = Map::new();
    for (name, value) in &response.headers_get_all().map_err(|error| error.to_string())? {
        headers.insert(name.to_string(), json!(String::from_utf8_lossy(value.as_bytes())));
    }
    let body = response.body_read_all().map_err(|error| error.to_string())?;
    Ok(json!({
        "status": response.status_code.as_u16(),
        "headers": headers,
        "body": String::from_utf8_lossy(&body),
    }))
}
