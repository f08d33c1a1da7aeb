# SPDX-License-Identifier: Apache-2.0
"""One activation of an action in Python, as OpenWhisk's own runtime has it: main(parameters) gives the result."""

import json
import os
import sys
import traceback

ACTION = "/__main__.py"


def load(environment):
    """Runs the action's text, which defines main."""
    with open(ACTION, "rb") as file:
        text = file.read()
    sys.modules["__main__"].__dict__["__file__"] = ACTION
    exec(compile(text, ACTION, "exec"), sys.modules["__main__"].__dict__)
    return True


def run(environment):
    """Answers on the last line of stdout; whether the action gave a result."""
    # os.environ is of when the interpreter started, which may have been in a snapshot.
    os.environ._data.clear()
    os.environ._data.update(environment)
    try:
        parameters = json.loads(sys.stdin.buffer.read() or b"{}")
        answer, right = sys.modules["__main__"].main(parameters), True
    except BaseException as failure:
        traceback.print_exc()
        answer, right = {"error": "The action raised " + repr(failure)}, False
    sys.stdout.write(json.dumps(answer, ensure_ascii=False, separators=(",", ":")) + "\n")
    sys.stdout.flush()
    sys.stderr.flush()
    return right
