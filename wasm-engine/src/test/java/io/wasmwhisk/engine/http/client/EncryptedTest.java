// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.engine.http.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import io.wasmwhisk.engine.http.Destination;
import io.wasmwhisk.engine.http.HttpLimits;
import io.wasmwhisk.engine.limits.memory.MemoryBudget;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A server with a certificate for {@code service.test}, made for the test by the JDK's keytool. */
@Timeout(60)
class EncryptedTest {
  private static final char[] PASSWORD = "changeit".toCharArray();

  @TempDir private static Path directory = Path.of("");

  private static SSLContext context;
  private static HttpsServer server;

  @BeforeAll
  static void start() throws Exception {
    Path store = directory.resolve("store.p12");
    Process keytool =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                "a",
                "-keyalg",
                "EC",
                "-dname",
                "CN=service.test",
                "-ext",
                "san=dns:service.test",
                "-storetype",
                "PKCS12",
                "-storepass",
                "changeit",
                "-keystore",
                store.toString())
            .inheritIO()
            .start();
    assertThat(keytool.waitFor()).isZero();
    context = context(store);
    server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setHttpsConfigurator(new HttpsConfigurator(context));
    server.createContext("/", exchange -> LocalServer.answer(exchange, 200, new byte[] {'o', 'k'}));
    server.start();
  }

  private static SSLContext context(Path store) throws Exception {
    KeyStore keys = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(store)) {
      keys.load(in, PASSWORD);
    }
    KeyStore trusted = KeyStore.getInstance("PKCS12");
    trusted.load(null, null);
    trusted.setCertificateEntry("a", keys.getCertificate("a"));
    KeyManagerFactory own = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    own.init(keys, PASSWORD);
    TrustManagerFactory others =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    others.init(trusted);
    SSLContext made = SSLContext.getInstance("TLS");
    made.init(own.getKeyManagers(), others.getTrustManagers(), null);
    return made;
  }

  @AfterAll
  static void stop() {
    server.stop(0);
  }

  private static Response get(String host, SSLSocketFactory tls) throws Exception {
    Resolver loopback = name -> new InetAddress[] {InetAddress.getLoopbackAddress()};
    try (HttpTransport transport = new HttpTransport(1, loopback, tls)) {
      HttpAccess access =
          new HttpAccess(transport, "owner", LocalServer.policy(HttpLimits.DEFAULTS, "*:*"));
      Destination destination =
          Destination.parse("https://" + host + ":" + server.getAddress().getPort());
      return new HttpSession(
              access, new MemoryBudget(1L << 30).open("owner", 1L << 30), Turn.Wait::await)
          .send(new Request("GET", destination, List.of(), new byte[0]), 1 << 20);
    }
  }

  @Test
  void theNameOfTheCertificate() throws Exception {
    assertThat(get("service.test", context.getSocketFactory()).body()).asString().isEqualTo("ok");
  }

  @Test
  void anotherName() {
    assertThatThrownBy(() -> get("other.test", context.getSocketFactory()))
        .hasMessage("REQUEST_ERROR");
    assertThatThrownBy(() -> get("127.0.0.1", context.getSocketFactory()))
        .hasMessage("REQUEST_ERROR");
  }

  @Test
  void aCertificateThatNobodyTrusts() {
    assertThatThrownBy(() -> get("service.test", (SSLSocketFactory) SSLSocketFactory.getDefault()))
        .hasMessage("REQUEST_ERROR");
  }
}
