// SPDX-License-Identifier: Apache-2.0
//
// One activation: loads the action, calls its entry point, waits for what it promises, and reports as OpenWhisk's nodejs
// runtime does (apache/openwhisk-runtime-nodejs, runner.js and service.js).
(function (host) {
  'use strict';
  const ENTRY = '/.wasmwhisk/entry';
  const SOURCE = '/.wasmwhisk/action.js';
  const REHEARSAL = `async function main(parameters) {
    const names = Object.keys(parameters).map((name) => name.trim().toLowerCase()).filter((name) => name.length > 0);
    console.log('Hello', parameters);
    console.error(JSON.stringify(parameters), names.join(', '));
    return { ...JSON.parse('{"text": "Hello"}'), names, sum: Math.floor(1.5) + parameters.list.slice(0, 1).length };
  }`;

  /** No Map: one that is in a snapshot keeps the seed of its hashes for ever. */
  const parts = Object.create(null);

  /** What a file of this directory gives; undefined when there is none of that name. */
  function part(name) {
    let value = parts[name];
    if (value === undefined) {
      const code = host.library(name);
      value = code === undefined ? undefined : code(host, part);
      parts[name] = value;
    }
    return value;
  }

  const unhandled = new Map();

  /** Called by the host when a promise is rejected that nobody handles yet, and when somebody does. */
  function rejected(promise, reason, handled) {
    if (handled) {
      unhandled.delete(promise);
    } else {
      unhandled.set(promise, reason);
    }
  }

  part('globals').install(part);
  const console = part('console');
  const timers = part('timers');
  // Not needed by all actions, but by most, and here they are made once for a snapshot.
  part('modules');
  part('inspect');

  /** The last line of stdout; nothing of the action's runs after it. */
  function result(json, code) {
    console.endLine();
    host.write(1, json + '\n');
    return code;
  }

  /** With an exit code other than 0, it is the developer's error. */
  function developerError(text) {
    return result(JSON.stringify({ error: text }), 1);
  }

  function loadFailed(error) {
    console.console.error('Error during initialization:', error);
    const text = error !== null && typeof error === 'object' && error.stack ? String(error.stack) : String(error);
    return developerError('Initialization has failed due to: ' + text);
  }

  /** As an exception that nobody catches ends Node: stderr has it, and there is no result. */
  function crash(error) {
    console.console.error('Uncaught', error);
    return 1;
  }

  class Crash {
    constructor(error) {
      this.error = error;
    }
  }

  /** All that promises have to do. */
  function settle() {
    try {
      host.runJobs();
    } catch (error) {
      throw new Crash(error);
    }
    for (const reason of unhandled.values()) {
      throw new Crash(reason);
    }
  }

  function requireFunction(handler, name) {
    if (typeof handler !== 'function') {
      throw "Action entrypoint '" + name + "' is not a function.";
    }
    return handler;
  }

  const textModule = part('modules').root(SOURCE);

  /** The text of an action is the body of a function, as with nodejs; main is looked for in it, then in its exports. */
  function loadText(name, text) {
    const module = textModule;
    const load = part('modules').evaluate(
      text +
        '\ntry { return ' + name + '; } catch (e) {' +
        " if (e.name === 'ReferenceError') { return module.exports." + name + ' || exports.' + name + '; } throw e; }',
      'action.js');
    return load.call(globalThis, module.exports, module.require, module, '/action.js', '/');
  }

  /** "file.main" names a file of the package; "main" is in what its package.json or index.js exports. */
  function loadPackage(name) {
    const dot = name.indexOf('.');
    const modules = part('modules');
    if (dot < 0 && host.stat('/package.json') === undefined && host.stat('/index.js') === undefined) {
      throw 'Zipped actions must contain either package.json or index.js at the root.';
    }
    let value = modules.root('/').require(dot < 0 ? '/' : '/' + name.slice(0, dot));
    for (const property of name.slice(dot + 1).split('.')) {
      value = value[property];
    }
    return value;
  }

  let handler;

  function load() {
    const name = host.readFile(ENTRY, true);
    handler = requireFunction(
      host.stat(SOURCE) === undefined ? loadPackage(name) : loadText(name, host.readFile(SOURCE, true)), name);
  }

  /** What npm's serialize-error makes of a rejection's reason. */
  function serialized(reason) {
    if (!reason) {
      return {};
    }
    if (!(reason instanceof Error)) {
      return reason;
    }
    const plain = {};
    for (const property of ['name', 'message', 'stack']) {
      if (typeof reason[property] === 'string') {
        plain[property] = reason[property];
      }
    }
    return Object.assign(plain, reason);
  }

  function returned(value) {
    if (value === undefined) {
      value = {};
    }
    if (typeof value !== 'object' || value === null) {
      console.console.error('Result must be of type object but has type "' + typeof value + '":', value);
      return developerError('The action did not return a dictionary or array.');
    }
    let json;
    try {
      json = JSON.stringify(value);
    } catch (error) {
      console.console.error(error);
      return developerError('The action\'s result cannot be written as JSON: ' + error);
    }
    return json === undefined ? developerError('The action did not return a dictionary or array.') : result(json, 0);
  }

  function call(handler, parameters) {
    let answer;
    let outcome;
    try {
      answer = handler(parameters);
    } catch (error) {
      console.console.error(error);
      return developerError('An error has occurred: ' + error);
    }
    Promise.resolve(answer).then(
      (value) => (outcome = () => returned(value)),
      (reason) => (outcome = () => returned({ error: serialized(reason) })));
    settle();
    while (outcome === undefined) {
      if (!timers.runNext()) {
        return developerError('The action did not end: its promise was never settled, and no timer is left that could settle it.');
      }
      settle();
    }
    return outcome();
  }

  /** Calls a function that gives an exit code. */
  function guarded(work) {
    try {
      return work();
    } catch (error) {
      if (error instanceof Crash) {
        return crash(error.error);
      }
      throw error;
    }
  }

  /** Loads the action, unless that is done: undefined, or the exit code where that fails. */
  function loadOnce() {
    if (handler === undefined) {
      try {
        load();
      } catch (error) {
        return loadFailed(error);
      }
      settle();
    }
    return undefined;
  }

  /** The exit code. */
  function run() {
    return guarded(() => {
      const parameters = host.input();
      return loadOnce() ?? (parameters === undefined ? result('{}', 0) : call(handler, parameters));
    });
  }

  timers.onError = (error) => {
    throw new Crash(error);
  };

  /**
   * For a snapshot: much of the library of JavaScript is made by QuickJS when it is first used. What most activations use is
   * made by one that nobody hears of, and so is room for it in the memory.
   */
  function rehearse() {
    const { write } = host;
    host.write = () => {};
    const code = guarded(() => call(loadText('main', REHEARSAL), { name: 'World', list: [1, 'two'] }));
    host.write = write;
    return code;
  }

  return { run, rejected, rehearse, load: () => guarded(() => loadOnce() ?? 0) };
})
