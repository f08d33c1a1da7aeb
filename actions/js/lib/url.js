// SPDX-License-Identifier: Apache-2.0
//
// URL and URLSearchParams (https://url.spec.whatwg.org), without internationalised host names; require('url').
(function (host, part) {
  'use strict';
  const PORTS = { 'http:': '80', 'https:': '443', 'ws:': '80', 'wss:': '443', 'ftp:': '21', 'file:': '' };
  const FORM = /^(?:([A-Za-z][A-Za-z0-9+.-]*):)?(?:(\/\/)([^/?#]*))?([^?#]*)(\?[^#]*)?(#.*)?$/s;

  const percent = (text, unsafe) => text.replace(unsafe, (part) => encodeURIComponent(part.toWellFormed()).replaceAll("'", '%27'));
  const inPath = (text) => percent(text, /[^\x21\x24-\x3b\x3d\x40-\x5d\x5f\x61-\x7a\x7c\x7e]+/g).replace(/[ "<>^`{}]/g, encodeURIComponent);
  const inQuery = (text) => percent(text, /[^\x21\x24-\x26\x28-\x3b\x3d\x3f-\x7e]+/g);
  const inFragment = (text) => percent(text, /[^\x21\x23-\x3b\x3d\x3f-\x5f\x61-\x7e]+/g);
  const inForm = (text) =>
    encodeURIComponent(text.toWellFormed())
      .replace(/[!'()~]/g, (character) => '%' + character.charCodeAt(0).toString(16).toUpperCase())
      .replaceAll('%20', '+');

  function decoded(text) {
    const bytes = [];
    const source = host.encode(text.replaceAll('+', ' ').toWellFormed());
    for (let at = 0; at < source.length; at++) {
      const hex = source[at] === 0x25 ? String.fromCharCode(source[at + 1], source[at + 2]) : '';
      if (/^[0-9a-f]{2}$/i.test(hex)) {
        bytes.push(parseInt(hex, 16));
        at += 2;
      } else {
        bytes.push(source[at]);
      }
    }
    return host.decode(Uint8Array.from(bytes));
  }

  class URLSearchParams {
    #pairs = [];
    #changed = () => {};

    constructor(init = '') {
      if (typeof init === 'object' && init !== null) {
        const pairs = typeof init[Symbol.iterator] === 'function' ? init : Object.entries(init);
        for (const [name, value] of pairs) {
          this.#pairs.push([String(name), String(value)]);
        }
      } else {
        this.#read(String(init));
      }
    }

    /** Those of a URL, which changes with them. */
    static of(query, changed) {
      const parameters = new URLSearchParams(query);
      parameters.#changed = changed;
      return parameters;
    }

    #read(text) {
      for (const pair of text.replace(/^\?/, '').split('&')) {
        if (pair !== '') {
          const at = pair.indexOf('=');
          this.#pairs.push(at < 0 ? [decoded(pair), ''] : [decoded(pair.slice(0, at)), decoded(pair.slice(at + 1))]);
        }
      }
    }

    #update(pairs) {
      this.#pairs = pairs;
      this.#changed(this.toString());
    }

    get size() {
      return this.#pairs.length;
    }

    append(name, value) {
      this.#update([...this.#pairs, [String(name), String(value)]]);
    }

    delete(name) {
      this.#update(this.#pairs.filter(([each]) => each !== String(name)));
    }

    get(name) {
      return this.#pairs.find(([each]) => each === String(name))?.[1] ?? null;
    }

    getAll(name) {
      return this.#pairs.filter(([each]) => each === String(name)).map(([, value]) => value);
    }

    has(name) {
      return this.#pairs.some(([each]) => each === String(name));
    }

    set(name, value) {
      const first = this.#pairs.findIndex(([each]) => each === String(name));
      const pair = [String(name), String(value)];
      const others = this.#pairs.filter(([each], at) => at === first || each !== String(name));
      this.#update(first < 0 ? [...others, pair] : others.with(first, pair));
    }

    sort() {
      this.#update(this.#pairs.toSorted(([one], [other]) => (one < other ? -1 : one > other ? 1 : 0)));
    }

    forEach(callback, self) {
      this.#pairs.forEach(([name, value]) => callback.call(self, value, name, this));
    }

    entries() {
      return this.#pairs.map((pair) => [...pair]).values();
    }

    keys() {
      return this.#pairs.map(([name]) => name).values();
    }

    values() {
      return this.#pairs.map(([, value]) => value).values();
    }

    [Symbol.iterator]() {
      return this.entries();
    }

    toString() {
      return this.#pairs.map(([name, value]) => inForm(name) + '=' + inForm(value)).join('&');
    }

    [Symbol.for('nodejs.util.inspect.custom')](depth, options, inspect) {
      const pairs = this.#pairs.map(([name, value]) => inspect(name) + ' => ' + inspect(value)).join(', ');
      return pairs === '' ? 'URLSearchParams {}' : 'URLSearchParams { ' + pairs + ' }';
    }
  }

  function invalid(input) {
    const error = new TypeError('Invalid URL');
    return Object.assign(error, { code: 'ERR_INVALID_URL', input });
  }

  function withoutDots(path) {
    const names = [];
    const parts = path.split('/').slice(1);
    parts.forEach((name, at) => {
      const plain = name.replace(/%2e/gi, '.');
      if (plain === '..') {
        names.pop();
      }
      if (plain !== '.' && plain !== '..') {
        names.push(name);
      } else if (at === parts.length - 1) {
        names.push('');
      }
    });
    return '/' + names.join('/');
  }

  class URL {
    #parts;
    #searchParams;

    constructor(input, base) {
      this.#parts = URL.#parse(String(input), base === undefined ? undefined : new URL(base));
    }

    static canParse(input, base) {
      try {
        return Boolean(new URL(input, base));
      } catch (error) {
        return false;
      }
    }

    static #parse(input, base) {
      const text = input.replace(/^[\x00-\x20]+|[\x00-\x20]+$|[\t\n\r]/g, '');
      const scheme = /^([A-Za-z][A-Za-z0-9+.-]*):/.exec(text)?.[1].toLowerCase();
      const special = (scheme ?? base?.protocol.slice(0, -1)) + ':' in PORTS;
      const [, , slashes, authority, path, query = '', hash = ''] = FORM.exec(special ? text.replace(/^[^?#]*/, (head) => head.replaceAll('\\', '/')) : text);
      if (scheme === undefined && base === undefined) {
        throw invalid(input);
      }
      const parts = { protocol: scheme === undefined ? base.protocol : scheme + ':', username: '', password: '', hostname: '', port: '' };
      parts.search = query === '?' ? '' : inQuery(query);
      parts.hash = hash === '#' ? '' : inFragment(hash);
      parts.opaque = !special && slashes === undefined && !path.startsWith('/') && scheme !== undefined;
      if (slashes !== undefined) {
        URL.#readAuthority(parts, authority, special, input);
        parts.hasAuthority = true;
      } else if (scheme === undefined) {
        return URL.#relative(parts, base, path, query, hash);
      } else if (special && scheme !== 'file') {
        return URL.#parse(scheme + '://' + text.slice(scheme.length + 1).replace(/^\/*/, ''));
      }
      parts.pathname = parts.opaque ? path : special || path !== '' ? withoutDots(inPath(path || '/')) : '';
      return parts;
    }

    static #relative(parts, base, path, query, hash) {
      Object.assign(parts, base.#parts, { hash: hash === '#' ? '' : inFragment(hash) });
      if (path !== '' || query !== '') {
        parts.search = query === '?' ? '' : inQuery(query);
      }
      if (path !== '') {
        const whole = path.startsWith('/') ? path : base.pathname.replace(/[^/]*$/, '') + path;
        parts.pathname = withoutDots(inPath(whole.startsWith('/') ? whole : '/' + whole));
      }
      return parts;
    }

    static #readAuthority(parts, authority, special, input) {
      const at = authority.lastIndexOf('@');
      if (at >= 0) {
        const [username, ...password] = authority.slice(0, at).split(':');
        parts.username = encodeURIComponent(decodeURIComponent(username));
        parts.password = encodeURIComponent(decodeURIComponent(password.join(':')));
      }
      const found = /^(\[[0-9a-fA-F:.]+\]|[^:\[\]]*)(?::(\d*))?$/.exec(authority.slice(at + 1));
      if (found === null || (special && parts.protocol !== 'file:' && found[1] === '') || /[\s<>^|%]/.test(found[1]) || Number(found[2] ?? 0) > 65535) {
        throw invalid(input);
      }
      parts.hostname = special ? found[1].toLowerCase() : found[1];
      const port = found[2] ? String(Number(found[2])) : '';
      parts.port = port === PORTS[parts.protocol] ? '' : port;
    }

    get href() {
      const { protocol, username, password, pathname, search, hash, hasAuthority } = this.#parts;
      const user = username === '' && password === '' ? '' : username + (password === '' ? '' : ':' + password) + '@';
      return protocol + (hasAuthority || protocol === 'file:' ? '//' + user + this.host : '') + pathname + search + hash;
    }

    set href(value) {
      this.#parts = URL.#parse(String(value));
      this.#searchParams = undefined;
    }

    get origin() {
      return this.protocol in PORTS && this.protocol !== 'file:' ? this.protocol + '//' + this.host : 'null';
    }

    get host() {
      return this.#parts.hostname + (this.#parts.port === '' ? '' : ':' + this.#parts.port);
    }

    set host(value) {
      URL.#readAuthority(this.#parts, String(value), this.protocol in PORTS, value);
    }

    get port() {
      return this.#parts.port;
    }

    set port(value) {
      this.#parts.port = String(value) === PORTS[this.protocol] ? '' : String(value);
    }

    get pathname() {
      return this.#parts.pathname;
    }

    set pathname(value) {
      this.#parts.pathname = withoutDots(inPath(String(value).startsWith('/') ? String(value) : '/' + value));
    }

    get search() {
      return this.#parts.search;
    }

    set search(value) {
      const text = String(value).replace(/^\?/, '');
      this.#parts.search = text === '' ? '' : '?' + inQuery(text);
      this.#searchParams = undefined;
    }

    get hash() {
      return this.#parts.hash;
    }

    set hash(value) {
      const text = String(value).replace(/^#/, '');
      this.#parts.hash = text === '' ? '' : '#' + inFragment(text);
    }

    get searchParams() {
      this.#searchParams ??= URLSearchParams.of(this.search, (query) => {
        this.#parts.search = query === '' ? '' : '?' + query;
      });
      return this.#searchParams;
    }

    get protocol() {
      return this.#parts.protocol;
    }

    set protocol(value) {
      this.#parts.protocol = String(value).replace(/:?$/, ':').toLowerCase();
    }

    get hostname() {
      return this.#parts.hostname;
    }

    set hostname(value) {
      this.#parts.hostname = String(value).toLowerCase();
    }

    get username() {
      return this.#parts.username;
    }

    set username(value) {
      this.#parts.username = encodeURIComponent(value);
    }

    get password() {
      return this.#parts.password;
    }

    set password(value) {
      this.#parts.password = encodeURIComponent(value);
    }

    toString() {
      return this.href;
    }

    toJSON() {
      return this.href;
    }
  }

  /** The older url.parse: everything may be missing. */
  function parse(text, withQuery) {
    const [, scheme, slashes, authority = '', path, search = null, hash = null] = FORM.exec(String(text).trim());
    const at = authority.lastIndexOf('@');
    const server = authority.slice(at + 1).toLowerCase();
    const [, hostname = null, port = null] = /^(.*?)(?::(\d+))?$/.exec(server);
    const pathname = path || (slashes ? '/' : null);
    const query = search === null ? null : search.slice(1);
    return {
      protocol: scheme === undefined ? null : scheme.toLowerCase() + ':',
      slashes: slashes === undefined ? null : true,
      auth: at < 0 ? null : decodeURIComponent(authority.slice(0, at)),
      host: slashes ? server : null,
      port,
      hostname: slashes ? hostname : null,
      hash,
      search,
      query: withQuery ? part('querystring').parse(query ?? '') : query,
      pathname,
      path: (pathname ?? '') + (search ?? '') || null,
      href: text,
    };
  }

  function format(value) {
    if (value instanceof URL || typeof value === 'string') {
      return String(value);
    }
    const query = value.query && typeof value.query === 'object' ? part('querystring').stringify(value.query) : '';
    const server = value.host ?? (value.hostname ? value.hostname + (value.port ? ':' + value.port : '') : '');
    const protocol = value.protocol ? value.protocol.replace(/:?$/, ':') : '';
    const slashes = value.slashes || protocol in PORTS ? '//' : '';
    const search = value.search ?? (query === '' ? '' : '?' + query);
    return protocol + slashes + (value.auth ? value.auth + '@' : '') + server + (value.pathname ?? '') + search + (value.hash ?? '');
  }

  return {
    URL,
    URLSearchParams,
    parse,
    format,
    resolve: (from, to) => String(new URL(to, from)),
    fileURLToPath: (url) => decodeURIComponent(new URL(url).pathname),
    pathToFileURL: (path) => new URL('file://' + part('path').resolve(path)),
  };
})
