// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.engine.http.client;

import java.net.InetAddress;
import java.net.UnknownHostException;

/** Names to addresses. */
@FunctionalInterface
public interface Resolver {
  /** The addresses of a name, best first; of a literal, itself. */
  InetAddress[] resolve(String host) throws UnknownHostException;
}
