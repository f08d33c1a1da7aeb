// SPDX-License-Identifier: Apache-2.0

// Reads an action's parameters and writes its result, for actions of the "command" kind in C.
//
// The parameters are one JSON text on stdin. The result is the last line of stdout and is JSON; the lines before it, and
// all of stderr, are logs. An action that fails answers {"error": ...} and exits with code 0.
//
// Values are slices of the text they were read from, so that a number or a string can be handed on exactly as it came.
// Whatever is allocated here lives until the action ends: an activation is one run of main. Names with ww_in_ are not for
// actions.

#ifndef WASMWHISK_H
#define WASMWHISK_H

#include <inttypes.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

// One JSON value as it was written, without the white space around it.
typedef struct {
  const char *text;
  size_t length;
} ww_json;

// The characters of a JSON string as UTF-8. They may contain zero bytes; one more zero follows the last.
typedef struct {
  char *bytes;
  size_t length;
} ww_string;

// ---- Writing ----

// The length of the UTF-8 character at p, or minus the number of bytes there that are not UTF-8 (Unicode 15, table 3-7).
static inline int ww_in_utf8(const unsigned char *p, size_t left) {
  unsigned lead = p[0];
  int length = lead < 0x80 ? 1 : lead < 0xC2 ? -1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : lead < 0xF5 ? 4 : -1;
  for (int i = 1; i < length; i++) {
    unsigned low = i > 1 ? 0x80 : lead == 0xE0 ? 0xA0 : lead == 0xF0 ? 0x90 : 0x80;
    unsigned high = i > 1 ? 0xBF : lead == 0xED ? 0x9F : lead == 0xF4 ? 0x8F : 0xBF;
    if ((size_t)i >= left || p[i] < low || p[i] > high) return -i;
  }
  return length;
}

static inline void ww_in_write_ascii(unsigned char c) {
  static const char escaped[] = "\"\\\b\f\n\r\t";
  static const char letters[] = "\"\\bfnrt";
  const char *found = c ? strchr(escaped, c) : NULL;
  if (found) {
    putchar('\\');
    putchar(letters[found - escaped]);
  } else if (c < 0x20) {
    printf("\\u%04x", c);
  } else {
    putchar(c);
  }
}

// Writes the bytes as a part of a JSON string, without quotes; what is not UTF-8 becomes U+FFFD.
static inline void ww_write_text(const char *bytes, size_t length) {
  const unsigned char *p = (const unsigned char *)bytes;
  for (size_t i = 0; i < length;) {
    int size = ww_in_utf8(p + i, length - i);
    if (size == 1) {
      ww_in_write_ascii(p[i]);
    } else if (size > 1) {
      fwrite(p + i, 1, (size_t)size, stdout);
    } else {
      fputs("\xEF\xBF\xBD", stdout);
    }
    i += (size_t)(size < 0 ? -size : size);
  }
}

// Writes the bytes as a JSON string.
static inline void ww_write_string(const char *bytes, size_t length) {
  putchar('"');
  ww_write_text(bytes, length);
  putchar('"');
}

// Writes the value as it was read, on one line: a line break in JSON is only ever white space between two tokens.
static inline void ww_write_json(ww_json value) {
  for (size_t i = 0; i < value.length; i++) {
    char c = value.text[i];
    putchar(c == '\n' || c == '\r' ? ' ' : c);
  }
}

// Answers {"error": message} and ends the action.
__attribute__((noreturn, format(printf, 1, 2))) static inline void ww_fail(const char *format, ...) {
  char message[512];
  va_list arguments;
  va_start(arguments, format);
  vsnprintf(message, sizeof message, format, arguments);
  va_end(arguments);
  fputs("{\"error\":", stdout);
  ww_write_string(message, strlen(message));
  puts("}");
  exit(0);
}

// ---- Reading ----

static inline void *ww_in_resize(void *old, size_t length) {
  void *resized = realloc(old, length);
  if (!resized) ww_fail("Out of memory: could not allocate %zu bytes", length);
  return resized;
}

static inline const char *ww_in_space(const char *p, const char *end) {
  while (p < end && (*p == ' ' || *p == '\t' || *p == '\n' || *p == '\r')) p++;
  return p;
}

// The four hexadecimal digits at p, or -1.
static inline int ww_in_hex4(const char *p, const char *end) {
  int code = 0;
  for (int i = 0; i < 4; i++) {
    if (p + i >= end) return -1;
    char c = p[i];
    if (c >= '0' && c <= '9') {
      code = code << 4 | (c - '0');
    } else if ((c | 0x20) >= 'a' && (c | 0x20) <= 'f') {
      code = code << 4 | ((c | 0x20) - 'a' + 10);
    } else {
      return -1;
    }
  }
  return code;
}

// Each ..._end function answers where the thing that starts at p ends, or NULL where it is malformed (RFC 8259).

static inline const char *ww_in_string_end(const char *p, const char *end) {
  if (p >= end || *p++ != '"') return NULL;
  while (p < end && (unsigned char)*p >= 0x20) {
    char c = *p++;
    if (c == '"') return p;
    if (c != '\\') continue;
    if (p >= end) return NULL;
    c = *p++;
    if (c == 'u') {
      if (ww_in_hex4(p, end) < 0) return NULL;
      p += 4;
    } else if (!c || !strchr("\"\\/bfnrt", c)) {
      return NULL;
    }
  }
  return NULL;
}

static inline const char *ww_in_digits_end(const char *p, const char *end) {
  const char *start = p;
  while (p < end && *p >= '0' && *p <= '9') p++;
  return p == start ? NULL : p;
}

static inline const char *ww_in_number_end(const char *p, const char *end) {
  if (p < end && *p == '-') p++;
  p = p < end && *p == '0' ? p + 1 : ww_in_digits_end(p, end);
  if (p && p < end && *p == '.') p = ww_in_digits_end(p + 1, end);
  if (p && p < end && (*p == 'e' || *p == 'E')) {
    p++;
    if (p < end && (*p == '+' || *p == '-')) p++;
    p = ww_in_digits_end(p, end);
  }
  return p;
}

static inline const char *ww_in_word_end(const char *p, const char *end, const char *word) {
  size_t length = strlen(word);
  return (size_t)(end - p) >= length && memcmp(p, word, length) == 0 ? p + length : NULL;
}

static inline const char *ww_in_scalar_end(const char *p, const char *end) {
  switch (*p) {
    case '"': return ww_in_string_end(p, end);
    case 't': return ww_in_word_end(p, end, "true");
    case 'f': return ww_in_word_end(p, end, "false");
    case 'n': return ww_in_word_end(p, end, "null");
    default: return ww_in_number_end(p, end);
  }
}

// The end of a member's name, colon included.
static inline const char *ww_in_name_end(const char *p, const char *end) {
  p = ww_in_string_end(ww_in_space(p, end), end);
  if (p) p = ww_in_space(p, end);
  return p && p < end && *p == ':' ? p + 1 : NULL;
}

// Keeps the open brackets in an array of its own, for nesting as deep as the text is long would end a small stack.
static inline const char *ww_in_value_end(const char *p, const char *end) {
  char *closers = NULL;
  size_t depth = 0, room = 0;
  while (p && (p = ww_in_space(p, end)) < end) {
    bool opened = *p == '{' || *p == '[';
    if (opened) {
      if (depth == room) closers = ww_in_resize(closers, room = room * 2 + 16);
      closers[depth++] = *p == '{' ? '}' : ']';
      p = ww_in_space(p + 1, end);
    } else {
      p = ww_in_scalar_end(p, end);
    }
    bool empty = opened && p < end && *p == closers[depth - 1];
    if (!opened || empty) {
      while (p && depth > 0 && (p = ww_in_space(p, end)) < end && *p == closers[depth - 1]) depth--, p++;
      if (depth == 0) {
        free(closers);
        return p;
      }
      p = p && p < end && *p == ',' ? p + 1 : NULL;
    }
    if (p && closers[depth - 1] == '}') p = ww_in_name_end(p, end);
  }
  free(closers);
  return NULL;
}

static inline char *ww_in_write_utf8(char *to, unsigned code) {
  if (code < 0x80) {
    *to++ = (char)code;
    return to;
  }
  int more = code < 0x800 ? 1 : code < 0x10000 ? 2 : 3;
  static const unsigned char leads[] = {0, 0xC0, 0xE0, 0xF0};
  *to++ = (char)(leads[more] | code >> (6 * more));
  while (more-- > 0) *to++ = (char)(0x80 | (code >> (6 * more) & 0x3F));
  return to;
}

// Reads the code point of a \u escape; p is after the u and moves behind what was read. A surrogate without its other
// half is no character and becomes U+FFFD.
static inline unsigned ww_in_unescape(const char **p, const char *end) {
  unsigned code = (unsigned)ww_in_hex4(*p, end);
  *p += 4;
  if (code < 0xD800 || code > 0xDFFF) return code;
  int low = end - *p >= 6 && (*p)[0] == '\\' && (*p)[1] == 'u' ? ww_in_hex4(*p + 2, end) : -1;
  if (code > 0xDBFF || low < 0xDC00 || low > 0xDFFF) return 0xFFFD;
  *p += 6;
  return 0x10000 + ((code - 0xD800) << 10) + ((unsigned)low - 0xDC00);
}

// Reads a JSON string; false when the value is something else.
static inline bool ww_to_string(ww_json value, ww_string *result) {
  if (value.length < 2 || value.text[0] != '"') return false;
  const char *p = value.text + 1, *end = value.text + value.length - 1;
  char *to = ww_in_resize(NULL, value.length);  // no escape is shorter than its character
  result->bytes = to;
  while (p < end) {
    char c = *p++;
    if (c != '\\') {
      *to++ = c;
    } else if ((c = *p++) == 'u') {
      to = ww_in_write_utf8(to, ww_in_unescape(&p, end));
    } else {
      *to++ = c == 'b' ? '\b' : c == 'f' ? '\f' : c == 'n' ? '\n' : c == 'r' ? '\r' : c == 't' ? '\t' : c;
    }
  }
  *to = 0;
  result->length = (size_t)(to - result->bytes);
  return true;
}

// Reads an integer; false when the value is something else: 1.0, 1e3 and -0 are floating-point numbers here, as they are
// for serde_json's as_i64, and 9223372036854775808 does not fit.
static inline bool ww_to_int64(ww_json value, int64_t *result) {
  bool negative = value.length > 0 && value.text[0] == '-';
  int64_t sum = 0;
  for (size_t i = negative; i < value.length; i++) {
    int digit = value.text[i] - '0';
    if (digit < 0 || digit > 9) return false;
    if (__builtin_mul_overflow(sum, 10, &sum) || __builtin_sub_overflow(sum, digit, &sum)) return false;
  }
  if (negative ? sum == 0 : sum == INT64_MIN) return false;
  *result = negative ? sum : -sum;
  return true;
}

static inline bool ww_is_true(ww_json value) { return value.length == 4 && memcmp(value.text, "true", 4) == 0; }

static inline bool ww_in_is_named(ww_json name, const char *wanted) {
  ww_string decoded;
  if (!ww_to_string(name, &decoded)) return false;
  bool same = decoded.length == strlen(wanted) && memcmp(decoded.bytes, wanted, decoded.length) == 0;
  free(decoded.bytes);
  return same;
}

// Finds a member of an object, the last one of that name; false when there is none, or the value is no object.
static inline bool ww_member(ww_json object, const char *name, ww_json *value) {
  const char *p = object.text, *end = object.text + object.length;
  bool found = false;
  if (object.length == 0 || *p != '{') return false;
  while (*p != '}') {
    const char *key = p = ww_in_space(p + 1, end);
    if (*p == '}') break;
    p = ww_in_string_end(p, end);
    ww_json written = {key, (size_t)(p - key)};
    const char *start = ww_in_space(ww_in_space(p, end) + 1, end);
    p = ww_in_value_end(start, end);
    if (ww_in_is_named(written, name)) {
      found = true;
      *value = (ww_json){start, (size_t)(p - start)};
    }
    p = ww_in_space(p, end);
  }
  return found;
}

// ---- The parameters ----

// Reads all of stdin: one JSON value, or nothing, which counts as {}. Fails the action when it is not JSON.
static inline ww_json ww_read_params(void) {
  size_t room = 4096, length = 0, got;
  char *text = ww_in_resize(NULL, room);
  while ((got = fread(text + length, 1, room - length, stdin)) > 0) {
    length += got;
    if (length == room) text = ww_in_resize(text, room *= 2);
  }
  const char *end = text + length, *start = ww_in_space(text, end);
  if (start == end) return (ww_json){"{}", 2};
  const char *stop = ww_in_value_end(start, end);
  if (!stop || ww_in_space(stop, end) != end) ww_fail("Expected the parameters on stdin to be JSON");
  return (ww_json){start, (size_t)(stop - start)};
}

// The parameter of that name; fails the action when it is missing.
static inline ww_json ww_require(ww_json params, const char *name) {
  ww_json value;
  if (!ww_member(params, name, &value)) ww_fail("Expected %s to be present", name);
  return value;
}

static inline int64_t ww_require_int64(ww_json params, const char *name) {
  int64_t number;
  if (!ww_to_int64(ww_require(params, name), &number)) ww_fail("Expected %s to be an i64", name);
  return number;
}

static inline ww_string ww_require_string(ww_json params, const char *name) {
  ww_string string;
  if (!ww_to_string(ww_require(params, name), &string)) ww_fail("Expected %s to be a string", name);
  return string;
}

#endif
