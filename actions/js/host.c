// SPDX-License-Identifier: Apache-2.0
//
// The host program of JavaScript actions: QuickJS-ng, the functions of the system that lib/*.js builds Node's API on, and
// main. It is a plain program of WASI preview 1:
//
//   /.wasmwhisk/entry   the name of the action's entry point
//   /.wasmwhisk/action.js   the action's text; where it is missing, the action is the package at /
//   stdin               the parameters, a JSON text; where it is empty, the code is loaded and not run
//
// In the plugin is a snapshot of it: what wizer.initialize leaves, with wizer.resume as its start. An action may ask for a
// snapshot of its own, in which its code is loaded: what load leaves.
//
// The library is compiled to QuickJS's bytecode when this program is built (bytecode.c), and each part of it is read when
// it is first needed.

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>
#include <wasi/libc-environ.h>

#include "library.h"
#include "quickjs.h"

// Room in the heap of a snapshot, so that small activations do not grow the memory.
#define ROOM_BYTES (128 * 1024)

// What the C stack may hold of JavaScript's calls. The host's stack holds about as many, fewer of some compiled code: a guest that
// runs out of that is ended, and gets no RangeError.
#define STACK_BYTES (512 * 1024)

static JSValue throw_errno(JSContext *ctx, const char *call, const char *path) {
  int number = errno;
  JSValue error = JS_NewError(ctx);
  const char *code = number == ENOENT    ? "ENOENT"
                     : number == EISDIR  ? "EISDIR"
                     : number == ENOTDIR ? "ENOTDIR"
                     : number == EROFS   ? "EROFS"
                     : number == EEXIST  ? "EEXIST"
                     : number == ENOSPC  ? "ENOSPC"
                     : number == EACCES  ? "EACCES"
                     : number == ENOTEMPTY ? "ENOTEMPTY"
                                         : "EIO";
  char text[512];
  snprintf(text, sizeof text, "%s: %s, %s '%s'", code, strerror(number), call, path);
  JS_DefinePropertyValueStr(ctx, error, "message", JS_NewString(ctx, text), JS_PROP_CONFIGURABLE | JS_PROP_WRITABLE);
  JS_DefinePropertyValueStr(ctx, error, "code", JS_NewString(ctx, code), JS_PROP_C_W_E);
  JS_DefinePropertyValueStr(ctx, error, "errno", JS_NewInt32(ctx, -number), JS_PROP_C_W_E);
  JS_DefinePropertyValueStr(ctx, error, "syscall", JS_NewString(ctx, call), JS_PROP_C_W_E);
  JS_DefinePropertyValueStr(ctx, error, "path", JS_NewString(ctx, path), JS_PROP_C_W_E);
  return JS_Throw(ctx, error);
}

// Bytes of a string (as UTF-8) or of a typed array; freed by drop_bytes.
typedef struct {
  const char *text;
  const uint8_t *start;
  size_t length;
} Bytes;

static int take_bytes(JSContext *ctx, JSValueConst value, Bytes *bytes) {
  bytes->text = NULL;
  if (JS_IsString(value)) {
    bytes->text = JS_ToCStringLen(ctx, &bytes->length, value);
    bytes->start = (const uint8_t *)bytes->text;
    return bytes->text ? 0 : -1;
  }
  bytes->start = JS_GetUint8Array(ctx, &bytes->length, value);
  return bytes->start || bytes->length == 0 ? 0 : -1;
}

static void drop_bytes(JSContext *ctx, Bytes *bytes) {
  if (bytes->text) {
    JS_FreeCString(ctx, bytes->text);
  }
}

static int write_all(int fd, const uint8_t *start, size_t length) {
  while (length > 0) {
    ssize_t written = write(fd, start, length);
    if (written < 0) {
      return -1;
    }
    start += written;
    length -= (size_t)written;
  }
  return 0;
}

// write(descriptor, string or Uint8Array)
static JSValue js_write(JSContext *ctx, JSValueConst this, int argc, JSValueConst *argv) {
  int32_t fd;
  Bytes bytes;
  if (JS_ToInt32(ctx, &fd, argv[0]) || take_bytes(ctx, argv[1], &bytes)) {
    return JS_EXCEPTION;
  }
  int failed = write_all(fd, bytes.start, bytes.length);
  drop_bytes(ctx, &bytes);
  return failed ? throw_errno(ctx, "write", "") : JS_UNDEFINED;
}

// Everything that a descriptor gives; NULL when it cannot be read. Freed by js_free.
static uint8_t *read_all(JSContext *ctx, int fd, size_t expected, size_t *length) {
  size_t room = expected + 1;
  size_t used = 0;
  uint8_t *bytes = js_malloc(ctx, room);
  while (bytes) {
    ssize_t count = read(fd, bytes + used, room - used);
    if (count <= 0) {
      if (count < 0) {
        js_free(ctx, bytes);
        return NULL;
      }
      *length = used;
      return bytes;
    }
    used += (size_t)count;
    if (used == room) {
      uint8_t *larger = js_realloc(ctx, bytes, room * 2);
      if (!larger) {
        js_free(ctx, bytes);
      }
      bytes = larger;
      room *= 2;
    }
  }
  return NULL;
}

static JSValue text_or_bytes(JSContext *ctx, uint8_t *bytes, size_t length, bool text) {
  size_t skipped = text && length >= 3 && memcmp(bytes, "\xef\xbb\xbf", 3) == 0 ? 3 : 0;
  JSValue value = text ? JS_NewStringLen(ctx, (const char *)bytes + skipped, length - skipped)
                       : JS_NewUint8ArrayCopy(ctx, bytes, length);
  js_free(ctx, bytes);
  return value;
}

// readFile(path, asText): a string without its byte order mark, or a Uint8Array
static JSValue js_read_file(JSContext *ctx, JSValueConst this, int argc, JSValueConst *argv) {
  const char *path = JS_ToCString(ctx, argv[0]);
  if (!path) {
    return JS_EXCEPTION;
  }
  struct stat found;
  size_t length;
  uint8_t *bytes = NULL;
  int fd = open(path, O_RDONLY);
  if (fd >= 0 && fstat(fd, &found) == 0) {
    if (S_ISDIR(found.st_mode)) {
      errno = EISDIR;
    } else {
      bytes = read_all(ctx, fd, (size_t)found.st_size, &length);
    }
  }
  JSValue result;
  if (bytes) {
    result = text_or_bytes(ctx, bytes, length, JS_ToBool(ctx, argv[1]));
  } else {
    result = JS_HasException(ctx) ? JS_EXCEPTION : throw_errno(ctx, "open", path);
  }
  if (fd >= 0) {
    close(fd);
  }
  JS_FreeCString(ctx, path);
  return result;
}

// writeFile(path, string or Uint8Array, append)
static JSValue js_write_file(JSContext *ctx, JSValueConst this, int argc, JSValueConst *argv) {
  Bytes bytes;
  const char *path = JS_ToCString(ctx, argv[0]);
  if (!path) {
    return JS_EXCEPTION;
  }
  if (take_bytes(ctx, argv[1], &bytes)) {
    JS_FreeCString(ctx, path);
    return JS_EXCEPTION;
  }
  int fd = open(path, O_WRONLY | O_CREAT | (JS_ToBool(ctx, argv[2]) ? O_APPEND : O_TRUNC), 0666);
  int failed = fd < 0 || write_all(fd, bytes.start, bytes.length);
  JSValue result = failed ? throw_errno(ctx, fd < 0 ? "open" : "write", path) : JS_UNDEFINED;
  if (fd >= 0) {
    close(fd);
  }
  drop_bytes(ctx, &bytes);
  JS_FreeCString(ctx, path);
  return result;
}

// stat(path): [directory, size, milliseconds of the last change], or undefined when there is nothing
static JSValue js_stat(JSContext *ctx, JSValueConst this, int argc, JSValueConst *argv) {
  const char *path = JS_ToCString(ctx, argv[0]);
  struct stat found;
  if (!path) {
    return JS_EXCEPTION;
  }
  int failed = stat(path, &found);
  JS_FreeCString(ctx, path);
  if (failed) {
    return JS_UNDEFINED;
  }
  JSValue result = JS_NewArray(ctx);
  JS_SetPropertyUint32(ctx, result, 0, JS_NewBool(ctx, S_ISDIR(found.st_mode)));
  JS_SetPropertyUint32(ctx, result, 1, JS_NewInt64(ctx, found.st_size));
  JS_SetPropertyUint32(
      ctx, result, 2, JS_NewFloat64(ctx, (double)found.st_mtim.tv_sec * 1e3 + (double)found.st_mtim.tv_nsec / 1e6));
  return result;
}

// list(path): the names in a directory
static JSValue js_list(JSContext *ctx, JSValueConst this, int argc, JSValueConst *argv) {
  const char *path = JS_ToCString(ctx, argv[0]);
  if (!path) {
    return JS_EXCEPTION;
  }
  DIR *directory = opendir(path);
  JSValue result = directory ? JS_NewArray(ctx) : throw_errno(ctx, "scandir", path);
  if (directory) {
    struct dirent *entry;
    for (uint32_t count = 0; (entry = readdir(directory));) {
      if (strcmp(entry->d_name, ".") != 0 && strcmp(entry->d_name, "..") != 0) {
        JS_SetPropertyUint32(ctx, result, count++, JS_NewString(ctx, entry->d_name));
      }
    }
    closedir(directory);
  }
  JS_FreeCString(ctx, path);
  return result;
}

// change(what, path): mkdir, rmdir or unlink
static JSValue js_change(JSContext *ctx, JSValueConst this, int argc, JSValueConst *argv) {
  const char *what = JS_ToCString(ctx, argv[0]);
  const char *path = JS_ToCString(ctx, argv[1]);
  JSValue result = JS_EXCEPTION;
  if (what && path) {
    int failed = strcmp(what, "mkdir") == 0 ? mkdir(path, 0777) : strcmp(what, "rmdir") == 0 ? rmdir(path) : unlink(path);
    result = failed ? throw_errno(ctx, what, path) : JS_UNDEFINED;
  }
  JS_FreeCString(ctx, what);
  JS_FreeCString(ctx, path);
  return result;
}

// environment(): an object
static JSValue js_environment(JSContext *ctx, JSValueConst this, int argc, JSValueConst *argv) {
  JSValue result = JS_NewObject(ctx);
  // Asked for now and not when the program starts, so that a snapshot does not hold it.
  for (char **variable = __wasilibc_get_environ(); variable && *variable; variable++) {
    char *equals = strchr(*variable, '=');
    if (equals) {
      JSAtom name = JS_NewAtomLen(ctx, *variable, (size_t)(equals - *variable));
      JS_DefinePropertyValue(ctx, result, name, JS_NewString(ctx, equals + 1), JS_PROP_C_W_E);
      JS_FreeAtom(ctx, name);
    }
  }
  return result;
}

// evaluate(source, file): the value of a script
static JSValue js_evaluate(JSContext *ctx, JSValueConst this, int argc, JSValueConst *argv) {
  size_t length;
  const char *source = JS_ToCStringLen(ctx, &length, argv[0]);
  const char *file = JS_ToCString(ctx, argv[1]);
  JSValue result = JS_EXCEPTION;
  if (source && file) {
    result = JS_Eval(ctx, source, length, file, JS_EVAL_TYPE_GLOBAL);
  }
  JS_FreeCString(ctx, source);
  JS_FreeCString(ctx, file);
  return result;
}

// library(name): what a file of lib/ gives, undefined when there is none of that name
static JSValue js_library(JSContext *ctx, JSValueConst this, int argc, JSValueConst *argv) {
  const char *name = JS_ToCString(ctx, argv[0]);
  if (!name) {
    return JS_EXCEPTION;
  }
  const Library *part = library;
  while (part->name && strcmp(part->name, name) != 0) {
    part++;
  }
  JS_FreeCString(ctx, name);
  if (!part->name) {
    return JS_UNDEFINED;
  }
  JSValue code = JS_ReadObject(ctx, part->code, part->length, JS_READ_OBJ_BYTECODE);
  return JS_IsException(code) ? code : JS_EvalFunction(ctx, code);
}

// runJobs(): everything that promises have to do now; throws what a job throws
static JSValue js_run_jobs(JSContext *ctx, JSValueConst this, int argc, JSValueConst *argv) {
  JSContext *context;
  int done;
  while ((done = JS_ExecutePendingJob(JS_GetRuntime(ctx), &context)) > 0) {
  }
  return done < 0 ? JS_EXCEPTION : JS_UNDEFINED;
}

// promise(value): [state, result], undefined when the value is no promise; states are 0 pending, 1 fulfilled, 2 rejected
static JSValue js_promise(JSContext *ctx, JSValueConst this, int argc, JSValueConst *argv) {
  int state = JS_PromiseState(ctx, argv[0]);
  if (state < 0) {
    return JS_UNDEFINED;
  }
  JSValue result = JS_NewArray(ctx);
  JS_SetPropertyUint32(ctx, result, 0, JS_NewInt32(ctx, state == JS_PROMISE_PENDING ? 0 : state == JS_PROMISE_FULFILLED ? 1 : 2));
  JS_SetPropertyUint32(ctx, result, 1, JS_PromiseResult(ctx, argv[0]));
  return result;
}

// sleep(milliseconds)
static JSValue js_sleep(JSContext *ctx, JSValueConst this, int argc, JSValueConst *argv) {
  double milliseconds;
  if (JS_ToFloat64(ctx, &milliseconds, argv[0])) {
    return JS_EXCEPTION;
  }
  struct timespec time = {(time_t)(milliseconds / 1e3), 0};
  time.tv_nsec = (long)((milliseconds - (double)time.tv_sec * 1e3) * 1e6);
  nanosleep(&time, NULL);
  return JS_UNDEFINED;
}

// now(): nanoseconds of a clock that is never set, a BigInt
static JSValue js_now(JSContext *ctx, JSValueConst this, int argc, JSValueConst *argv) {
  struct timespec time;
  clock_gettime(CLOCK_MONOTONIC, &time);
  return JS_NewBigInt64(ctx, (int64_t)time.tv_sec * 1000000000 + time.tv_nsec);
}

// random(Uint8Array): fills it
static JSValue js_random(JSContext *ctx, JSValueConst this, int argc, JSValueConst *argv) {
  size_t length;
  uint8_t *bytes = JS_GetUint8Array(ctx, &length, argv[0]);
  if (!bytes && length > 0) {
    return JS_EXCEPTION;
  }
  for (size_t done = 0; done < length;) {
    size_t part = length - done < 256 ? length - done : 256;
    if (getentropy(bytes + done, part)) {
      return throw_errno(ctx, "getentropy", "");
    }
    done += part;
  }
  return JS_UNDEFINED;
}

// performance(): makes the global of that name, whose clock starts now
static JSValue js_performance(JSContext *ctx, JSValueConst this, int argc, JSValueConst *argv) {
  return JS_AddPerformance(ctx) ? JS_EXCEPTION : JS_UNDEFINED;
}

// encode(string): its UTF-8, a Uint8Array
static JSValue js_encode(JSContext *ctx, JSValueConst this, int argc, JSValueConst *argv) {
  size_t length;
  const char *text = JS_ToCStringLen(ctx, &length, argv[0]);
  if (!text) {
    return JS_EXCEPTION;
  }
  JSValue result = JS_NewUint8ArrayCopy(ctx, (const uint8_t *)text, length);
  JS_FreeCString(ctx, text);
  return result;
}

// decode(Uint8Array): the string that is its UTF-8
static JSValue js_decode(JSContext *ctx, JSValueConst this, int argc, JSValueConst *argv) {
  size_t length;
  const uint8_t *bytes = JS_GetUint8Array(ctx, &length, argv[0]);
  if (!bytes && length > 0) {
    return JS_EXCEPTION;
  }
  return JS_NewStringLen(ctx, (const char *)bytes, length);
}

// input(): what the JSON text on stdin says; undefined when there is none
static JSValue js_input(JSContext *ctx, JSValueConst this, int argc, JSValueConst *argv) {
  size_t length;
  uint8_t *bytes = read_all(ctx, 0, 4096, &length);
  if (!bytes) {
    return JS_HasException(ctx) ? JS_EXCEPTION : throw_errno(ctx, "read", "stdin");
  }
  bytes[length] = 0; // there is room: what was read never fills it
  JSValue value = length == 0 ? JS_UNDEFINED : JS_ParseJSON(ctx, (const char *)bytes, length, "parameters");
  js_free(ctx, bytes);
  return value;
}

// memory(): bytes of the linear memory, and those of them in use
static JSValue js_memory(JSContext *ctx, JSValueConst this, int argc, JSValueConst *argv) {
  JSMemoryUsage usage;
  JS_ComputeMemoryUsage(JS_GetRuntime(ctx), &usage);
  JSValue result = JS_NewArray(ctx);
  JS_SetPropertyUint32(ctx, result, 0, JS_NewInt64(ctx, (int64_t)__builtin_wasm_memory_size(0) * 65536));
  JS_SetPropertyUint32(ctx, result, 1, JS_NewInt64(ctx, usage.malloc_size));
  return result;
}

static JSValue js_exit(JSContext *ctx, JSValueConst this, int argc, JSValueConst *argv) {
  int32_t code;
  if (JS_ToInt32(ctx, &code, argv[0])) {
    return JS_EXCEPTION;
  }
  _Exit(code);
}

static const JSCFunctionListEntry functions[] = {
    JS_CFUNC_DEF("write", 2, js_write),
    JS_CFUNC_DEF("readFile", 2, js_read_file),
    JS_CFUNC_DEF("writeFile", 3, js_write_file),
    JS_CFUNC_DEF("stat", 1, js_stat),
    JS_CFUNC_DEF("list", 1, js_list),
    JS_CFUNC_DEF("change", 2, js_change),
    JS_CFUNC_DEF("environment", 0, js_environment),
    JS_CFUNC_DEF("evaluate", 2, js_evaluate),
    JS_CFUNC_DEF("library", 1, js_library),
    JS_CFUNC_DEF("runJobs", 0, js_run_jobs),
    JS_CFUNC_DEF("promise", 1, js_promise),
    JS_CFUNC_DEF("sleep", 1, js_sleep),
    JS_CFUNC_DEF("now", 0, js_now),
    JS_CFUNC_DEF("random", 1, js_random),
    JS_CFUNC_DEF("performance", 0, js_performance),
    JS_CFUNC_DEF("encode", 1, js_encode),
    JS_CFUNC_DEF("decode", 1, js_decode),
    JS_CFUNC_DEF("input", 0, js_input),
    JS_CFUNC_DEF("memory", 0, js_memory),
    JS_CFUNC_DEF("exit", 1, js_exit),
    JS_PROP_STRING_DEF("engine", "QuickJS-ng " QUICKJS_VERSION, 0),
};

// Tells lib/main.js, which ends an activation for a rejection that nobody handles.
static void rejected(JSContext *ctx, JSValueConst promise, JSValueConst reason, bool handled, void *opaque) {
  JSValueConst arguments[] = {promise, reason, JS_NewBool(ctx, handled)};
  JSValue ignored = JS_Call(ctx, *(JSValue *)opaque, JS_UNDEFINED, 3, arguments);
  JS_FreeValue(ctx, ignored);
}

// What even lib/main.js could not report: most likely there was no memory to do it with.
static int give_up(JSContext *ctx) {
  JSValue exception = JS_GetException(ctx);
  const char *text = JS_ToCString(ctx, exception);
  fprintf(stderr, "Uncaught %s\n", text ? text : "exception");
  return 1;
}

static JSRuntime *rt;
static JSContext *ctx;
static JSValue activation;
static JSValue on_rejection;
static bool loaded;

// Everything before the first look at an action; false when there is no memory for it.
static bool prepare(void) {
  static const char start[] = "main";
  rt = JS_NewRuntime();
  ctx = rt ? JS_NewContext(rt) : NULL;
  if (!ctx) {
    return false;
  }
  JS_SetMaxStackSize(rt, STACK_BYTES);
  JSValue host = JS_NewObject(ctx);
  JS_SetPropertyFunctionList(ctx, host, functions, sizeof functions / sizeof *functions);
  JSValue name = JS_NewStringLen(ctx, start, sizeof start - 1);
  JSValue main_function = js_library(ctx, JS_UNDEFINED, 1, (JSValueConst *)&name);
  if (JS_IsException(main_function)) {
    return false;
  }
  activation = JS_Call(ctx, main_function, JS_UNDEFINED, 1, (JSValueConst *)&host);
  if (JS_IsException(activation)) {
    return false;
  }
  on_rejection = JS_GetPropertyStr(ctx, activation, "rejected");
  JS_SetHostPromiseRejectionTracker(rt, rejected, &on_rejection);
  return true;
}

static int no_memory(void) {
  if (ctx) {
    return give_up(ctx);
  }
  fprintf(stderr, "JavaScript could not be started: there is not enough memory\n");
  return 1;
}

// Calls a function of lib/main.js that gives an exit code.
static int32_t call_main(const char *name) {
  JS_UpdateStackTop(rt);
  int32_t code = 1;
  JSValue function = JS_GetPropertyStr(ctx, activation, name);
  JSValue result = JS_Call(ctx, function, JS_UNDEFINED, 0, NULL);
  JS_FreeValue(ctx, function);
  return JS_IsException(result) || JS_ToInt32(ctx, &code, result) ? give_up(ctx) : code;
}

// What calls left on the stack is nothing to anybody, and would be a part of a snapshot.
__attribute__((noinline)) static void forget_stack(void) {
  char left[STACK_BYTES];
  memset(left, 0, sizeof left);
  __asm__ volatile("" : : "r"(left) : "memory");
}

// The compiler must not see that nothing comes of it.
static void make_room(void) {
  void *room = malloc(ROOM_BYTES);
  __asm__ volatile("" : : "r"(room) : "memory");
  free(room);
}

__attribute__((export_name("wizer.initialize"))) void initialize(void) {
  if (!prepare()) {
    _Exit(no_memory());
  }
  int32_t code = call_main("rehearse");
  if (code != 0) {
    _Exit(code);
  }
  make_room();
  forget_stack();
}

// For a snapshot of the program prepared: with the action's code.
__attribute__((export_name("load"))) void load(void) {
  int32_t code = call_main("load");
  if (code != 0) {
    _Exit(code);
  }
  loaded = true;
  forget_stack();
}

__attribute__((export_name("wizer.resume"))) void resume(void) {
  // Maps that an action's code has filled keep their seed.
  if (!loaded) {
    JS_NewHashSeed(ctx);
  }
  // Nothing is freed: the instance ends here, with all of its memory.
  _Exit(call_main("run"));
}

int main(void) {
  if (!prepare()) {
    return no_memory();
  }
  resume();
}
