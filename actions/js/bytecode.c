// SPDX-License-Identifier: Apache-2.0
//
// Part of the build: compiles lib/*.js to QuickJS's bytecode and prints library.h, which host.c includes.

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "quickjs.h"

static char *read_file(const char *path, size_t *length) {
  FILE *file = fopen(path, "rb");
  if (!file) {
    perror(path);
    exit(1);
  }
  fseek(file, 0, SEEK_END);
  *length = (size_t)ftell(file);
  rewind(file);
  char *text = malloc(*length + 1);
  if (fread(text, 1, *length, file) != *length) {
    perror(path);
    exit(1);
  }
  text[*length] = 0;
  fclose(file);
  return text;
}

// The name of lib/path.js is path; stack traces leave out functions of files that begin with "node:".
static void print_part(JSContext *ctx, const char *path, int number, char *name) {
  const char *last = strrchr(path, '/');
  snprintf(name, 64, "%.*s", (int)(strlen(last + 1) - 3), last + 1);
  char file[80];
  snprintf(file, sizeof file, "node:%s", name);
  size_t length;
  char *source = read_file(path, &length);
  JSValue code = JS_Eval(ctx, source, length, file, JS_EVAL_TYPE_GLOBAL | JS_EVAL_FLAG_COMPILE_ONLY);
  if (JS_IsException(code)) {
    JSValue exception = JS_GetException(ctx);
    JSValue stack = JS_GetPropertyStr(ctx, exception, "stack");
    fprintf(stderr, "%s: %s\n%s\n", path, JS_ToCString(ctx, exception), JS_ToCString(ctx, stack));
    exit(1);
  }
  size_t size;
  uint8_t *bytes = JS_WriteObject(ctx, &size, code, JS_WRITE_OBJ_BYTECODE | JS_WRITE_OBJ_STRIP_SOURCE);
  printf("static const unsigned char part%d[] = {", number);
  for (size_t i = 0; i < size; i++) {
    printf(i % 24 == 0 ? "\n%d," : "%d,", bytes[i]);
  }
  printf("\n};\n");
  printf("enum { length%d = %zu };\n", number, size);
}

int main(int argc, char **argv) {
  JSRuntime *rt = JS_NewRuntime();
  JSContext *ctx = JS_NewContext(rt);
  char(*names)[64] = calloc((size_t)argc, 64);
  printf("#include <stddef.h>\n#define QUICKJS_VERSION \"%s\"\n", JS_GetVersion());
  for (int i = 1; i < argc; i++) {
    print_part(ctx, argv[i], i, names[i]);
  }
  printf("typedef struct {\n  const char *name;\n  const unsigned char *code;\n  size_t length;\n} Library;\n");
  printf("static const Library library[] = {\n");
  for (int i = 1; i < argc; i++) {
    printf("    {\"%s\", part%d, length%d},\n", names[i], i, i);
  }
  printf("    {NULL, NULL, 0},\n};\n");
  return 0;
}
