# SPDX-License-Identifier: Apache-2.0
"""wasmtime, embedded in one process by its Python package: runs a WASI command as often as it is asked to.

    python3 wasmtime_peer.py PLAN      (JSON: module, stdin, arguments, directory or null, expected)

One request a line on stdin; the answer is lines of "name wall cpu sample…" in nanoseconds, and "end". A call is a new Store,
WASI context and instance, _start, and its output read; one with another last line than expected ends the peer.
"""

import ctypes
import importlib.metadata
import json
import os
import sys
import tempfile
import threading
import time

import wasmtime
from wasmtime import Config, Engine, ExitTrap, Linker, Module, Store, WasiConfig
from wasmtime import _ffi as ffi

EMPTY = b"(module (memory (export \"memory\") 1) (func (export \"_start\")))"


class Peer:
    def __init__(self, plan):
        self.plan = plan
        with open(plan["module"], "rb") as file:
            self.bytes = file.read()
        self.stdin = plan["stdin"].encode()
        self.expected = plan["expected"].encode()
        self.arguments = ["guest"] + plan["arguments"]
        self.number = 0
        self.scratch = tempfile.TemporaryDirectory(dir="/dev/shm" if os.path.isdir("/dev/shm") else None)
        self.stdin_file = self.file("stdin", self.stdin)
        self.allocator = "pooling allocator"
        try:
            self.engine = Engine(self.pooling())
            self.instance_pre = self.compile()
            self.call(self.instance_pre)
        except Exception as cause:  # a module too large for the pool, or bindings without one
            if isinstance(cause, WrongOutput):
                raise
            self.allocator = "allocating on demand (%s)" % str(cause).splitlines()[0]
            self.engine = Engine()
            self.instance_pre = self.compile()

    def file(self, name, content):
        path = os.path.join(self.scratch.name, name)
        with open(path, "wb") as file:
            file.write(content)
        return path

    @staticmethod
    def pooling():
        config = Config()
        pool = ffi.wasmtime_pooling_allocation_config_new()
        ffi.wasmtime_pooling_allocation_config_total_core_instances_set(pool, 64)
        ffi.wasmtime_pooling_allocation_config_total_memories_set(pool, 64)
        ffi.wasmtime_pooling_allocation_config_total_tables_set(pool, 64)
        ffi.wasmtime_pooling_allocation_config_max_unused_warm_slots_set(pool, 64)
        ffi.wasmtime_pooling_allocation_config_linear_memory_keep_resident_set(pool, 1 << 20)
        ffi.wasmtime_pooling_allocation_config_table_keep_resident_set(pool, 1 << 16)
        ffi.wasmtime_pooling_allocation_strategy_set(config.ptr(), pool)
        ffi.wasmtime_pooling_allocation_config_delete(pool)
        return config

    def unseen(self):
        """The module with another custom section (core specification, 5.5.3)."""
        self.number += 1
        return self.bytes + bytes([0, 9, 1]) + b"n" + b"%07d" % self.number

    def compile(self):
        return self.prepare(Module(self.engine, self.unseen()))

    def prepare(self, module):
        linker = Linker(self.engine)
        linker.define_wasi()
        return linker.instantiate_pre(module)

    def output(self):
        """Where this thread's stdout goes: in memory, where there is such a directory. A callback of Python's is no way: wasmtime
        calls it on another thread, which took 90 microseconds more."""
        return os.path.join(self.scratch.name, "stdout%d" % threading.get_ident())

    def wasi(self):
        config = WasiConfig()
        config.argv = self.arguments
        if hasattr(ffi, "wasi_config_set_stdin_bytes"):
            text = ffi.wasm_byte_vec_t()
            content = (ctypes.c_ubyte * len(self.stdin)).from_buffer_copy(self.stdin)
            ffi.wasm_byte_vec_new(ffi.byref(text), len(self.stdin), content)
            ffi.wasi_config_set_stdin_bytes(config.ptr(), ffi.byref(text))
        else:
            config.stdin_file = self.stdin_file
        config.stdout_file = self.output()
        config.stderr_file = os.devnull
        if self.plan["directory"]:
            config.preopen_dir(self.plan["directory"], "/")
        return config

    def call(self, instance_pre):
        store = Store(self.engine)
        store.set_wasi(self.wasi())
        start = instance_pre.instantiate(store).exports(store)["_start"]
        try:
            start(store)
        except ExitTrap as end:
            if end.code != 0:
                raise WrongOutput("exit code %d" % end.code)
        store.close()
        with open(self.output(), "rb", buffering=0) as file:
            output = file.read()
        if not output.rstrip(b"\n").endswith(self.expected):
            raise WrongOutput("the output %r does not end with %r" % (output[-200:], self.expected))

    def new(self, millis, least):
        """Compiles the module under other names, and calls each once."""
        compiled, cold, both, cpu = [], [], [], time.process_time_ns()
        began = time.perf_counter_ns()
        while len(both) < least or time.perf_counter_ns() - began < millis * 1_000_000:
            code = self.unseen()
            first = time.perf_counter_ns()
            instance_pre = self.prepare(Module(self.engine, code))
            second = time.perf_counter_ns()
            self.call(instance_pre)
            third = time.perf_counter_ns()
            compiled.append(second - first)
            cold.append(third - second)
            both.append(third - first)
        cpu = time.process_time_ns() - cpu
        say("compile", sum(compiled), 0, compiled)
        say("cold", sum(cold), 0, cold)
        say("new", sum(both), cpu, both)

    def calls(self, threads, millis, pause_micros, most):
        """Calls one after the other on each thread."""
        all_samples = [[] for _ in range(threads)]
        failures = []
        cpu, began = time.process_time_ns(), time.perf_counter_ns()
        end = began + millis * 1_000_000

        def work(samples):
            try:
                while len(samples) < most and time.perf_counter_ns() < end:
                    if pause_micros:
                        time.sleep(pause_micros / 1e6)
                    start = time.perf_counter_ns()
                    self.call(self.instance_pre)
                    samples.append(time.perf_counter_ns() - start)
            except Exception as failure:
                failures.append(failure)

        workers = [threading.Thread(target=work, args=(each,)) for each in all_samples[1:]]
        for worker in workers:
            worker.start()
        work(all_samples[0])
        for worker in workers:
            worker.join()
        if failures:
            raise failures[0]
        wall = time.perf_counter_ns() - began
        say("calls", wall, time.process_time_ns() - cpu, sum(all_samples, []))

    def overhead(self, calls):
        """What a call takes when the module is empty: Python's share, and the Store's."""
        instance_pre, samples = self.prepare(Module(self.engine, wasmtime.wat2wasm(EMPTY.decode()))), []
        expected, self.expected = self.expected, b""
        cpu, began = time.process_time_ns(), time.perf_counter_ns()
        for _ in range(calls):
            start = time.perf_counter_ns()
            self.call(instance_pre)
            samples.append(time.perf_counter_ns() - start)
        self.expected = expected
        say("overhead", time.perf_counter_ns() - began, time.process_time_ns() - cpu, samples)

    def course(self, activations, millis, most_millis):
        """Compiles, then calls until there were so many and so much time has passed."""
        code = self.unseen()
        began = time.perf_counter_ns()
        instance_pre = self.prepare(Module(self.engine, code))
        walls, cpus = [], []
        compiled = time.perf_counter_ns()
        while True:
            passed = (time.perf_counter_ns() - compiled) / 1e6
            if passed >= most_millis or (passed >= millis and len(walls) >= activations):
                break
            cpu, start = time.process_time_ns(), time.perf_counter_ns()
            self.call(instance_pre)
            walls.append(time.perf_counter_ns() - start)
            cpus.append(time.process_time_ns() - cpu)
        say("compile", compiled - began, 0, [compiled - began])
        say("activations", sum(walls), sum(cpus), kept(walls, activations))
        say("processor", 0, 0, kept(cpus, activations))
        say("within", millis, 0, [within(walls, millis * 1_000_000)])


class WrongOutput(Exception):
    pass


def kept(samples, first):
    """The first ones and the last ten."""
    return samples if len(samples) <= first + 10 else samples[:first] + samples[-10:]


def within(walls, nanos):
    """How many ended in the first so many nanoseconds."""
    passed = count = 0
    for wall in walls:
        passed += wall
        if passed > nanos:
            break
        count += 1
    return count


def say(name, wall, cpu, samples):
    print(name, wall, cpu, *samples)


def main():
    with open(sys.argv[1], encoding="utf-8") as file:
        plan = json.load(file)
    try:
        peer = Peer(plan)
        print("ready %s, %s" % (importlib.metadata.version("wasmtime"), peer.allocator), flush=True)
        for line in sys.stdin:
            request, *numbers = line.split()
            getattr(peer, request)(*map(int, numbers))
            print("end", flush=True)
    except Exception as failure:
        print("error", " ".join(str(failure).split()), flush=True)
        sys.exit(1)


main()
