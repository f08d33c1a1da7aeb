// SPDX-License-Identifier: Apache-2.0
//
// TextEncoder, TextDecoder, require('string_decoder').
(function (host) {
  'use strict';

  class TextEncoder {
    get encoding() {
      return 'utf-8';
    }

    encode(text = '') {
      return host.encode(String(text).toWellFormed());
    }

    encodeInto(text, target) {
      let read = 0;
      let written = 0;
      for (const character of String(text).toWellFormed()) {
        const bytes = host.encode(character);
        if (written + bytes.length > target.length) {
          break;
        }
        target.set(bytes, written);
        written += bytes.length;
        read += character.length;
      }
      return { read, written };
    }
  }

  /** How many bytes at the end of UTF-8 begin a character that is not complete. */
  function incomplete(bytes) {
    for (let back = 1; back <= Math.min(3, bytes.length); back++) {
      const byte = bytes[bytes.length - back];
      if (byte >= 0xc0) {
        const needed = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2;
        return needed > back ? back : 0;
      }
      if (byte < 0x80) {
        return 0;
      }
    }
    return 0;
  }

  function bytesOf(input) {
    if (input === undefined) {
      return new Uint8Array(0);
    }
    return ArrayBuffer.isView(input)
      ? new Uint8Array(input.buffer, input.byteOffset, input.byteLength)
      : new Uint8Array(input);
  }

  function utf16(bytes) {
    let text = '';
    for (let at = 0; at + 1 < bytes.length; at += 2) {
      text += String.fromCharCode(bytes[at] | (bytes[at + 1] << 8));
    }
    return text;
  }

  const DECODERS = {
    'utf-8': (bytes) => host.decode(bytes),
    'utf-16le': utf16,
    latin1: (bytes) => Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''),
  };
  const LABELS = {
    'utf-8': 'utf-8',
    utf8: 'utf-8',
    'utf-16le': 'utf-16le',
    'utf-16': 'utf-16le',
    ascii: 'latin1',
    latin1: 'latin1',
    'iso-8859-1': 'latin1',
    'windows-1252': 'latin1',
  };

  class TextDecoder {
    #kept = new Uint8Array(0);

    constructor(label = 'utf-8', options = {}) {
      const encoding = LABELS[String(label).toLowerCase().trim()];
      if (encoding === undefined) {
        throw new RangeError('The "' + label + '" encoding is not supported');
      }
      this.encoding = encoding;
      this.fatal = Boolean(options.fatal);
      this.ignoreBOM = Boolean(options.ignoreBOM);
    }

    decode(input, options = {}) {
      const given = bytesOf(input);
      let bytes = given;
      if (this.#kept.length > 0) {
        bytes = new Uint8Array(this.#kept.length + given.length);
        bytes.set(this.#kept);
        bytes.set(given, this.#kept.length);
      }
      const left = options.stream && this.encoding === 'utf-8' ? incomplete(bytes) : 0;
      this.#kept = bytes.slice(bytes.length - left);
      const text = DECODERS[this.encoding](bytes.subarray(0, bytes.length - left));
      if (this.fatal && this.encoding === 'utf-8' && text.includes('\ufffd')) {
        const again = host.encode(text);
        if (again.length !== bytes.length - left || again.some((byte, at) => byte !== bytes[at])) {
          throw new TypeError('The encoded data was not valid for encoding utf-8');
        }
      }
      return !this.ignoreBOM && text.startsWith('\ufeff') ? text.slice(1) : text;
    }
  }

  class StringDecoder {
    #decoder;
    #encoding;

    constructor(encoding = 'utf8') {
      this.#encoding = encoding;
      this.#decoder = ['utf8', 'utf-8'].includes(encoding) ? new TextDecoder('utf-8', { ignoreBOM: true }) : undefined;
    }

    write(bytes) {
      return this.#decoder === undefined ? bytes.toString(this.#encoding) : this.#decoder.decode(bytes, { stream: true });
    }

    end(bytes) {
      const text = bytes === undefined ? '' : this.write(bytes);
      return this.#decoder === undefined ? text : text + this.#decoder.decode();
    }
  }

  return { TextEncoder, TextDecoder, StringDecoder };
})
