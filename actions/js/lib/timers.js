// SPDX-License-Identifier: Apache-2.0
//
// setTimeout, setInterval, setImmediate. A timer that waits makes the activation sleep, within its deadline.
(function (host, part) {
  'use strict';
  const MOST_MILLIS = 2 ** 31 - 1;

  /** Those that are due first come first; immediates are due at once, behind those that are. */
  const waiting = [];
  const byId = new Map();
  let lastId = 0;

  const now = () => Number(host.now()) / 1e6;

  class Timeout {
    constructor(callback, millis, values, repeats) {
      if (typeof callback !== 'function') {
        const error = new TypeError('The "callback" argument must be of type function. Received ' + typeof callback);
        error.code = 'ERR_INVALID_ARG_TYPE';
        throw error;
      }
      Object.defineProperties(this, {
        id: { value: ++lastId },
        callback: { value: callback },
        millis: { value: millis },
        values: { value: values },
        repeats: { value: repeats },
        due: { value: 0, writable: true },
      });
      byId.set(this.id, this);
      this.refresh();
    }

    refresh() {
      remove(this);
      this.due = now() + this.millis;
      let at = waiting.length;
      while (at > 0 && waiting[at - 1].due > this.due) {
        at--;
      }
      waiting.splice(at, 0, this);
      return this;
    }

    ref() {
      return this;
    }

    unref() {
      return this;
    }

    hasRef() {
      return true;
    }

    close() {
      clear(this);
      return this;
    }

    [Symbol.toPrimitive]() {
      return this.id;
    }
  }

  function remove(timer) {
    const at = waiting.indexOf(timer);
    if (at >= 0) {
      waiting.splice(at, 1);
    }
  }

  function clear(timer) {
    const found = timer instanceof Timeout ? timer : byId.get(Number(timer));
    if (found !== undefined) {
      byId.delete(found.id);
      remove(found);
    }
  }

  function delay(millis) {
    const number = Number(millis);
    return number >= 1 && number <= MOST_MILLIS ? Math.trunc(number) : 1;
  }

  const timers = {
    setTimeout: (callback, millis, ...values) => new Timeout(callback, delay(millis), values, false),
    setInterval: (callback, millis, ...values) => new Timeout(callback, delay(millis), values, true),
    setImmediate: (callback, ...values) => new Timeout(callback, 0, values, false),
    clearTimeout: clear,
    clearInterval: clear,
    clearImmediate: clear,
  };

  const self = {
    timers,

    /** What is done with an exception that a timer's function throws. */
    onError(error) {
      throw error;
    },

    /** Waits for the next timer and calls its function; false when there is none. */
    runNext() {
      const timer = waiting.shift();
      if (timer === undefined) {
        return false;
      }
      const millis = timer.due - now();
      if (millis > 0) {
        host.sleep(millis);
      }
      if (timer.repeats) {
        timer.refresh();
      } else {
        byId.delete(timer.id);
      }
      try {
        timer.callback(...timer.values);
      } catch (error) {
        self.onError(error);
      }
      return true;
    },
  };
  return self;
})
