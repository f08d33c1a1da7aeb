// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.engine.endive.compile;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import run.endive.runtime.Instance;
import run.endive.runtime.Machine;

/** Defines the classes of one module, when they are first used; they go with the module. */
public final class GuestLoader extends ClassLoader {
  private final Map<String, byte[]> classes = new ConcurrentHashMap<>();

  /**
   * @param classes class files by name, with slashes or dots
   */
  public GuestLoader(Map<String, byte[]> classes) {
    super("wasm-module", GuestLoader.class.getClassLoader());
    classes.forEach((name, bytes) -> this.classes.put(name.replace('/', '.'), bytes));
  }

  /** Its own classes first: no class of the host can stand in for one of a module. */
  @Override
  protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
    synchronized (getClassLoadingLock(name)) {
      byte[] bytes = classes.remove(name);
      return bytes == null
          ? super.loadClass(name, resolve)
          : defineClass(name, bytes, 0, bytes.length);
    }
  }

  /**
   * Defines them all now.
   *
   * @throws VerifyError when the JVM's verifier refuses one; the message names the method
   */
  void verify() {
    try {
      for (String name : List.copyOf(classes.keySet())) {
        Class.forName(name, true, this);
      }
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException("a class that Endive made is not there", e);
    }
  }

  /** What makes machines of the module's main class. */
  public Function<Instance, Machine> machines(String mainClass) {
    try {
      Constructor<? extends Machine> constructor =
          loadClass(mainClass).asSubclass(Machine.class).getConstructor(Instance.class);
      return instance -> machine(constructor, instance);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("Endive's compiler made no class " + mainClass, e);
    }
  }

  private static Machine machine(Constructor<? extends Machine> constructor, Instance instance) {
    try {
      return constructor.newInstance(instance);
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw new IllegalStateException("a module's machine could not be made", e.getCause());
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("a module's machine could not be made", e);
    }
  }
}
