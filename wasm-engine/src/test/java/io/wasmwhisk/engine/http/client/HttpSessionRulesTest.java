// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.engine.http.client;

import static io.wasmwhisk.engine.http.client.Sessions.LIMITS;
import static io.wasmwhisk.engine.http.client.Sessions.PLENTY;
import static io.wasmwhisk.engine.http.client.Sessions.assertRefused;
import static io.wasmwhisk.engine.http.client.Sessions.get;
import static org.assertj.core.api.Assertions.assertThat;

import io.wasmwhisk.engine.http.HttpError;
import java.net.InetAddress;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where a request may go: hosts by rule, addresses by what is public. */
@Timeout(60)
class HttpSessionRulesTest {
  @RegisterExtension private final Sessions sessions = new Sessions();

  @Test
  void aHostThatNoRuleMeans() throws Exception {
    assertRefused(
        sessions.open(LIMITS, "other.test:*"),
        get(sessions.url("service.test", "/")),
        HttpError.DESTINATION_NOT_ALLOWED);
    assertThat(sessions.asked()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "inside.test",
        "metadata.test",
        "10.0.0.1",
        "[::1]",
        "[::ffff:10.0.0.1]",
        "0.0.0.0",
        "169.254.169.254",
        "[fe80::1]"
      })
  void anAddressThatIsNotPublic(String host) throws Exception {
    assertRefused(
        sessions.open(LIMITS, "*:*"),
        get("http://" + host + "/"),
        HttpError.DESTINATION_NOT_ALLOWED);
  }

  @Test
  void ofSeveralAddressesOnlyAllowedOnesAreTried() throws Exception {
    assertThat(
            sessions
                .open(LIMITS, "*:*")
                .send(get(sessions.url("mixed.test", "/x")), PLENTY)
                .status())
        .isEqualTo(201);
  }

  /** A name server that answers a public address first and a private one to whoever asks again. */
  @Test
  void aNameIsResolvedOnceForEachConnection() throws Exception {
    AtomicInteger times = new AtomicInteger();
    Resolver rebinding =
        host ->
            new InetAddress[] {
              InetAddress.getByName(times.getAndIncrement() == 0 ? "127.0.0.1" : "10.0.0.1")
            };
    HttpSession session = sessions.open(LocalServer.policy(LIMITS, "*:*"), rebinding);

    assertThat(session.send(get(sessions.url("service.test", "/x")), PLENTY).status())
        .isEqualTo(201);
    assertThat(times).hasValue(1);
    assertRefused(
        session, get(sessions.url("service.test", "/x")), HttpError.DESTINATION_NOT_ALLOWED);
  }
}
