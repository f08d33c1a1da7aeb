// SPDX-License-Identifier: Apache-2.0
//
// require('events').
(function () {
  'use strict';

  class EventEmitter {
    static defaultMaxListeners = 10;

    /** Also for objects that inherit without having called the constructor. */
    static #listenersOf(emitter) {
      if (!Object.hasOwn(emitter, '_events')) {
        Object.defineProperty(emitter, '_events', { value: new Map(), writable: true, configurable: true });
      }
      return emitter._events;
    }

    static #put(emitter, name, listener, options) {
      if (typeof listener !== 'function') {
        throw new TypeError('The "listener" argument must be of type function. Received ' + typeof listener);
      }
      const all = EventEmitter.#listenersOf(emitter);
      if (all.has('newListener')) {
        emitter.emit('newListener', name, listener);
      }
      const known = all.get(name) ?? [];
      const entry = { listener, once: options.once };
      all.set(name, options.first ? [entry, ...known] : [...known, entry]);
      return emitter;
    }

    on(name, listener) {
      return EventEmitter.#put(this, name, listener, {});
    }

    addListener(name, listener) {
      return EventEmitter.#put(this, name, listener, {});
    }

    once(name, listener) {
      return EventEmitter.#put(this, name, listener, { once: true });
    }

    prependListener(name, listener) {
      return EventEmitter.#put(this, name, listener, { first: true });
    }

    prependOnceListener(name, listener) {
      return EventEmitter.#put(this, name, listener, { first: true, once: true });
    }

    off(name, listener) {
      return this.removeListener(name, listener);
    }

    removeListener(name, listener) {
      const all = EventEmitter.#listenersOf(this);
      const known = all.get(name) ?? [];
      const at = known.findLastIndex((entry) => entry.listener === listener);
      if (at >= 0) {
        const left = known.toSpliced(at, 1);
        left.length === 0 ? all.delete(name) : all.set(name, left);
        if (all.has('removeListener')) {
          this.emit('removeListener', name, listener);
        }
      }
      return this;
    }

    removeAllListeners(name) {
      const all = EventEmitter.#listenersOf(this);
      name === undefined ? all.clear() : all.delete(name);
      return this;
    }

    emit(name, ...values) {
      const known = EventEmitter.#listenersOf(this).get(name);
      if (known === undefined) {
        if (name === 'error') {
          throw values[0] instanceof Error ? values[0] : new Error('Unhandled error. (' + values[0] + ')');
        }
        return false;
      }
      for (const entry of known) {
        if (entry.once) {
          this.removeListener(name, entry.listener);
        }
        entry.listener.apply(this, values);
      }
      return true;
    }

    listeners(name) {
      return (EventEmitter.#listenersOf(this).get(name) ?? []).map((entry) => entry.listener);
    }

    rawListeners(name) {
      return this.listeners(name);
    }

    listenerCount(name) {
      return this.listeners(name).length;
    }

    eventNames() {
      return [...EventEmitter.#listenersOf(this).keys()];
    }

    setMaxListeners() {
      return this;
    }

    getMaxListeners() {
      return EventEmitter.defaultMaxListeners;
    }
  }

  /** Callable without new, as code before classes calls it: EventEmitter.call(this). */
  const callable = new Proxy(EventEmitter, {
    apply: () => undefined,
  });
  EventEmitter.prototype.constructor = callable;
  EventEmitter.EventEmitter = callable;
  EventEmitter.once = (emitter, name) =>
    new Promise((resolve, reject) => {
      const failed = (error) => {
        emitter.removeListener(name, done);
        reject(error);
      };
      const done = (...values) => {
        emitter.removeListener('error', failed);
        resolve(values);
      };
      emitter.once(name, done);
      if (name !== 'error') {
        emitter.once('error', failed);
      }
    });
  return callable;
})
