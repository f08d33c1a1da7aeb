// SPDX-License-Identifier: Apache-2.0

// JSON: {"n": records} gives {"bytes": of a text with so many records, "members": and "sum": of what is in it}. The text is
// written, read into a tree of values, and the tree is walked, ten times. Bytes, branches, allocation.

#include "wasmwhisk.h"

enum { TIMES = 10 };

typedef enum { NUMBER, STRING, LIST, OBJECT } kind;

typedef struct value {
  struct value *next, *first;
  const char *text;
  int64_t number;
  kind kind;
} value;

static char *text;
static size_t length;
static const char *at;
static value *values;
static size_t used;

static void write_text(const char *format, int64_t number) { length += sprintf(text + length, format, number); }

static void write_records(int64_t records) {
  length = 0;
  write_text("[", 0);
  for (int64_t i = 0; i < records; i++) {
    if (i > 0) write_text(",", 0);
    write_text("{\"id\":%" PRId64 ",", i);
    write_text("\"name\":\"record \\\"%" PRId64 "\\\"\",", i);
    write_text("\"tags\":[\"a\",\"b\",%" PRId64 "],", i * 7919 % 1000);
    write_text("\"inside\":{\"x\":-%" PRId64 ",\"y\":0}}", i % 97);
  }
  write_text("]", 0);
}

static value *made(kind kind) {
  value *made = &values[used++];
  *made = (value){.kind = kind};
  return made;
}

static const char *read_text(void) {
  const char *start = ++at;
  for (; *at != '"'; at++) {
    if (*at == '\\') at++;
  }
  at++;
  return start;
}

static value *read_value(void);

static void read_members(value *parent, char end) {
  value **last = &parent->first;
  for (at++; *at != end; at += *at == ',') {
    const char *name = NULL;
    if (parent->kind == OBJECT) {
      name = read_text();
      at++;
    }
    *last = read_value();
    if (name != NULL) (*last)->text = name;
    last = &(*last)->next;
  }
  at++;
}

static value *read_value(void) {
  value *read;
  if (*at == '{' || *at == '[') {
    read = made(*at == '{' ? OBJECT : LIST);
    read_members(read, read->kind == OBJECT ? '}' : ']');
  } else if (*at == '"') {
    read = made(STRING);
    read->text = read_text();
    read->number = at - read->text;
  } else {
    read = made(NUMBER);
    int negative = *at == '-';
    at += negative;
    for (; *at >= '0' && *at <= '9'; at++) read->number = 10 * read->number + *at - '0';
    if (negative) read->number = -read->number;
  }
  return read;
}

static int64_t members, sum;

static void walk(const value *tree) {
  for (; tree != NULL; tree = tree->next) {
    members++;
    sum += tree->number;
    walk(tree->first);
  }
}

int main(void) {
  int64_t records = ww_require_int64(ww_read_params(), "n");
  text = malloc(records * 128 + 16);
  values = malloc((records * 11 + 16) * sizeof *values);
  if (text == NULL || values == NULL) ww_fail("No memory for %" PRId64 " records", records);
  for (int i = 0; i < TIMES; i++) {
    write_records(records);
    at = text;
    used = 0;
    walk(read_value());
  }
  printf("{\"bytes\":%zu,\"members\":%" PRId64 ",\"sum\":%" PRId64 "}\n", length, members, sum);
  return 0;
}
