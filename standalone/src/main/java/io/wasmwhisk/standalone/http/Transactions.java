// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.standalone.http;

import akka.http.javadsl.model.HttpHeader;
import akka.http.javadsl.model.HttpRequest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.regex.Pattern;
import org.apache.openwhisk.common.TransactionMetadata;
import scala.Option;

/**
 * The transaction ids of requests: the client's own by {@code X-Request-ID}, else 32 random letters
 * and digits.
 */
public final class Transactions {
  private static final String HEADER = "X-Request-ID";
  private static final int LENGTH = 32;
  private static final String ALPHABET =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

  // It goes into every log line, so it must not bring its own.
  private static final Pattern ACCEPTED = Pattern.compile("(?!sid_)[\\w.:=+/@-]{1,128}");

  private final Clock clock;
  private final SecureRandom random = new SecureRandom();

  public Transactions(Clock clock) {
    this.clock = clock;
  }

  public TransactionMetadata of(HttpRequest request) {
    String id =
        request
            .getHeader(HEADER)
            .map(HttpHeader::value)
            .filter(value -> ACCEPTED.matcher(value).matches())
            .orElseGet(this::generate);
    return new TransactionMetadata(
        id, clock.instant().truncatedTo(ChronoUnit.MILLIS), false, Option.empty());
  }

  private String generate() {
    byte[] bits = new byte[LENGTH];
    random.nextBytes(bits); // at once: each time it is asked costs
    StringBuilder id = new StringBuilder(LENGTH);
    for (byte each : bits) {
      id.append(ALPHABET.charAt(Byte.toUnsignedInt(each) % ALPHABET.length()));
    }
    return id.toString();
  }
}
