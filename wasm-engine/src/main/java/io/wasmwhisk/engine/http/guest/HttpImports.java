// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.engine.http.guest;

import io.wasmwhisk.engine.http.HttpError;
import io.wasmwhisk.engine.http.HttpException;
import io.wasmwhisk.engine.http.client.HttpAccess;
import io.wasmwhisk.engine.http.client.Turn;
import io.wasmwhisk.engine.limits.memory.MemoryAccount;
import io.wasmwhisk.engine.runtime.GuestMemory;
import io.wasmwhisk.engine.runtime.HostFunction;
import io.wasmwhisk.engine.runtime.Imports;
import io.wasmwhisk.engine.runtime.MemoryAccessException;
import io.wasmwhisk.engine.runtime.ValueType;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The functions that a guest may import for HTTP, for one activation. Without a capability they are
 * there too, so that the module starts, and each request is answered "destination not allowed".
 */
public final class HttpImports implements Imports {
  /** The module of {@code wasi-experimental-http}. */
  public static final String MODULE = "wasi_experimental_http";

  /** The module of WoW. */
  public static final String WOW_MODULE = "http";

  /** Parameters, all i32, and the work; each has one i32 as its result. */
  private record Definition(int parameters, Call call) {}

  @FunctionalInterface
  private interface Call {
    HttpError call(GuestHttp http, GuestMemory memory, long[] arguments)
        throws HttpException, InterruptedException;
  }

  private static final Map<String, Definition> DEFINITIONS =
      Map.of(
          "req", new Definition(10, GuestHttp::request),
          "close", new Definition(1, GuestHttp::close),
          "header_get", new Definition(6, GuestHttp::headerGet),
          "headers_get_all", new Definition(4, GuestHttp::headersGetAll),
          "body_read", new Definition(4, GuestHttp::bodyRead));

  private static final String WOW_GET = "get";

  private final GuestHttp http;

  /**
   * @param access what the activation may reach; empty for nothing
   * @param account the activation's
   * @param turn left to others while a request is under way
   */
  public HttpImports(Optional<HttpAccess> access, MemoryAccount account, Turn turn) {
    http = new GuestHttp(access, account, turn);
  }

  /**
   * The type of a function as the core specification writes it, {@code (i32) -> (i32)} for
   * instance; empty when there is no such function.
   */
  public static Optional<String> type(String module, String name) {
    return parameters(module, name)
        .map(count -> "(" + String.join(", ", Collections.nCopies(count, "i32")) + ") -> (i32)");
  }

  private static Optional<Integer> parameters(String module, String name) {
    if (module.equals(WOW_MODULE) && name.equals(WOW_GET)) {
      return Optional.of(0);
    }
    return module.equals(MODULE)
        ? Optional.ofNullable(DEFINITIONS.get(name)).map(Definition::parameters)
        : Optional.empty();
  }

  @Override
  public @Nullable HostFunction find(String module, String name) {
    return parameters(module, name).map(count -> function(module, name, count)).orElse(null);
  }

  private HostFunction function(String module, String name, int parameters) {
    Definition definition = DEFINITIONS.get(name);
    return new HostFunction(
        module,
        name,
        Collections.nCopies(parameters, ValueType.I32),
        List.of(ValueType.I32),
        definition == null
            ? (memory, arguments) -> http.wowGet()
            : (memory, arguments) -> call(definition.call(), memory, arguments));
  }

  private long call(Call call, GuestMemory memory, long[] arguments) throws InterruptedException {
    try {
      return call.call(http, memory, arguments).code();
    } catch (HttpException e) {
      return e.error().code();
    } catch (MemoryAccessException e) {
      return HttpError.MEMORY_ACCESS_ERROR.code();
    }
  }
}
