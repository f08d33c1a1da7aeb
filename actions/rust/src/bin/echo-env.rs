// SPDX-License-Identifier: Apache-2.0

//! Answers what it was started with: `{"env": {all environment variables}, "args": [program name, ..., parameters]}`.

use serde_json::{json, Map, Value};
use std::env;
use wasmwhisk_actions::{run, Answer};

fn main() {
    run(echo_env)
}

fn echo_env(_params: &Value) -> Answer {
    let variables: Map<String, Value> = env::vars_os()
        .map(|(name, value)| (name.to_string_lossy().into_owned(), json!(value.to_string_lossy())))
        .collect();
    let args: Vec<String> = env::args_os().map(|arg| arg.to_string_lossy().into_owned()).collect();
    Ok(json!({ "env": variables, "args": args }))
}
