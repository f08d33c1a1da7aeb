// SPDX-License-Identifier: Apache-2.0
//
// The host program of actions in Python: CPython 3.11, what host.py does, and main. It is a plain program of WASI preview 1:
//
//   /__main__.py     the action: its function main takes the parameters, a dict, and gives the result, as in OpenWhisk's Python
//   /lib/python3.11  Python's library
//   stdin            the parameters, a JSON text
//
// With "snapshot": {"start": "run"} in wasmwhisk.json an activation begins where wizer.initialize ended: the interpreter runs and
// the action is loaded.

#define PY_SSIZE_T_CLEAN
#include <Python.h>
#include <stdbool.h>
#include <wasi/api.h>
#include <wasi/libc-environ.h>

static const char host_source[] = {
#embed "host.py"
    , 0};

static PyObject *host;

// While libc and the interpreter start in a snapshot, they find a clock that stands still, no environment, and terminals as
// standard streams: they look at these, and these belong to an activation. The action, which is loaded after that, is not
// deceived: what it asks for is refused.
static bool starting = true;

__wasi_errno_t __real___wasi_clock_time_get(__wasi_clockid_t id, __wasi_timestamp_t precision, __wasi_timestamp_t *time);
__wasi_errno_t __wrap___wasi_clock_time_get(__wasi_clockid_t id, __wasi_timestamp_t precision, __wasi_timestamp_t *time) {
  if (!starting) return __real___wasi_clock_time_get(id, precision, time);
  *time = 0;
  return 0;
}

__wasi_errno_t __real___wasi_clock_res_get(__wasi_clockid_t id, __wasi_timestamp_t *resolution);
__wasi_errno_t __wrap___wasi_clock_res_get(__wasi_clockid_t id, __wasi_timestamp_t *resolution) {
  if (!starting) return __real___wasi_clock_res_get(id, resolution);
  *resolution = 1;
  return 0;
}

__wasi_errno_t __real___wasi_environ_sizes_get(__wasi_size_t *count, __wasi_size_t *bytes);
__wasi_errno_t __wrap___wasi_environ_sizes_get(__wasi_size_t *count, __wasi_size_t *bytes) {
  if (!starting) return __real___wasi_environ_sizes_get(count, bytes);
  *count = *bytes = 0;
  return 0;
}

__wasi_errno_t __real___wasi_fd_filestat_get(__wasi_fd_t fd, __wasi_filestat_t *stat);
__wasi_errno_t __wrap___wasi_fd_filestat_get(__wasi_fd_t fd, __wasi_filestat_t *stat) {
  if (!starting || fd > 2) return __real___wasi_fd_filestat_get(fd, stat);
  *stat = (__wasi_filestat_t){.filetype = __WASI_FILETYPE_CHARACTER_DEVICE};
  return 0;
}

__wasi_errno_t __real___wasi_fd_seek(__wasi_fd_t fd, __wasi_filedelta_t by, __wasi_whence_t from, __wasi_filesize_t *at);
__wasi_errno_t __wrap___wasi_fd_seek(__wasi_fd_t fd, __wasi_filedelta_t by, __wasi_whence_t from, __wasi_filesize_t *at) {
  return starting && fd <= 2 ? __WASI_ERRNO_SPIPE : __real___wasi_fd_seek(fd, by, from, at);
}

__attribute__((noreturn)) static void give_up(PyStatus status) {
  fprintf(stderr, "Python does not start: %s\n", status.err_msg ? status.err_msg : "exit");
  abort();
}

static void check(PyStatus status) {
  if (PyStatus_Exception(status)) give_up(status);
}

// Nothing is searched for, and the hashes of strings have the same seed in every activation of a snapshot.
static void start_python(void) {
  PyPreConfig before;
  PyPreConfig_InitIsolatedConfig(&before);
  before.utf8_mode = 1;
  check(Py_PreInitialize(&before));
  PyConfig config;
  PyConfig_InitIsolatedConfig(&config);
  config.site_import = 0;
  config.write_bytecode = 0;
  config.pathconfig_warnings = 0;
  config.install_signal_handlers = 0;
  config.use_hash_seed = starting;
  config.hash_seed = 0;
  config.module_search_paths_set = 1;
  check(PyConfig_SetString(&config, &config.home, L"/"));
  check(PyWideStringList_Append(&config.module_search_paths, L"/"));
  check(PyWideStringList_Append(&config.module_search_paths, L"/lib/python3.11"));
  check(Py_InitializeFromConfig(&config));
  PyConfig_Clear(&config);
  PyObject *code = Py_CompileString(host_source, "host.py", Py_file_input);
  host = code ? PyImport_ExecCodeModule("wasmwhisk", code) : NULL;
  Py_XDECREF(code);
}

// The variables of the environment, as os.environ keeps them.
static PyObject *environment(void) {
  PyObject *variables = PyDict_New();
  for (char **each = environ; variables && *each; each++) {
    const char *equals = strchr(*each, '=');
    PyObject *name = equals ? PyBytes_FromStringAndSize(*each, equals - *each) : NULL;
    PyObject *value = name ? PyBytes_FromString(equals + 1) : NULL;
    if (value) PyDict_SetItem(variables, name, value);
    Py_XDECREF(name);
    Py_XDECREF(value);
  }
  return variables;
}

// Calls a function of host.py; what it raises goes to stderr.
static bool call(const char *name) {
  PyObject *answer = host ? PyObject_CallMethod(host, name, "N", environment()) : NULL;
  if (!answer) PyErr_Print();
  bool right = answer == Py_True;
  Py_XDECREF(answer);
  return right;
}

__attribute__((export_name("wizer.initialize"))) void initialize(void) {
  start_python();
  starting = false;
  if (!call("load")) abort();
}

static void renew_environment(void) {
  __wasilibc_deinitialize_environ();
  __wasilibc_initialize_environ();
}

// An activation, from a snapshot.
__attribute__((export_name("run"))) void run(void) {
  renew_environment();
  if (!call("run")) __wasi_proc_exit(1);
}

int main(void) {
  starting = false;
  renew_environment();
  start_python();
  return call("load") && call("run") ? 0 : 1;
}
