# SPDX-License-Identifier: Apache-2.0
"""The wasi-testsuite's own runner starts tests by this adapter (docs/wasi.md, "Conformance").

WASMWHISK is the command that starts ours, with options if need be; without it the launcher of this
working copy is taken.
"""

import os
import shlex
import subprocess
from pathlib import Path

LAUNCHER = Path(__file__).resolve().parents[2] / "wasmwhisk"
WASMWHISK = shlex.split(os.getenv("WASMWHISK", shlex.quote(str(LAUNCHER))))


def get_name():
    return "wasmwhisk"


def get_version():
    # "wasmwhisk 0.1.0", then which Java; the first start may build what is missing
    told = subprocess.run(
        WASMWHISK[:1] + ["--version"], encoding="UTF-8", stdout=subprocess.PIPE, check=True
    )
    return told.stdout.split()[1]


def get_wasi_versions():
    return ["wasm32-wasip1"]


def get_wasi_worlds():
    return ["wasi:cli/command"]


def get_timeout_seconds():
    # Every test starts a JVM, and on a busy machine several at once.
    return 60


def compute_argv(test_path, args_env_root, proposals, wasi_world, wasi_version):
    arguments, environment, root = args_env_root
    argv = WASMWHISK + ["wasi"]
    for name, value in environment.items():
        argv += ["--env", f"{name}={value}"]
    if root:
        argv += ["--dir", f"/={root}"]
    return argv + [test_path, "--"] + arguments
