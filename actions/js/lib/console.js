// SPDX-License-Identifier: Apache-2.0
//
// console, process.stdout and process.stderr: lines of the log.
(function (host, part) {
  'use strict';
  const STDOUT = 1;
  const STDERR = 2;
  const counts = new Map();
  const started = new Map();
  let indentation = '';
  let lineIsOpen = false;

  function write(stream, text) {
    host.write(stream, text);
    if (stream === STDOUT && text.length > 0) {
      const last = text[text.length - 1];
      lineIsOpen = last !== '\n' && last !== 10;
    }
  }

  /** What follows on stdout begins a line. */
  function endLine() {
    if (lineIsOpen) {
      write(STDOUT, '\n');
    }
  }

  function format(values) {
    return values.length === 1 && typeof values[0] === 'string' ? values[0] : part('inspect').format(...values);
  }

  function print(stream, values) {
    let text = format(values);
    if (indentation !== '') {
      text = indentation + text.replaceAll('\n', '\n' + indentation);
    }
    write(stream, text.toWellFormed() + '\n');
  }

  function elapsed(label) {
    const nanos = Number(host.now() - started.get(label));
    return label + ': ' + (nanos / 1e6).toFixed(3) + 'ms';
  }

  const console = {
    log: (...values) => print(STDOUT, values),
    info: (...values) => print(STDOUT, values),
    debug: (...values) => print(STDOUT, values),
    error: (...values) => print(STDERR, values),
    warn: (...values) => print(STDERR, values),
    trace(...values) {
      const trace = { name: 'Trace', message: values.length === 0 ? '' : format(values) };
      Error.captureStackTrace(trace, console.trace);
      print(STDERR, [trace.stack]);
    },
    dir: (value, options) => print(STDOUT, [part('inspect').inspect(value, options)]),
    dirxml: (...values) => print(STDOUT, values),
    table: (value) => print(STDOUT, [value]),
    assert(condition, ...values) {
      if (!condition) {
        print(STDERR, values.length === 0 ? ['Assertion failed'] : ['Assertion failed: ' + format(values)]);
      }
    },
    count(label = 'default') {
      counts.set(label, (counts.get(label) ?? 0) + 1);
      print(STDOUT, [label + ': ' + counts.get(label)]);
    },
    countReset: (label = 'default') => void counts.delete(label),
    time: (label = 'default') => void started.set(label, host.now()),
    timeLog(label = 'default', ...values) {
      if (started.has(label)) {
        print(STDOUT, [elapsed(label), ...values]);
      }
    },
    timeEnd(label = 'default') {
      if (started.has(label)) {
        print(STDOUT, [elapsed(label)]);
        started.delete(label);
      }
    },
    group(...values) {
      if (values.length > 0) {
        print(STDOUT, values);
      }
      indentation += '  ';
    },
    groupEnd: () => void (indentation = indentation.slice(2)),
  };
  console.groupCollapsed = console.group;

  function stream(number) {
    return {
      fd: number,
      isTTY: false,
      writable: true,
      columns: 80,
      write(chunk, encoding, callback) {
        write(number, typeof chunk === 'string' ? chunk.toWellFormed() : chunk);
        const done = typeof encoding === 'function' ? encoding : callback;
        if (done) {
          queueMicrotask(() => done());
        }
        return true;
      },
      end(chunk) {
        if (chunk !== undefined) {
          this.write(chunk);
        }
      },
      on() {
        return this;
      },
      once() {
        return this;
      },
      emit: () => false,
    };
  }

  return { console, endLine, stdout: stream(STDOUT), stderr: stream(STDERR) };
})
