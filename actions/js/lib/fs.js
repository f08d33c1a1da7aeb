// SPDX-License-Identifier: Apache-2.0
//
// require('fs'): the files of the action's zip, which cannot be changed, and /tmp. Everything is done at once; callbacks and
// promises come later all the same.
(function (host, part) {
  'use strict';
  const { Buffer } = part('buffer');

  const pathOf = (path) => (path instanceof Uint8Array ? host.decode(path) : typeof path === 'object' ? path.pathname : String(path));
  const encodingOf = (options) => (typeof options === 'string' ? options : options?.encoding);

  function missing(call, path) {
    const error = new Error('ENOENT: no such file or directory, ' + call + " '" + path + "'");
    return Object.assign(error, { errno: -2, code: 'ENOENT', syscall: call, path });
  }

  function stats(path, call) {
    const found = host.stat(path);
    if (found === undefined) {
      throw missing(call, path);
    }
    const [directory, size, mtimeMs] = found;
    const time = new Date(mtimeMs);
    return {
      dev: 0,
      ino: 0,
      mode: directory ? 0o40755 : 0o100644,
      nlink: 1,
      uid: 0,
      gid: 0,
      size,
      mtimeMs,
      atimeMs: mtimeMs,
      ctimeMs: mtimeMs,
      birthtimeMs: mtimeMs,
      mtime: time,
      atime: time,
      ctime: time,
      birthtime: time,
      isFile: () => !directory,
      isDirectory: () => directory,
      isSymbolicLink: () => false,
    };
  }

  function bytesOf(data, options) {
    return typeof data === 'string' ? Buffer.from(data, encodingOf(options)) : data;
  }

  const sync = {
    readFile(path, options) {
      const encoding = encodingOf(options);
      const bytes = host.readFile(pathOf(path), false);
      const buffer = Buffer.from(bytes.buffer);
      return encoding === undefined || encoding === null ? buffer : buffer.toString(encoding);
    },
    writeFile: (path, data, options) => host.writeFile(pathOf(path), bytesOf(data, options), options?.flag === 'a'),
    appendFile: (path, data, options) => host.writeFile(pathOf(path), bytesOf(data, options), true),
    readdir(path, options) {
      const names = host.list(pathOf(path));
      return options?.withFileTypes
        ? names.map((name) => ({ name, ...stats(pathOf(path) + '/' + name, 'stat') }))
        : names;
    },
    stat: (path) => stats(pathOf(path), 'stat'),
    lstat: (path) => stats(pathOf(path), 'lstat'),
    access: (path) => void stats(pathOf(path), 'access'),
    realpath: (path) => part('path').resolve(pathOf(path)),
    mkdir(path, options) {
      const whole = part('path').resolve(pathOf(path));
      if (!options?.recursive) {
        return host.change('mkdir', whole);
      }
      let at = '';
      for (const name of whole.split('/').slice(1)) {
        at += '/' + name;
        if (host.stat(at) === undefined) {
          host.change('mkdir', at);
        }
      }
      return undefined;
    },
    rmdir: (path) => host.change('rmdir', pathOf(path)),
    unlink: (path) => host.change('unlink', pathOf(path)),
    copyFile: (from, to) => host.writeFile(pathOf(to), host.readFile(pathOf(from), false), false),
    rm(path, options) {
      const found = host.stat(pathOf(path));
      if (found === undefined) {
        if (options?.force) {
          return;
        }
        throw missing('rm', pathOf(path));
      }
      if (!found[0]) {
        host.change('unlink', pathOf(path));
        return;
      }
      for (const name of options?.recursive ? host.list(pathOf(path)) : []) {
        sync.rm(pathOf(path) + '/' + name, options);
      }
      host.change('rmdir', pathOf(path));
    },
  };

  const fs = { promises: {}, constants: { F_OK: 0, R_OK: 4, W_OK: 2, X_OK: 1 } };
  for (const [name, action] of Object.entries(sync)) {
    fs[name + 'Sync'] = action;
    fs.promises[name] = async (...values) => action(...values);
    fs[name] = (...values) => {
      const callback = values.pop();
      fs.promises[name](...values).then(
        (value) => part('timers').timers.setImmediate(callback, null, value),
        (error) => part('timers').timers.setImmediate(callback, error));
    };
  }
  fs.existsSync = (path) => host.stat(pathOf(path)) !== undefined;
  fs.exists = (path, callback) => void part('timers').timers.setImmediate(callback, fs.existsSync(path));
  return fs;
})
