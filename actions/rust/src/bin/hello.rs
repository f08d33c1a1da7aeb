// SPDX-License-Identifier: Apache-2.0

//! Greets: `{"name": "World"}` gives `{"greeting":"Hello, World!"}`; without a name it greets a stranger.

use serde_json::{json, Value};
use wasmwhisk_actions::{require_str, run, Answer};

fn main() {
    run(hello)
}

fn hello(params: &Value) -> Answer {
    eprintln!("hello: this line goes to stderr");
    let name = match params.get("name") {
        Some(_) => require_str(params, "name")?,
        None => "stranger",
    };
    println!("hello: greeting {}", json!(name));
    Ok(json!({ "greeting": format!("Hello, {name}!") }))
}
