// SPDX-License-Identifier: Apache-2.0
//
// require('querystring').
(function () {
  'use strict';

  function unescape(text) {
    try {
      return decodeURIComponent(text);
    } catch (error) {
      return text.replace(/(%[0-9a-f]{2})+/gi, (part) => {
        try {
          return decodeURIComponent(part);
        } catch (e) {
          return part;
        }
      });
    }
  }

  const escape = (text) => encodeURIComponent(String(text).toWellFormed());

  function stringify(object, separator = '&', equals = '=') {
    const pairs = [];
    for (const [name, value] of Object.entries(object ?? {})) {
      for (const one of Array.isArray(value) ? value : [value]) {
        const text = ['string', 'number', 'bigint', 'boolean'].includes(typeof one) ? String(one) : '';
        pairs.push(escape(name) + equals + escape(text));
      }
    }
    return pairs.join(separator);
  }

  function parse(text, separator = '&', equals = '=') {
    const result = Object.create(null);
    for (const pair of String(text).split(separator)) {
      if (pair === '') {
        continue;
      }
      const at = pair.indexOf(equals);
      const name = unescape((at < 0 ? pair : pair.slice(0, at)).replaceAll('+', ' '));
      const value = at < 0 ? '' : unescape(pair.slice(at + equals.length).replaceAll('+', ' '));
      result[name] = name in result ? [].concat(result[name], value) : value;
    }
    return result;
  }

  return { escape, unescape, stringify, encode: stringify, parse, decode: parse };
})
