// SPDX-License-Identifier: Apache-2.0
//
// CommonJS: require, as Node's documentation describes it ("Modules: CommonJS modules", "All together").
(function (host, part) {
  'use strict';
  /** Modules of Node that there are, by the part of this library that has them. */
  const OWN = {
    buffer: 'buffer',
    crypto: () => part('web').nodeCrypto,
    fs: 'fs',
    'fs/promises': () => part('fs').promises,
    url: 'url',
    console: () => part('console').console,
    events: 'events',
    os: 'os',
    path: 'path',
    'path/posix': 'path',
    perf_hooks: () => ({ performance }),
    process: 'process',
    querystring: 'querystring',
    string_decoder: 'encoding',
    timers: () => part('timers').timers,
    'timers/promises': () => part('util').timers,
    util: 'util',
    module: () => ({ builtinModules: Object.keys(OWN), createRequire: (file) => requireFrom(directory(file)) }),
  };
  /** Modules of Node that there are not: they fail by name. */
  const MISSING = (
    'assert assert/strict async_hooks child_process cluster constants dgram diagnostics_channel dns dns/promises domain http ' +
    'http2 https inspector net punycode readline readline/promises repl stream stream/promises stream/web sys test ' +
    'tls trace_events tty v8 vm wasi worker_threads zlib'
  ).split(' ');
  const cache = Object.create(null);
  let main;

  function failure(code, message) {
    const error = new Error(message);
    error.code = code;
    return error;
  }

  function directory(file) {
    return file.slice(0, file.lastIndexOf('/')) || '/';
  }

  /** An absolute path without "." and "..". */
  function resolved(from, path) {
    const names = [];
    for (const name of (path.startsWith('/') ? path : from + '/' + path).split('/')) {
      if (name === '..') {
        names.pop();
      } else if (name !== '' && name !== '.') {
        names.push(name);
      }
    }
    return '/' + names.join('/');
  }

  const isFile = (path) => host.stat(path)?.[0] === false;
  const isDirectory = (path) => host.stat(path)?.[0] === true;

  function asFile(path) {
    return [path, path + '.js', path + '.json', path + '.cjs'].find(isFile);
  }

  function packageOf(path) {
    const file = path + '/package.json';
    return isFile(file) ? JSON.parse(host.readFile(file, true)) : undefined;
  }

  function asDirectory(path) {
    const entry = packageOf(path)?.main;
    if (typeof entry === 'string' && entry !== '') {
      const target = resolved(path, entry);
      const found = asFile(target) ?? asFile(target + '/index');
      if (found !== undefined) {
        return found;
      }
    }
    return asFile(path + '/index');
  }

  function asPath(path) {
    return (path === '/' ? undefined : asFile(path)) ?? (isDirectory(path) ? asDirectory(path === '/' ? '' : path) : undefined);
  }

  /** A target of a package's "exports" for require: a string, conditions, or the first of a list that fits. */
  function target(value) {
    if (typeof value === 'string' || value === null || value === undefined) {
      return value;
    }
    if (Array.isArray(value)) {
      return value.map(target).find((one) => typeof one === 'string');
    }
    for (const condition of Object.keys(value)) {
      if (['node', 'require', 'default'].includes(condition)) {
        const found = target(value[condition]);
        if (found !== undefined) {
          return found;
        }
      }
    }
    return undefined;
  }

  /** What a package's "exports" say of "." or "./file"; undefined when they say nothing. */
  function exported(exports, file) {
    if (typeof exports === 'string' || Array.isArray(exports) || !Object.keys(exports).some((key) => key.startsWith('.'))) {
      return file === '.' ? target(exports) : undefined;
    }
    if (file in exports) {
      return target(exports[file]);
    }
    for (const pattern of Object.keys(exports)) {
      const star = pattern.indexOf('*');
      if (star >= 0 && file.startsWith(pattern.slice(0, star)) && file.endsWith(pattern.slice(star + 1))) {
        const middle = file.slice(star, file.length - (pattern.length - star - 1));
        return target(exports[pattern])?.replaceAll('*', middle);
      }
    }
    return undefined;
  }

  function asPackage(from, name) {
    const parts = name.split('/');
    const own = parts.splice(0, name.startsWith('@') ? 2 : 1).join('/');
    for (let at = from; ; at = directory(at)) {
      const base = (at === '/' ? '' : at) + '/node_modules/' + own;
      if (isDirectory(base)) {
        const exports = packageOf(base)?.exports;
        if (exports !== undefined && exports !== null) {
          const found = exported(exports, ['.', ...parts].join('/'));
          return typeof found === 'string' ? asFile(resolved(base, found)) : undefined;
        }
        return asPath(resolved(base, parts.join('/')));
      }
      const file = asFile(base);
      if (file !== undefined || at === '/') {
        return file;
      }
    }
  }

  /** A file's path, or the name of a module of Node. */
  function resolve(from, name) {
    if (typeof name !== 'string' || name === '') {
      throw failure('ERR_INVALID_ARG_VALUE', 'The argument of require must be a string that is not empty');
    }
    const plain = name.startsWith('node:') ? name.slice(5) : name;
    if (plain in OWN) {
      return plain;
    }
    const isPath = /^(\.\.?(\/|$)|\/)/.test(name);
    const found = isPath ? asPath(resolved(from, name)) : asPackage(from, name);
    if (found !== undefined) {
      return found;
    }
    throw MISSING.includes(plain)
      ? failure('MODULE_NOT_FOUND', "Cannot find module '" + name + "': it is a module of Node.js that JavaScript actions on WebAssembly do not have")
      : failure('MODULE_NOT_FOUND', "Cannot find module '" + name + "'");
  }

  function own(name) {
    const value = OWN[name];
    return typeof value === 'string' ? part(value) : value();
  }

  /**
   * The function whose body a module's text is. Its parameters are those that Node gives; a parenthesis in place of "0," would have
   * QuickJS read the whole text twice, to see whether an arrow follows.
   */
  function evaluate(source, file) {
    return host.evaluate('0,function(exports, require, module, __filename, __dirname) {' + source + '\n}', file);
  }

  function read(module) {
    const file = module.filename;
    if (file.endsWith('.json')) {
      module.exports = JSON.parse(host.readFile(file, true));
      return;
    }
    if (file.endsWith('.mjs')) {
      throw failure('ERR_REQUIRE_ESM', 'require() of ES Module ' + file + ' is not supported: actions are CommonJS modules');
    }
    const source = host.readFile(file, true).replace(/^#!.*/, '');
    const load = evaluate(source, file);
    load.call(module.exports, module.exports, module.require, module, file, directory(file));
  }

  function create(file, from) {
    const module = { id: file, filename: file, path: directory(file), exports: {}, loaded: false, children: [], paths: [] };
    module.require = requireFrom(from);
    return module;
  }

  function load(file) {
    const known = cache[file];
    if (known !== undefined) {
      return known.exports;
    }
    const module = create(file, directory(file));
    main ??= module;
    cache[file] = module;
    try {
      read(module);
    } catch (error) {
      delete cache[file];
      throw error;
    }
    module.loaded = true;
    return module.exports;
  }

  function requireFrom(from) {
    const require = (name) => {
      const found = resolve(from, name);
      return found in OWN ? own(found) : load(found);
    };
    require.resolve = (name) => resolve(from, name);
    require.cache = cache;
    Object.defineProperty(require, 'main', { get: () => main, enumerable: true });
    return require;
  }

  return {
    evaluate,

    /** A module at the root that is not read from a file. */
    root(file) {
      const module = create(file, '/');
      module.id = '.';
      return module;
    },
  };
})
