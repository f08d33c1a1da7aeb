// SPDX-License-Identifier: Apache-2.0

// Greets: {"name": "World"} gives {"greeting":"Hello, World!"}; without a name it greets a stranger.

import { isString, unquoted } from "./json";
import { escaped, fail, log, print, quoted, readParams } from "./wasmwhisk";

export function _start(): void {
  const params = readParams();
  log("hello: this line goes to stderr");
  let name = "stranger";
  if (params.has("name")) {
    const value = params.get("name");
    if (!isString(value)) fail("Expected name to be a string");
    name = unquoted(value);
  }
  print("hello: greeting " + quoted(name));
  print('{"greeting":"Hello, ' + escaped(name) + '!"}');
}
