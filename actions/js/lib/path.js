// SPDX-License-Identifier: Apache-2.0
//
// require('path'), POSIX's.
(function () {
  'use strict';

  function normalized(path, aboveRoot) {
    const names = [];
    for (const name of path.split('/')) {
      if (name === '..' && names.length > 0 && names[names.length - 1] !== '..') {
        names.pop();
      } else if (name === '..' ? aboveRoot : name !== '' && name !== '.') {
        names.push(name);
      }
    }
    return names.join('/');
  }

  const path = {
    sep: '/',
    delimiter: ':',
    isAbsolute: (name) => name.startsWith('/'),
    normalize(name) {
      const absolute = name.startsWith('/');
      const plain = normalized(name, !absolute);
      const end = plain !== '' && name.endsWith('/') ? '/' : '';
      return absolute ? '/' + plain + end : plain === '' ? (name.endsWith('/') ? './' : '.') : plain + end;
    },
    join(...names) {
      const joined = names.filter((name) => name !== '').join('/');
      return joined === '' ? '.' : path.normalize(joined);
    },
    resolve(...names) {
      let whole = '';
      for (const name of names) {
        whole = name.startsWith('/') ? name : whole + '/' + name;
      }
      return '/' + normalized(whole, false);
    },
    relative(from, to) {
      const start = path.resolve(from).split('/').filter(Boolean);
      const end = path.resolve(to).split('/').filter(Boolean);
      let common = 0;
      while (common < start.length && start[common] === end[common]) {
        common++;
      }
      return [...start.slice(common).map(() => '..'), ...end.slice(common)].join('/');
    },
    dirname(name) {
      const plain = name.replace(/(.)\/+$/, '$1');
      const slash = plain.lastIndexOf('/');
      return slash < 0 ? '.' : plain.slice(0, slash).replace(/\/+$/, '') || '/';
    },
    basename(name, suffix = '') {
      const last = name.replace(/\/+$/, '').split('/').pop();
      return suffix !== '' && last !== suffix && last.endsWith(suffix) ? last.slice(0, -suffix.length) : last;
    },
    extname(name) {
      const last = path.basename(name);
      const dot = last.lastIndexOf('.');
      return dot > 0 ? last.slice(dot) : '';
    },
    parse(name) {
      const base = path.basename(name);
      const ext = path.extname(base);
      const root = name.startsWith('/') ? '/' : '';
      const dir = path.dirname(name);
      return { root, dir: dir === '.' && !name.startsWith('.') ? '' : dir, base, ext, name: ext === '' ? base : base.slice(0, -ext.length) };
    },
    format({ dir, root = '', base, name = '', ext = '' }) {
      const last = base ?? name + ext;
      return dir === undefined ? root + last : dir === root ? dir + last : dir + '/' + last;
    },
    toNamespacedPath: (name) => name,
  };
  path.posix = path;
  return path;
})
