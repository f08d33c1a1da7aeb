// SPDX-License-Identifier: Apache-2.0
//
// util.inspect and util.format: values as Node shows them, in most cases to the letter.
(function (host, part) {
  'use strict';
  const MOST_ITEMS = 100;
  const MOST_CHARACTERS = 10000;
  const NAME = /^[A-Za-z_$][A-Za-z0-9_$]*$/;
  const CUSTOM = Symbol.for('nodejs.util.inspect.custom');
  const DEFAULTS = { depth: 2, showHidden: false, compact: 3, breakLength: 80, sorted: false };
  const TypedArray = Object.getPrototypeOf(Uint8Array);

  function quoted(text) {
    const quote = !text.includes("'") ? "'" : !text.includes('"') ? '"' : !text.includes('`') ? '`' : "'";
    const escaped = text.replace(/[\\\n\r\t\b\f\v\x00-\x1f\x7f-\x9f]/g, (character) => {
      const short = { '\\': '\\\\', '\n': '\\n', '\r': '\\r', '\t': '\\t', '\b': '\\b', '\f': '\\f', '\v': '\\v' }[character];
      return short ?? '\\x' + character.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0');
    });
    return quote + (quote === "'" ? escaped.replaceAll("'", "\\'") : escaped) + quote;
  }

  function number(value) {
    return Object.is(value, -0) ? '-0' : String(value);
  }

  function primitive(value) {
    switch (typeof value) {
      case 'string':
        return value.length > MOST_CHARACTERS
          ? quoted(value.slice(0, MOST_CHARACTERS)) + '... ' + (value.length - MOST_CHARACTERS) + ' more characters'
          : quoted(value);
      case 'number':
        return number(value);
      case 'bigint':
        return value + 'n';
      case 'symbol':
        return value.toString();
      default:
        return String(value);
    }
  }

  function constructorName(value) {
    for (let at = value; at !== null; at = Object.getPrototypeOf(at)) {
      const descriptor = Object.getOwnPropertyDescriptor(at, 'constructor');
      if (descriptor !== undefined && typeof descriptor.value === 'function' && descriptor.value.name !== '') {
        return descriptor.value.name;
      }
    }
    return null;
  }

  /** "Name ", with what stands for it where it is not plain. */
  function prefix(value, fallback, size) {
    const name = constructorName(value);
    const tag = value[Symbol.toStringTag];
    const length = size === undefined ? '' : '(' + size + ')';
    const shown = name === null ? '[' + fallback + length + ': null prototype]' : name + length;
    return shown + (typeof tag === 'string' && tag !== '' && tag !== name ? ' [' + tag + ']' : '') + ' ';
  }

  function functionBase(value) {
    const source = Function.prototype.toString.call(value);
    if (source.startsWith('class') && !Object.getOwnPropertyDescriptor(value, 'prototype')?.writable) {
      const parent = Object.getPrototypeOf(value);
      return '[class ' + (value.name || '(anonymous)') + (parent?.name ? ' extends ' + parent.name : '') + ']';
    }
    const kind = constructorName(value) ?? 'Function';
    return '[' + kind + (value.name ? ': ' + value.name : ' (anonymous)') + ']';
  }

  function errorBase(error) {
    let text = typeof error.stack === 'string' && error.stack !== '' ? error.stack : Error.prototype.toString.call(error);
    // The message may have changed after the stack was taken.
    const message = String(error.message);
    if (message !== '' && !text.includes(message)) {
      text = Error.prototype.toString.call(error) + text.slice(Math.max(0, text.search(/\n    at /)));
    }
    return text.includes('\n    at ') ? text : '[' + text + ']';
  }

  class Inspection {
    constructor(options) {
      this.options = options;
      this.seen = [];
      this.deepest = 0;
      this.circular = new Map();
    }

    value(value, level) {
      if ((typeof value !== 'object' && typeof value !== 'function') || value === null) {
        return primitive(value);
      }
      const custom = value[CUSTOM];
      if (typeof custom === 'function') {
        const depth = this.options.depth === null ? null : this.options.depth - level;
        const shown = custom.call(value, depth, this.options, inspect);
        return typeof shown === 'string' ? shown : this.value(shown, level);
      }
      if (this.seen.includes(value)) {
        if (!this.circular.has(value)) {
          this.circular.set(value, this.circular.size + 1);
        }
        return '[Circular *' + this.circular.get(value) + ']';
      }
      return this.object(value, level);
    }

    object(value, level) {
      const shape = this.shape(value);
      const keys = this.keys(value, shape.indexed);
      if (shape.items === undefined && keys.length === 0 && shape.base !== undefined) {
        return shape.base;
      }
      if (this.options.depth !== null && level > this.options.depth) {
        return '[' + (Array.isArray(value) ? 'Array' : (shape.name ?? constructorName(value) ?? 'Object')) + ']';
      }
      this.seen.push(value);
      this.deepest = level;
      const entries = shape.items === undefined ? [] : shape.items((item) => this.value(item, level + 1));
      const listed = entries.length;
      for (const key of keys) {
        entries.push(this.property(value, key, level));
      }
      this.seen.pop();
      const reference = this.circular.has(value) ? '<ref *' + this.circular.get(value) + '> ' : '';
      return this.joined(entries, listed, shape, reference, level);
    }

    keys(value, indexed) {
      const all = this.options.showHidden ? Object.getOwnPropertyNames(value) : Object.keys(value);
      const named = indexed ? all.filter((key) => !/^(0|[1-9]\d*)$/.test(key)) : all;
      const symbols = Object.getOwnPropertySymbols(value).filter(
        (symbol) => Object.getOwnPropertyDescriptor(value, symbol).enumerable);
      return (this.options.sorted ? named.sort() : named).concat(symbols);
    }

    property(object, key, level) {
      const descriptor = Object.getOwnPropertyDescriptor(object, key) ?? { value: object[key] };
      const name = typeof key === 'symbol' ? '[' + key.toString() + ']' : NAME.test(key) ? key : quoted(key);
      if (descriptor.get !== undefined) {
        return name + ': ' + (descriptor.set === undefined ? '[Getter]' : '[Getter/Setter]');
      }
      return name + ': ' + (descriptor.set === undefined ? this.value(descriptor.value, level + 1) : '[Setter]');
    }

    /** What surrounds a value's entries: opening and closing, a base that stands before them, the items it has. */
    shape(value) {
      if (Array.isArray(value)) {
        const name = constructorName(value);
        return {
          open: (name === 'Array' ? '' : prefix(value, 'Array', value.length)) + '[',
          close: ']',
          indexed: true,
          items: (show) => this.arrayItems(value, show),
        };
      }
      if (typeof value === 'function') {
        return { base: functionBase(value) };
      }
      if (value instanceof Error) {
        return { base: errorBase(value) };
      }
      if (value instanceof Map) {
        return {
          open: prefix(value, 'Map', value.size) + '{',
          close: '}',
          items: (show) => limited([...value], value.size, ([key, item]) => show(key) + ' => ' + show(item)),
        };
      }
      if (value instanceof Set) {
        return { open: prefix(value, 'Set', value.size) + '{', close: '}', items: (show) => limited([...value], value.size, show) };
      }
      if (value instanceof TypedArray) {
        return {
          open: prefix(value, 'TypedArray', value.length) + '[',
          close: ']',
          indexed: true,
          items: () => limited(Array.from(value.subarray(0, MOST_ITEMS)), value.length, primitive),
        };
      }
      if (value instanceof ArrayBuffer) {
        const bytes = new Uint8Array(value);
        const hex = Array.from(bytes.subarray(0, 50), (byte) => byte.toString(16).padStart(2, '0')).join(' ');
        const more = bytes.length > 50 ? ' ... ' + (bytes.length - 50) + ' more bytes' : '';
        return {
          open: prefix(value, 'ArrayBuffer') + '{',
          close: '}',
          items: () => ['[Uint8Contents]: <' + hex + more + '>', 'byteLength: ' + bytes.length],
        };
      }
      const promise = host.promise(value);
      if (promise !== undefined) {
        return {
          open: prefix(value, 'Promise') + '{',
          close: '}',
          items: (show) => [promise[0] === 0 ? '<pending>' : (promise[0] === 2 ? '<rejected> ' : '') + show(promise[1])],
        };
      }
      return this.plainShape(value);
    }

    plainShape(value) {
      const name = constructorName(value);
      const base = this.base(value, name);
      if (base !== undefined) {
        return { base, indexed: value instanceof String };
      }
      const empty = prefix(value, 'Object');
      const open = empty === 'Object ' ? '{' : empty + '{';
      return { open, close: '}', base: open + '}', name: name ?? 'Object: null prototype' };
    }

    /** One line that stands for a whole value. */
    base(value, name) {
      if (value instanceof RegExp) {
        return RegExp.prototype.toString.call(value);
      }
      if (value instanceof Date) {
        return Number.isNaN(value.getTime()) ? 'Invalid Date' : value.toISOString();
      }
      if (value instanceof WeakMap || value instanceof WeakSet) {
        return name + ' { <items unknown> }';
      }
      for (const type of [Number, String, Boolean]) {
        if (value instanceof type) {
          return '[' + type.name + ': ' + primitive(value.valueOf()) + ']';
        }
      }
      return undefined;
    }

    arrayItems(array, show) {
      const items = [];
      let holes = 0;
      const flush = () => {
        if (holes > 0) {
          items.push('<' + holes + ' empty item' + (holes > 1 ? 's' : '') + '>');
          holes = 0;
        }
      };
      let at = 0;
      for (; at < array.length && items.length < MOST_ITEMS; at++) {
        if (at in array) {
          flush();
          items.push(show(array[at]));
        } else {
          holes++;
        }
      }
      flush();
      return at < array.length ? items.concat(more(array.length - at)) : items;
    }

    /** Node's reduceToSingleString: one line where it is short and no more than three levels deep. */
    joined(entries, listed, shape, reference, level) {
      const base = shape.base !== undefined && shape.open === undefined ? shape.base + ' ' : '';
      const open = reference + (shape.open ?? '{');
      const close = shape.close ?? '}';
      if (entries.length === 0) {
        return base + open + close;
      }
      const columns = shape.indexed && listed > 6 && listed === entries.length;
      const lines = columns ? inColumns(entries, 2 * level) : entries;
      if (this.deepest - level < this.options.compact && lines.length === entries.length) {
        const total = entries.reduce((sum, entry) => sum + entry.length, 0);
        const start = entries.length + 2 * level + open.length + base.length + 10;
        const flat = entries.join(', ');
        if (total + entries.length + start <= this.options.breakLength && !base.includes('\n') && !flat.includes('\n')) {
          return base + open + ' ' + flat + ' ' + close;
        }
      }
      const indentation = '\n' + '  '.repeat(level);
      return base + open + indentation + '  ' + lines.join(',' + indentation + '  ') + indentation + close;
    }
  }

  function more(count) {
    return '... ' + count + ' more item' + (count > 1 ? 's' : '');
  }

  function limited(values, size, show) {
    const items = values.slice(0, MOST_ITEMS).map((value) => show(value));
    return size > MOST_ITEMS ? items.concat(more(size - MOST_ITEMS)) : items;
  }

  /** More than six short entries of an array go into columns (Node's groupArrayElements). */
  function inColumns(entries, indentation) {
    const extra = entries[entries.length - 1].startsWith('... ') ? 1 : 0;
    const count = entries.length - extra;
    const lengths = entries.slice(0, count).map((entry) => entry.length + 2);
    const longest = Math.max(...lengths);
    const total = lengths.reduce((sum, length) => sum + length, 0);
    if (longest * 3 + indentation >= 80 || !(total / longest > 5 || longest <= 8)) {
      return entries;
    }
    const bias = Math.sqrt(longest - total / entries.length);
    const width = Math.max(longest - 3 - bias, 1);
    const columns = Math.min(
      Math.round(Math.sqrt(2.5 * width * count) / width),
      Math.floor((80 - indentation) / longest),
      12,
      15);
    if (columns <= 1) {
      return entries;
    }
    const widths = [];
    for (let column = 0; column < columns; column++) {
      widths.push(Math.max(...lengths.filter((length, at) => at % columns === column)));
    }
    const numeric = entries.slice(0, count).every((entry) => /^-?(\d|Infinity|NaN)/.test(entry));
    const lines = [];
    for (let at = 0; at < count; at += columns) {
      const end = Math.min(at + columns, count);
      let line = '';
      for (let i = at; i < end - 1; i++) {
        const cell = entries[i] + ', ';
        line += numeric ? cell.padStart(widths[i - at]) : cell.padEnd(widths[i - at]);
      }
      line += numeric ? entries[end - 1].padStart(widths[end - 1 - at] - 2) : entries[end - 1];
      lines.push(line);
    }
    return extra === 1 ? lines.concat(entries[count]) : lines;
  }

  function inspect(value, options) {
    const given = typeof options === 'object' && options !== null ? options : {};
    const merged = { ...DEFAULTS, ...given };
    if (merged.depth === Infinity) {
      merged.depth = null;
    }
    return new Inspection(merged).value(value, 0);
  }
  inspect.custom = CUSTOM;
  inspect.defaultOptions = DEFAULTS;

  function shown(value) {
    return typeof value === 'string' ? value : inspect(value);
  }

  function asJson(value) {
    try {
      return JSON.stringify(value);
    } catch (error) {
      return '[Circular]';
    }
  }

  function asString(value) {
    if (typeof value === 'bigint' || Object.is(value, -0)) {
      return primitive(value);
    }
    return typeof value === 'object' && value !== null ? inspect(value, { depth: 0 }) : String(value);
  }

  function converted(kind, value) {
    switch (kind) {
      case 's':
        return asString(value);
      case 'd':
        return typeof value === 'bigint' ? value + 'n' : typeof value === 'object' ? 'NaN' : number(Number(value));
      case 'i':
        return typeof value === 'bigint' ? value + 'n' : typeof value === 'object' ? 'NaN' : number(parseInt(value, 10));
      case 'f':
        return typeof value === 'symbol' ? 'NaN' : number(parseFloat(value));
      case 'j':
        return asJson(value);
      case 'O':
        return inspect(value);
      case 'o':
        return inspect(value, { showHidden: true, depth: 4 });
      default:
        return '';
    }
  }

  /** printf-like, as console.log does it. */
  function format(...values) {
    let next = 0;
    let text = '';
    if (typeof values[0] === 'string') {
      next = 1;
      if (values.length === 1) {
        return values[0];
      }
      text = values[0].replace(/%([sdifjoOc%])/g, (all, kind) => {
        if (kind === '%') {
          return '%';
        }
        return next < values.length ? converted(kind, values[next++]) : all;
      });
    }
    const rest = values.slice(next).map(shown);
    return (next === 0 ? rest : [text, ...rest]).join(' ');
  }

  return { inspect, format };
})
