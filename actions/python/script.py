# SPDX-License-Identifier: Apache-2.0
"""hello for a Python that is a program of its own: parameters from stdin, the result on the last line of stdout."""

import json
import sys

sys.stderr.write("hello: this line goes to stderr\n")
name = json.load(sys.stdin).get("name", "stranger")
if isinstance(name, str):
    print("hello: greeting", json.dumps(name, ensure_ascii=False))
    answer = {"greeting": f"Hello, {name}!"}
else:
    answer = {"error": "Expected name to be a string"}
print(json.dumps(answer, ensure_ascii=False, separators=(",", ":")))
