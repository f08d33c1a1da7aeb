// SPDX-License-Identifier: Apache-2.0
//
// require('util'), and timers/promises.
(function (host, part) {
  'use strict';
  const { inspect, format } = part('inspect');
  const PROMISIFIED = Symbol.for('nodejs.util.promisify.custom');
  const timers = part('timers').timers;

  function promisify(original) {
    if (typeof original !== 'function') {
      throw new TypeError('The "original" argument must be of type function');
    }
    if (original[PROMISIFIED] !== undefined) {
      return original[PROMISIFIED];
    }
    return function (...values) {
      return new Promise((resolve, reject) => {
        original.call(this, ...values, (error, value) => (error ? reject(error) : resolve(value)));
      });
    };
  }
  promisify.custom = PROMISIFIED;

  function callbackify(original) {
    return function (...values) {
      const callback = values.pop();
      original.apply(this, values).then(
        (value) => queueMicrotask(() => callback(null, value)),
        (error) => queueMicrotask(() => callback(error ?? new Error('The promise was rejected with ' + error))));
    };
  }

  function inherits(constructor, parent) {
    Object.defineProperty(constructor, 'super_', { value: parent, writable: true, configurable: true });
    Object.setPrototypeOf(constructor.prototype, parent.prototype);
  }

  const warned = new Set();

  function deprecate(original, message, code) {
    return function (...values) {
      if (!warned.has(code ?? message)) {
        warned.add(code ?? message);
        part('process').emitWarning('DeprecationWarning: ' + message);
      }
      return new.target ? Reflect.construct(original, values, new.target) : original.apply(this, values);
    };
  }

  const tagOf = (value) => Object.prototype.toString.call(value).slice(8, -1);
  const types = {
    isPromise: (value) => host.promise(value) !== undefined,
    isRegExp: (value) => tagOf(value) === 'RegExp',
    isDate: (value) => tagOf(value) === 'Date',
    isNativeError: (value) => value instanceof Error,
    isMap: (value) => value instanceof Map,
    isSet: (value) => value instanceof Set,
    isWeakMap: (value) => value instanceof WeakMap,
    isWeakSet: (value) => value instanceof WeakSet,
    isTypedArray: (value) => ArrayBuffer.isView(value) && !(value instanceof DataView),
    isUint8Array: (value) => value instanceof Uint8Array,
    isArrayBuffer: (value) => value instanceof ArrayBuffer,
    isAnyArrayBuffer: (value) => value instanceof ArrayBuffer,
    isArrayBufferView: (value) => ArrayBuffer.isView(value),
    isDataView: (value) => value instanceof DataView,
    isAsyncFunction: (value) => tagOf(value) === 'AsyncFunction',
    isGeneratorFunction: (value) => tagOf(value) === 'GeneratorFunction',
    isBoxedPrimitive: (value) => [Number, String, Boolean].some((type) => value instanceof type),
    isProxy: () => false,
  };

  promisify(timers.setTimeout);
  timers.setTimeout[PROMISIFIED] = (millis, value) => new Promise((resolve) => timers.setTimeout(resolve, millis, value));
  timers.setImmediate[PROMISIFIED] = (value) => new Promise((resolve) => timers.setImmediate(resolve, value));

  return {
    inspect,
    format,
    formatWithOptions: (options, ...values) => format(...values),
    promisify,
    callbackify,
    inherits,
    deprecate,
    types,
    debuglog: () => Object.assign(() => {}, { enabled: false }),
    stripVTControlCharacters: (text) => String(text).replace(/\x1b\[[0-9;]*[A-Za-z]/g, ''),
    toUSVString: (text) => String(text).toWellFormed(),
    isArray: Array.isArray,
    get TextEncoder() {
      return globalThis.TextEncoder;
    },
    get TextDecoder() {
      return globalThis.TextDecoder;
    },
    timers: { setTimeout: timers.setTimeout[PROMISIFIED], setImmediate: timers.setImmediate[PROMISIFIED] },
  };
})
