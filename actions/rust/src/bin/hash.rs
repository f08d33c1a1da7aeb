// SPDX-License-Identifier: Apache-2.0

//! Hashes: `{"iterations": 2, "input": "text"}` gives `{"hash": hexadecimal BLAKE3 of the 32 bytes of BLAKE3 of the text}`.
//! Work for the CPU, as WoW's example of that name; no iterations at all give the input's own bytes, as there.

use serde_json::{json, Value};
use wasmwhisk_actions::{require_i64, require_str, run, Answer};

fn main() {
    run(hash)
}

fn hash(params: &Value) -> Answer {
    let iterations = require_i64(params, "iterations")?;
    if iterations < 0 {
        return Err(format!("Expected iterations to be at least 0, was {iterations}"));
    }
    let input = require_str(params, "input")?.as_bytes();
    if iterations == 0 {
        return Ok(json!({ "hash": hex(input) }));
    }
    let mut hash = blake3::hash(input);
    for _ in 1..iterations {
        hash = blake3::hash(hash.as_bytes());
    }
    Ok(json!({ "hash": hex(hash.as_bytes()) }))
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}
