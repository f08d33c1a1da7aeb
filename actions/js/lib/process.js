// SPDX-License-Identifier: Apache-2.0
//
// process.
(function (host, part) {
  'use strict';
  const { stdout, stderr } = part('console');

  /** Values become strings, as an environment's are. */
  const environment = () => new Proxy(host.environment(), {
    set(target, name, value) {
      target[name] = String(value);
      return true;
    },
    defineProperty(target, name, descriptor) {
      return Reflect.defineProperty(target, name, { ...descriptor, value: String(descriptor.value) });
    },
  });

  let started;

  /** Since somebody first asked. */
  function uptime() {
    started ??= host.now();
    return Number(host.now() - started) / 1e9;
  }

  function hrtime(earlier) {
    const nanos = host.now();
    let seconds = Number(nanos / 1000000000n);
    let rest = Number(nanos % 1000000000n);
    if (earlier !== undefined) {
      seconds -= earlier[0];
      rest -= earlier[1];
      if (rest < 0) {
        seconds--;
        rest += 1e9;
      }
    }
    return [seconds, rest];
  }
  hrtime.bigint = () => host.now();

  const process = {
    title: 'node',
    /** No version of Node: code that asks for one finds the oldest. */
    version: 'v0.0.0',
    versions: { node: '0.0.0', quickjs: host.engine.split(' ')[1] },
    release: { name: 'wasmwhisk' },
    arch: 'wasm32',
    platform: 'wasi',
    pid: 1,
    ppid: 0,
    argv: ['node', '/action.js'],
    execArgv: [],
    execPath: '/node',
    exitCode: undefined,
    config: {},
    features: {},
    stdout,
    stderr,
    hrtime,
    cwd: () => '/',
    uptime,
    umask: () => 0o22,
    getuid: () => 0,
    getgid: () => 0,
    nextTick(callback, ...values) {
      queueMicrotask(() => callback(...values));
    },
    memoryUsage() {
      const [all, used] = host.memory();
      return { rss: all, heapTotal: all, heapUsed: used, external: 0, arrayBuffers: 0 };
    },
    cpuUsage() {
      return { user: Math.trunc(uptime() * 1e6), system: 0 };
    },
    emitWarning(warning) {
      part('console').console.error('(node:1) ' + (warning instanceof Error ? warning : 'Warning: ' + warning));
    },
    /** No result: the activation fails, as it does where the action ends its container's process. */
    exit(code = process.exitCode) {
      stderr.write('process.exit(' + (code ?? '') + ') was called: the action ended without a result\n');
      host.exit(Number(code) || 1);
    },
    abort: () => process.exit(134),
    chdir() {
      throw new Error('process.chdir is not available to actions');
    },
  };

  const events = ['on', 'once', 'off', 'addListener', 'removeListener', 'removeAllListeners', 'prependListener'];
  for (const name of events) {
    process[name] = () => process;
  }
  process.emit = () => false;
  process.listeners = () => [];
  process.listenerCount = () => 0;
  /** Read when somebody asks for it: a snapshot can hold the rest of process. */
  Object.defineProperty(process, 'env', {
    configurable: true,
    enumerable: true,
    get() {
      const value = environment();
      Object.defineProperty(process, 'env', { value, writable: true, configurable: true, enumerable: true });
      return value;
    },
    set: (value) =>
      Object.defineProperty(process, 'env', { value, writable: true, configurable: true, enumerable: true }),
  });
  Object.defineProperty(process, Symbol.toStringTag, { value: 'process' });
  return process;
})
