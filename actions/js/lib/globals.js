// SPDX-License-Identifier: Apache-2.0
//
// What Node has globally and QuickJS lacks. Most of it is read when it is first used.
(function (host, part) {
  'use strict';

  /** In V8's form, without the functions of this library. */
  function prepareStackTrace(error, sites) {
    let text;
    try {
      text = Error.prototype.toString.call(error);
    } catch (e) {
      text = 'Error';
    }
    for (const site of sites) {
      const file = site.getFileName();
      if (site.isNative() || (typeof file === 'string' && file.startsWith('node:'))) {
        continue;
      }
      const place = file + ':' + site.getLineNumber() + ':' + site.getColumnNumber();
      const name = site.getFunctionName();
      text += '\n    at ' + (name ? name + ' (' + place + ')' : place);
    }
    return text;
  }

  function define(name, value) {
    Object.defineProperty(globalThis, name, { value, writable: true, configurable: true, enumerable: false });
  }

  /** A global that is made when somebody asks for it. */
  function defer(name, make) {
    Object.defineProperty(globalThis, name, {
      configurable: true,
      enumerable: false,
      get() {
        const value = make();
        define(name, value);
        return value;
      },
      set: (value) => define(name, value),
    });
  }

  const FROM = {
    buffer: ['Buffer'],
    url: ['URL', 'URLSearchParams'],
    web: ['AbortController', 'AbortSignal', 'Event', 'EventTarget', 'structuredClone', 'crypto'],
    encoding: ['TextEncoder', 'TextDecoder'],
  };

  return {
    install() {
      Error.prepareStackTrace = prepareStackTrace;
      define('global', globalThis);
      define('console', part('console').console);
      for (const [name, value] of Object.entries(part('timers').timers)) {
        define(name, value);
      }
      defer('process', () => part('process'));
      defer('performance', () => {
        delete globalThis.performance;
        host.performance();
        return globalThis.performance;
      });
      for (const [library, names] of Object.entries(FROM)) {
        for (const name of names) {
          defer(name, () => part(library)[name]);
        }
      }
    },
  };
})
