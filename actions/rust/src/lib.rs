// SPDX-License-Identifier: Apache-2.0

//! Reads an action's parameters and writes its result, for actions of the "command" kind in Rust.
//!
//! The parameters are one JSON text on stdin. The result is the last line of stdout and is JSON; the lines before it, and
//! all of stderr, are logs. An action that fails answers `{"error": ...}` and exits with code 0.

use serde_json::{json, Value};
use std::io::{self, Read};

/// A result, or the message of an application error.
pub type Answer = Result<Value, String>;

/// Runs an action once: parameters in from stdin, its answer out as a line on stdout. No parameters at all count as `{}`.
pub fn run(action: fn(&Value) -> Answer) {
    let answer = read_params().and_then(|params| action(&params));
    println!("{}", answer.unwrap_or_else(|message| json!({ "error": message })));
}

fn read_params() -> Answer {
    let mut text = Vec::new();
    io::stdin().read_to_end(&mut text).map_err(|error| format!("Could not read the parameters from stdin: {error}"))?;
    if text.iter().all(u8::is_ascii_whitespace) {
        return Ok(json!({}));
    }
    serde_json::from_slice(&text).map_err(|error| format!("Expected the parameters on stdin to be JSON: {error}"))
}

/// The parameter of that name, or the message that it is missing.
pub fn require<'a>(params: &'a Value, name: &str) -> Result<&'a Value, String> {
    params.get(name).ok_or_else(|| format!("Expected {name} to be present"))
}

/// The integer of that name, or the message what is wrong with it.
pub fn require_i64(params: &Value, name: &str) -> Result<i64, String> {
    require(params, name)?.as_i64().ok_or_else(|| format!("Expected {name} to be an i64"))
}

/// The string of that name, or the message what is wrong with it.
pub fn require_str<'a>(params: &'a Value, name: &str) -> Result<&'a str, String> {
    require(params, name)?.as_str().ok_or_else(|| format!("Expected {name} to be a string"))
}
