// SPDX-License-Identifier: Apache-2.0

//! Sleeps: `{"ms": 300}` gives `{"sleptMs": milliseconds by the monotonic clock}`; without ms it sleeps 5 s, as WoW's
//! example.

use serde_json::{json, Value};
use std::thread;
use std::time::{Duration, Instant};
use wasmwhisk_actions::{require_i64, run, Answer};

const DEFAULT_MS: i64 = 5000;
const MAXIMUM_MS: i64 = 24 * 60 * 60 * 1000;

fn main() {
    run(sleep)
}

fn sleep(params: &Value) -> Answer {
    let ms = match params.get("ms") {
        Some(_) => require_i64(params, "ms")?,
        None => DEFAULT_MS,
    };
    if !(0..=MAXIMUM_MS).contains(&ms) {
        return Err(format!("Expected ms to be from 0 to {MAXIMUM_MS}, was {ms}"));
    }
    let start = Instant::now();
    thread::sleep(Duration::from_millis(ms.unsigned_abs()));
    Ok(json!({ "sleptMs": start.elapsed().as_millis() as u64 }))
}
