// SPDX-License-Identifier: Apache-2.0
//
// Buffer, require('buffer').
(function (host, part) {
  'use strict';
  const SHOWN = 50;
  const ENCODINGS = {
    utf8: 'utf8',
    'utf-8': 'utf8',
    hex: 'hex',
    base64: 'base64',
    base64url: 'base64url',
    latin1: 'latin1',
    binary: 'latin1',
    ascii: 'ascii',
    ucs2: 'utf16le',
    'ucs-2': 'utf16le',
    utf16le: 'utf16le',
    'utf-16le': 'utf16le',
  };

  function failure(Type, code, message) {
    const error = new Type(message);
    error.code = code;
    return error;
  }

  function encodingOf(name) {
    const encoding = name === undefined || name === null ? 'utf8' : ENCODINGS[String(name).toLowerCase()];
    if (encoding === undefined) {
      throw failure(TypeError, 'ERR_UNKNOWN_ENCODING', 'Unknown encoding: ' + name);
    }
    return encoding;
  }

  function fromBase64(text) {
    const end = text.indexOf('=');
    const plain = (end < 0 ? text : text.slice(0, end)).replaceAll('-', '+').replaceAll('_', '/').replace(/[^A-Za-z0-9+/]/g, '');
    return Uint8Array.fromBase64(plain.length % 4 === 1 ? plain.slice(0, -1) : plain, { lastChunkHandling: 'loose' });
  }

  function fromHex(text) {
    const valid = /^([0-9a-f]{2})*/i.exec(text)[0];
    return Uint8Array.fromHex(valid);
  }

  function fromUnits(text, bytesOfUnit) {
    const bytes = new Uint8Array(text.length * bytesOfUnit);
    for (let at = 0; at < text.length; at++) {
      const unit = text.charCodeAt(at);
      bytes[at * bytesOfUnit] = unit;
      if (bytesOfUnit === 2) {
        bytes[at * 2 + 1] = unit >> 8;
      }
    }
    return bytes;
  }

  const ENCODERS = {
    utf8: (text) => host.encode(text.toWellFormed()),
    hex: fromHex,
    base64: fromBase64,
    base64url: fromBase64,
    latin1: (text) => fromUnits(text, 1),
    ascii: (text) => fromUnits(text, 1),
    utf16le: (text) => fromUnits(text, 2),
  };

  function toUnits(bytes, mask, bytesOfUnit) {
    let text = '';
    for (let at = 0; at + bytesOfUnit <= bytes.length; at += bytesOfUnit) {
      text += String.fromCharCode(bytesOfUnit === 1 ? bytes[at] & mask : bytes[at] | (bytes[at + 1] << 8));
    }
    return text;
  }

  const plain = (bytes) => new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.length);
  const DECODERS = {
    utf8: (bytes) => host.decode(plain(bytes)),
    hex: (bytes) => plain(bytes).toHex(),
    base64: (bytes) => plain(bytes).toBase64(),
    base64url: (bytes) => plain(bytes).toBase64({ alphabet: 'base64url', omitPadding: true }),
    latin1: (bytes) => toUnits(bytes, 0xff, 1),
    ascii: (bytes) => toUnits(bytes, 0x7f, 1),
    utf16le: (bytes) => toUnits(bytes, 0xff, 2),
  };

  function over(bytes) {
    return new Buffer(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  function bytesOf(value, encoding) {
    return typeof value === 'string' ? ENCODERS[encodingOf(encoding)](value) : value;
  }

  function compare(one, other) {
    const shorter = Math.min(one.length, other.length);
    for (let at = 0; at < shorter; at++) {
      if (one[at] !== other[at]) {
        return one[at] < other[at] ? -1 : 1;
      }
    }
    return Math.sign(one.length - other.length);
  }

  function find(buffer, value, from, encoding, backwards) {
    const wanted = typeof value === 'number' ? [value & 0xff] : bytesOf(value, typeof from === 'string' ? from : encoding);
    const last = buffer.length - wanted.length;
    const start = typeof from === 'number' ? (from < 0 ? Math.max(0, buffer.length + from) : from) : backwards ? last : 0;
    for (let at = backwards ? Math.min(start, last) : start; at >= 0 && at <= last; at += backwards ? -1 : 1) {
      let length = 0;
      while (length < wanted.length && buffer[at + length] === wanted[length]) {
        length++;
      }
      if (length === wanted.length) {
        return at;
      }
    }
    return -1;
  }

  class Buffer extends Uint8Array {
    static poolSize = 8192;

    static get [Symbol.species]() {
      return Buffer;
    }

    static from(value, second, third) {
      if (typeof value === 'string') {
        return over(bytesOf(value, second));
      }
      if (value instanceof ArrayBuffer) {
        return new Buffer(value, second, third);
      }
      if (ArrayBuffer.isView(value) || Array.isArray(value)) {
        return new Buffer(value);
      }
      if (value !== null && typeof value === 'object') {
        if (value.type === 'Buffer' && Array.isArray(value.data)) {
          return new Buffer(value.data);
        }
        const primitive = value.valueOf();
        if (primitive !== value && primitive !== null && primitive !== undefined) {
          return Buffer.from(primitive, second, third);
        }
        if (typeof value.length === 'number') {
          return new Buffer(Array.from(value));
        }
      }
      throw failure(
        TypeError,
        'ERR_INVALID_ARG_TYPE',
        'The first argument must be of type string or an instance of Buffer, ArrayBuffer, or Array or an Array-like Object. Received ' +
          (value === null ? 'null' : 'type ' + typeof value));
    }

    static alloc(size, fill, encoding) {
      const buffer = new Buffer(size);
      return fill === undefined || fill === 0 ? buffer : buffer.fill(fill, encoding);
    }

    static allocUnsafe(size) {
      return new Buffer(size);
    }

    static allocUnsafeSlow(size) {
      return new Buffer(size);
    }

    static isBuffer(value) {
      return value instanceof Buffer;
    }

    static isEncoding(name) {
      return typeof name === 'string' && name.toLowerCase() in ENCODINGS;
    }

    static byteLength(value, encoding) {
      return typeof value === 'string' ? bytesOf(value, encoding).length : value.byteLength;
    }

    static concat(list, length = list.reduce((sum, one) => sum + one.length, 0)) {
      const whole = new Buffer(length);
      let at = 0;
      for (const one of list) {
        whole.set(one.length > length - at ? one.subarray(0, length - at) : one, at);
        at = Math.min(length, at + one.length);
      }
      return whole;
    }

    static compare(one, other) {
      return compare(one, other);
    }

    get parent() {
      return this.buffer;
    }

    get offset() {
      return this.byteOffset;
    }

    toString(encoding, start = 0, end = this.length) {
      const whole = start <= 0 && end >= this.length;
      return DECODERS[encodingOf(encoding)](whole ? this : this.subarray(Math.max(0, start), Math.max(0, end)));
    }

    toLocaleString(encoding, start, end) {
      return this.toString(encoding, start, end);
    }

    toJSON() {
      return { type: 'Buffer', data: Array.from(this) };
    }

    /** A view, not a copy, unlike other typed arrays' slice. */
    slice(start, end) {
      return this.subarray(start, end);
    }

    equals(other) {
      return compare(this, other) === 0;
    }

    compare(target, targetStart = 0, targetEnd = target.length, start = 0, end = this.length) {
      return compare(this.subarray(start, end), target.subarray(targetStart, targetEnd));
    }

    copy(target, at = 0, start = 0, end = this.length) {
      const part = this.subarray(start, Math.min(end, start + Math.max(0, target.length - at)));
      target.set(part, at);
      return part.length;
    }

    write(text, at = 0, length = this.length - at, encoding = 'utf8') {
      if (typeof at === 'string') {
        return this.write(text, 0, this.length, at);
      }
      if (typeof length === 'string') {
        return this.write(text, at, this.length - at, length);
      }
      const bytes = bytesOf(text, encoding);
      const most = Math.min(length, this.length - at, bytes.length);
      this.set(bytes.subarray(0, most), at);
      return most;
    }

    fill(value, start, end, encoding) {
      if (typeof value !== 'string' && !ArrayBuffer.isView(value)) {
        return super.fill(value, start, end);
      }
      const named = typeof start === 'string' ? start : typeof end === 'string' ? end : encoding;
      const bytes = bytesOf(value, named);
      const from = typeof start === 'number' ? start : 0;
      const to = typeof end === 'number' ? end : this.length;
      for (let at = from; at < to; at++) {
        this[at] = bytes.length === 0 ? 0 : bytes[(at - from) % bytes.length];
      }
      return this;
    }

    indexOf(value, from, encoding) {
      return find(this, value, from, encoding, false);
    }

    lastIndexOf(value, from, encoding) {
      return find(this, value, from, encoding, true);
    }

    includes(value, from, encoding) {
      return this.indexOf(value, from, encoding) >= 0;
    }

    swap16() {
      for (let at = 0; at + 1 < this.length; at += 2) {
        [this[at], this[at + 1]] = [this[at + 1], this[at]];
      }
      return this;
    }

    [Symbol.for('nodejs.util.inspect.custom')]() {
      const shown = Array.from(this.subarray(0, SHOWN), (byte) => byte.toString(16).padStart(2, '0'));
      const more = this.length - SHOWN;
      return '<Buffer' + shown.map((byte) => ' ' + byte).join('') + (more > 0 ? ' ... ' + more + ' more byte' + (more > 1 ? 's' : '') : '') + '>';
    }
  }

  function range(buffer, at, size) {
    if (!Number.isInteger(at) || at < 0 || at + size > buffer.length) {
      throw failure(
        RangeError,
        'ERR_OUT_OF_RANGE',
        'The value of "offset" is out of range. It must be >= 0 and <= ' + (buffer.length - size) + '. Received ' + at);
    }
    return new DataView(buffer.buffer, buffer.byteOffset, buffer.length);
  }

  /** read and write of one kind of number: "UInt16LE" by DataView's "Uint16". */
  function number(name, view, size, littleEndian) {
    Buffer.prototype['read' + name] = function (at = 0) {
      return range(this, at, size)['get' + view](at, littleEndian);
    };
    Buffer.prototype['write' + name] = function (value, at = 0) {
      range(this, at, size)['set' + view](at, value, littleEndian);
      return at + size;
    };
  }

  number('UInt8', 'Uint8', 1, true);
  number('Int8', 'Int8', 1, true);
  for (const [end, little] of [['LE', true], ['BE', false]]) {
    number('UInt16' + end, 'Uint16', 2, little);
    number('Int16' + end, 'Int16', 2, little);
    number('UInt32' + end, 'Uint32', 4, little);
    number('Int32' + end, 'Int32', 4, little);
    number('Float' + end, 'Float32', 4, little);
    number('Double' + end, 'Float64', 8, little);
    number('BigUInt64' + end, 'BigUint64', 8, little);
    number('BigInt64' + end, 'BigInt64', 8, little);
  }
  for (const name of Object.getOwnPropertyNames(Buffer.prototype).filter((each) => each.includes('UInt'))) {
    Buffer.prototype[name.replace('UInt', 'Uint')] = Buffer.prototype[name];
  }

  /** Buffer(…) without new, as old code calls it. */
  const callable = new Proxy(Buffer, {
    apply: (target, self, [value, second, third]) =>
      typeof value === 'number' ? Buffer.alloc(value) : Buffer.from(value, second, third),
    construct(target, values, newTarget) {
      return typeof values[0] === 'string' ? Buffer.from(...values) : Reflect.construct(target, values, newTarget);
    },
  });
  Buffer.prototype.constructor = callable;

  return {
    Buffer: callable,
    SlowBuffer: callable,
    kMaxLength: 2 ** 31 - 1,
    constants: { MAX_LENGTH: 2 ** 31 - 1, MAX_STRING_LENGTH: 2 ** 29 - 24 },
    atob: (text) => atob(text),
    btoa: (text) => btoa(text),
  };
})
