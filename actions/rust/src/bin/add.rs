// SPDX-License-Identifier: Apache-2.0

//! Adds two integers: `{"param1": 1, "param2": 2}` gives `{"result": 3}`. Parameters and messages are those of WoW's
//! example.

use serde_json::{json, Value};
use wasmwhisk_actions::{require_i64, run, Answer};

fn main() {
    run(add)
}

fn add(params: &Value) -> Answer {
    let param1 = require_i64(params, "param1")?;
    let param2 = require_i64(params, "param2")?;
    match param1.checked_add(param2) {
        Some(sum) => Ok(json!({ "result": sum })),
        None => Err(format!("The sum of param1 and param2 does not fit in an i64: {param1} + {param2}")),
    }
}
