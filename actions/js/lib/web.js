// SPDX-License-Identifier: Apache-2.0
//
// Of the web's API: AbortController, Event, EventTarget, structuredClone, crypto's random numbers.
(function (host, part) {
  'use strict';

  class Event {
    constructor(type, options = {}) {
      this.type = String(type);
      this.cancelable = Boolean(options.cancelable);
      this.defaultPrevented = false;
      this.target = null;
      this.timeStamp = performance.now();
    }

    preventDefault() {
      this.defaultPrevented = this.cancelable;
    }
  }

  class EventTarget {
    #listeners = new Map();

    addEventListener(type, listener, options) {
      const known = this.#listeners.get(type) ?? [];
      if (!known.some((entry) => entry.listener === listener)) {
        this.#listeners.set(type, [...known, { listener, once: options?.once }]);
      }
    }

    removeEventListener(type, listener) {
      this.#listeners.set(type, (this.#listeners.get(type) ?? []).filter((entry) => entry.listener !== listener));
    }

    dispatchEvent(event) {
      event.target = this;
      for (const { listener, once } of this.#listeners.get(event.type) ?? []) {
        if (once) {
          this.removeEventListener(event.type, listener);
        }
        typeof listener === 'function' ? listener.call(this, event) : listener.handleEvent(event);
      }
      return !event.defaultPrevented;
    }
  }

  class AbortSignal extends EventTarget {
    aborted = false;
    reason = undefined;
    onabort = null;

    static abort(reason) {
      const controller = new AbortController();
      controller.abort(reason);
      return controller.signal;
    }

    static timeout(millis) {
      const controller = new AbortController();
      setTimeout(() => controller.abort(named('TimeoutError', 'The operation was aborted due to timeout')), millis);
      return controller.signal;
    }

    throwIfAborted() {
      if (this.aborted) {
        throw this.reason;
      }
    }
  }

  function named(name, message) {
    const error = new Error(message);
    error.name = name;
    return error;
  }

  class AbortController {
    signal = new AbortSignal();

    abort(reason = named('AbortError', 'This operation was aborted')) {
      const signal = this.signal;
      if (signal.aborted) {
        return;
      }
      signal.aborted = true;
      signal.reason = reason;
      const event = new Event('abort');
      signal.onabort?.(event);
      signal.dispatchEvent(event);
    }
  }

  function clone(value, seen) {
    if (typeof value === 'function' || typeof value === 'symbol') {
      throw named('DataCloneError', String(value) + ' could not be cloned.');
    }
    if (typeof value !== 'object' || value === null) {
      return value;
    }
    if (seen.has(value)) {
      return seen.get(value);
    }
    const keep = (copy) => {
      seen.set(value, copy);
      return copy;
    };
    if (value instanceof Date) {
      return keep(new Date(value));
    }
    if (value instanceof RegExp) {
      return keep(new RegExp(value.source, value.flags));
    }
    if (value instanceof ArrayBuffer) {
      return keep(value.slice(0));
    }
    if (ArrayBuffer.isView(value)) {
      return keep(value instanceof DataView ? new DataView(value.buffer.slice(0)) : Uint8Array.prototype.slice.call(value));
    }
    if (value instanceof Map) {
      const copy = keep(new Map());
      value.forEach((item, key) => copy.set(clone(key, seen), clone(item, seen)));
      return copy;
    }
    if (value instanceof Set) {
      const copy = keep(new Set());
      value.forEach((item) => copy.add(clone(item, seen)));
      return copy;
    }
    if (value instanceof Error) {
      const copy = keep(Object.create(Object.getPrototypeOf(value)));
      for (const name of ['message', 'stack']) {
        Object.defineProperty(copy, name, { value: value[name], writable: true, configurable: true });
      }
      return copy;
    }
    const copy = keep(Array.isArray(value) ? new Array(value.length) : {});
    for (const key of Object.keys(value)) {
      copy[key] = clone(value[key], seen);
    }
    return copy;
  }

  function randomBytes(size) {
    const bytes = part('buffer').Buffer.alloc(size);
    host.random(bytes);
    return bytes;
  }

  /** From the first, 0 where only one is given, up to the last, exclusive. */
  function randomInt(first, last) {
    const from = last === undefined ? 0 : first;
    const count = (last === undefined ? first : last) - from;
    const most = 2 ** 48 - (2 ** 48 % count);
    for (;;) {
      const number = randomBytes(6).reduce((sum, byte) => sum * 256 + byte, 0);
      if (number < most) {
        return from + (number % count);
      }
    }
  }

  function randomUUID() {
    const bytes = randomBytes(16);
    bytes[6] = (bytes[6] & 0x0f) | 0x40;
    bytes[8] = (bytes[8] & 0x3f) | 0x80;
    return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
  }

  const crypto = {
    getRandomValues(array) {
      host.random(new Uint8Array(array.buffer, array.byteOffset, array.byteLength));
      return array;
    },
    randomUUID,
  };

  /** require('crypto'): random numbers only; what is not there fails by name. */
  const nodeCrypto = { ...crypto, webcrypto: crypto, randomBytes, randomInt };
  for (const name of ['createHash', 'createHmac', 'createCipheriv', 'createDecipheriv', 'createSign', 'createVerify', 'pbkdf2', 'scrypt']) {
    nodeCrypto[name] = () => {
      throw new Error('crypto.' + name + ' is not available to JavaScript actions on WebAssembly');
    };
  }

  return { Event, EventTarget, AbortController, AbortSignal, structuredClone: (value) => clone(value, new Map()), crypto, nodeCrypto };
})
