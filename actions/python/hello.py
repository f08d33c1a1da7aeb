# SPDX-License-Identifier: Apache-2.0
"""Greets: {"name": "World"} gives {"greeting":"Hello, World!"}; without a name it greets a stranger."""

import json
import sys


def main(params):
    print("hello: this line goes to stderr", file=sys.stderr)
    name = params.get("name", "stranger")
    if not isinstance(name, str):
        return {"error": "Expected name to be a string"}
    print("hello: greeting", json.dumps(name, ensure_ascii=False))
    return {"greeting": f"Hello, {name}!"}
