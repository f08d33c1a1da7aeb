// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.engine.http.client;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import io.wasmwhisk.engine.http.Destination;
import io.wasmwhisk.engine.http.HttpError;
import io.wasmwhisk.engine.http.HttpException;
import io.wasmwhisk.engine.http.HttpLimits;
import io.wasmwhisk.engine.http.HttpPolicy;
import io.wasmwhisk.engine.limits.memory.MemoryAccount;
import io.wasmwhisk.engine.limits.memory.MemoryBudget;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLSocketFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class HttpSessionTest {
  private static final HttpLimits LIMITS = HttpLimits.DEFAULTS;
  private static final long PLENTY = 1 << 20;
  private static final byte[] NOTHING = {};

  /** Names of these tests; everything else is what a literal says. */
  private static final Map<String, List<String>> NAMES =
      Map.of(
          "service.test", List.of("127.0.0.1"),
          "inside.test", List.of("10.0.0.1"),
          "metadata.test", List.of("169.254.169.254"),
          "mixed.test", List.of("10.0.0.1", "127.0.0.1"));

  private final MemoryAccount account = new MemoryBudget(1L << 30).open("owner", 1L << 30);
  private final List<String> asked = Collections.synchronizedList(new ArrayList<>());
  private final List<HttpTransport> transports = new ArrayList<>();
  private final List<String> seen = Collections.synchronizedList(new ArrayList<>());
  private LocalServer server;

  @BeforeEach
  void start() throws IOException {
    server = LocalServer.start(this::serve);
  }

  @AfterEach
  void stop() {
    server.close();
    transports.forEach(HttpTransport::close);
  }

  /** Paths say what is answered: {@code /bytes/10}, {@code /to/STATUS?URL}, {@code /loop/N}. */
  private void serve(HttpExchange exchange) throws IOException {
    byte[] body = exchange.getRequestBody().readAllBytes();
    var headers = exchange.getRequestHeaders();
    seen.add(
        "%s %s host=%s auth=%s x=%s length=%s body=%s"
            .formatted(
                exchange.getRequestMethod(),
                exchange.getRequestURI().getPath(),
                headers.getFirst("Host"),
                headers.getFirst("Authorization"),
                headers.getFirst("X-Own"),
                headers.getFirst("Content-Length"),
                new String(body, UTF_8)));
    String[] path = exchange.getRequestURI().getPath().split("/", -1);
    switch (path[1]) {
      case "bytes" -> LocalServer.answer(exchange, 200, new byte[Integer.parseInt(path[2])]);
      case "chunks" -> {
        exchange.sendResponseHeaders(200, 0);
        exchange.getResponseBody().write(new byte[Integer.parseInt(path[2])]);
        exchange.close();
      }
      case "to" -> {
        exchange.getResponseHeaders().add("Location", exchange.getRequestURI().getQuery());
        LocalServer.answer(exchange, Integer.parseInt(path[2]), "moved".getBytes(UTF_8));
      }
      case "loop" -> {
        int left = Integer.parseInt(path[2]);
        if (left > 0) {
          exchange.getResponseHeaders().add("Location", "/loop/" + (left - 1));
        }
        LocalServer.answer(exchange, left > 0 ? 302 : 200, "end".getBytes(UTF_8));
      }
      default -> {
        exchange.getResponseHeaders().add("X-Answer", "yes");
        LocalServer.answer(exchange, 201, ("hello " + path[1]).getBytes(UTF_8));
      }
    }
  }

  private InetAddress[] resolve(String host) throws java.net.UnknownHostException {
    asked.add(host);
    List<String> literals = NAMES.getOrDefault(host, List.of(host));
    InetAddress[] addresses = new InetAddress[literals.size()];
    for (int i = 0; i < addresses.length; i++) {
      addresses[i] = InetAddress.getByName(literals.get(i));
    }
    return addresses;
  }

  private HttpSession session(HttpLimits limits, String... rules) {
    return session(LocalServer.policy(limits, rules), this::resolve, 100);
  }

  private HttpSession session(HttpPolicy policy, Resolver resolver, int concurrent) {
    HttpTransport transport =
        new HttpTransport(concurrent, resolver, (SSLSocketFactory) SSLSocketFactory.getDefault());
    transports.add(transport);
    return new HttpSession(new HttpAccess(transport, "owner", policy), account, Turn.Wait::await);
  }

  private static Request get(String url, Header... headers) throws HttpException {
    return new Request("GET", Destination.parse(url), List.of(headers), NOTHING);
  }

  private static Request post(String url, String body, Header... headers) throws HttpException {
    return new Request("POST", Destination.parse(url), List.of(headers), body.getBytes(UTF_8));
  }

  private static void assertRefused(HttpSession session, Request request, HttpError error) {
    assertThatThrownBy(() -> session.send(request, PLENTY))
        .isInstanceOfSatisfying(HttpException.class, e -> assertThat(e.error()).isEqualTo(error));
  }

  @Test
  void aRequestIsAnswered() throws Exception {
    Response response =
        session(LIMITS, "service.test:*").send(get(server.url("service.test", "/x?q=1")), PLENTY);

    assertThat(response.status()).isEqualTo(201);
    assertThat(response.header("x-answer")).hasValue("yes");
    assertThat(response.body()).asString(UTF_8).isEqualTo("hello x");
    assertThat(response).hasToString("status 201");
    assertThat(seen)
        .containsExactly(
            "GET /x host=service.test:%d auth=null x=null length=null body="
                .formatted(server.port()));
    assertThat(asked).containsExactly("service.test");
  }

  @Test
  void aBodyAndHeadersAreSent() throws Exception {
    Request request =
        post(
            server.url("service.test", "/x"),
            "ü",
            new Header("authorization", "Bearer t"),
            new Header("x-own", "a b"),
            new Header("content-length", "2"));
    session(LIMITS, "service.test:*").send(request, PLENTY);

    assertThat(seen)
        .containsExactly(
            "POST /x host=service.test:%d auth=Bearer t x=a b length=2 body=ü"
                .formatted(server.port()));
    assertThat(request).hasToString("POST http://service.test:" + server.port());
    assertThat(request.headers()).hasToString("[authorization, x-own, content-length]");
  }

  @Test
  void aHeadRequestHasNoBody() throws Exception {
    try (LocalServer head =
        LocalServer.start(
            exchange -> {
              exchange.getResponseHeaders().add("Content-Length", "5");
              exchange.sendResponseHeaders(200, -1);
              exchange.close();
            })) {
      Request request =
          new Request("HEAD", Destination.parse(head.url("127.0.0.1", "/")), List.of(), NOTHING);

      assertThat(session(LIMITS, "*:*").send(request, PLENTY).body()).isEmpty();
    }
  }

  @Test
  void aHostThatNoRuleMeans() throws Exception {
    assertRefused(
        session(LIMITS, "other.test:*"),
        get(server.url("service.test", "/")),
        HttpError.DESTINATION_NOT_ALLOWED);
    assertThat(asked).isEmpty();
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
        session(LIMITS, "*:*"), get("http://" + host + "/"), HttpError.DESTINATION_NOT_ALLOWED);
  }

  @Test
  void ofSeveralAddressesOnlyAllowedOnesAreTried() throws Exception {
    assertThat(session(LIMITS, "*:*").send(get(server.url("mixed.test", "/x")), PLENTY).status())
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
    HttpSession session = session(LocalServer.policy(LIMITS, "*:*"), rebinding, 100);

    assertThat(session.send(get(server.url("service.test", "/x")), PLENTY).status()).isEqualTo(201);
    assertThat(times).hasValue(1);
    assertRefused(
        session, get(server.url("service.test", "/x")), HttpError.DESTINATION_NOT_ALLOWED);
  }

  @ParameterizedTest
  @CsvSource({
    "301,GET,null,",
    "302,GET,null,",
    "303,GET,null,",
    "307,POST,4,body",
    "308,POST,4,body"
  })
  void aRedirectAsBrowsersFollowIt(int status, String method, String length, String body)
      throws Exception {
    String url = server.url("service.test", "/to/" + status + "?/next");
    Response response =
        session(LIMITS, "*:*")
            .send(
                post(url, "body", new Header("authorization", "A"), new Header("x-own", "X")),
                PLENTY);

    assertThat(response.body()).asString(UTF_8).isEqualTo("hello next");
    assertThat(seen.get(1))
        .isEqualTo(
            "%s /next host=service.test:%d auth=A x=X length=%s body=%s"
                .formatted(method, server.port(), length, body == null ? "" : body));
  }

  @Test
  void credentialsDoNotFollowToAnotherHost() throws Exception {
    String elsewhere = server.url("127.0.0.1", "/next");
    session(LIMITS, "*:*")
        .send(
            get(
                server.url("service.test", "/to/302?" + elsewhere),
                new Header("authorization", "A"),
                new Header("x-own", "X")),
            PLENTY);

    assertThat(seen.get(1)).startsWith("GET /next host=127.0.0.1:").contains("auth=null x=X");
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://other.test/", "http://inside.test/", "http://169.254.169.254/"})
  void aRedirectToWhatIsNotAllowed(String location) throws Exception {
    assertRefused(
        session(LIMITS, "service.test:*", "inside.test", "169.254.169.254"),
        get(server.url("service.test", "/to/302?" + location)),
        HttpError.DESTINATION_NOT_ALLOWED);
    assertThat(seen).hasSize(1);
  }

  @Test
  void aRedirectMustBeAllowedWithItsMethod() throws Exception {
    assertRefused(
        session(LIMITS, "POST service.test:*"),
        post(server.url("service.test", "/to/303?/next"), "body"),
        HttpError.DESTINATION_NOT_ALLOWED);
  }

  @ParameterizedTest
  @ValueSource(strings = {"file:///etc/passwd", "http://user:secret@service.test/", "gopher://x"})
  void aRedirectToNoUrl(String location) throws Exception {
    assertRefused(
        session(LIMITS, "*:*"),
        get(server.url("service.test", "/to/302?" + location)),
        HttpError.INVALID_URL);
  }

  @Test
  void redirectsAtTheirLimitAndOnePast() throws Exception {
    HttpLimits limits = new HttpLimits(0, PLENTY, Duration.ofSeconds(30), 9, 1, 3, 1);

    assertThat(
            session(limits, "*:*")
                .send(get(server.url("service.test", "/loop/3")), PLENTY)
                .status())
        .isEqualTo(200);
    assertRefused(
        session(limits, "*:*"),
        get(server.url("service.test", "/loop/4")),
        HttpError.REQUEST_ERROR);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/bytes/", "/chunks/"})
  void aResponseAtItsLimitAndOnePast(String path) throws Exception {
    HttpSession session = session(LIMITS, "*:*");
    Response response = session.send(get(server.url("service.test", path + 1000)), PLENTY);
    long exactly = response.length();

    assertThat(response.body()).hasSize(1000);
    assertThat(session.send(get(server.url("service.test", path + 1000)), exactly).length())
        .isEqualTo(exactly);
    assertThatThrownBy(
            () -> session.send(get(server.url("service.test", path + 1000)), exactly - 1))
        .hasMessage("REQUEST_ERROR");
  }

  @Test
  void aRequestAtItsLimitAndOnePast() throws Exception {
    HttpLimits limits = new HttpLimits(10, PLENTY, Duration.ofSeconds(30), 9, 1, 3, 1);
    String url = server.url("service.test", "/x");

    assertThat(
            session(limits, "*:*")
                .send(post(url, "12345", new Header("x-own", "")), PLENTY)
                .status())
        .isEqualTo(201);
    assertRefused(
        session(limits, "*:*"),
        post(url, "123456", new Header("x-own", "")),
        HttpError.REQUEST_ERROR);
  }

  @Test
  void requestsAtTheirLimitAndOnePast() throws Exception {
    HttpLimits limits = new HttpLimits(0, PLENTY, Duration.ofSeconds(30), 2, 1, 0, 1);
    HttpSession session = session(limits, "*:*");
    String url = server.url("service.test", "/x");
    session.send(get(url), PLENTY);
    session.send(get(url), PLENTY);

    assertRefused(session, get(url), HttpError.TOO_MANY_SESSIONS);
    assertThat(seen).hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "host",
        "connection",
        "transfer-encoding",
        "te",
        "upgrade",
        "keep-alive",
        "expect",
        "proxy-authorization",
        "trailer",
        "content-length",
        "",
        "a b",
        "a:b",
        "ü",
        "x\r\ny"
      })
  void aHeaderThatIsNotTheGuests(String name) throws Exception {
    assertRefused(
        session(LIMITS, "*:*"),
        get(server.url("service.test", "/x"), new Header(name, "1")),
        HttpError.INVALID_ENCODING);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a\r\nHost: y", "a\nb", "a\rb", "a\0b", "ü", "a\u007fb"})
  void aValueThatIsMoreThanOneLine(String value) throws Exception {
    assertRefused(
        session(LIMITS, "*:*"),
        get(server.url("service.test", "/x"), new Header("x-own", value)),
        HttpError.INVALID_ENCODING);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "GET /", "G\r\nT", "CONNECT", "connect", "TRACE"})
  void aMethodThatIsNone(String method) throws Exception {
    assertRefused(
        session(LIMITS, "*:*"),
        new Request(method, Destination.parse(server.url("service.test", "/")), List.of(), NOTHING),
        HttpError.INVALID_METHOD);
  }

  @Test
  void aServerThatIsNotThere() throws Exception {
    int port = server.port();
    server.close();
    assertRefused(session(LIMITS, "*:*"), get("http://127.0.0.1:" + port), HttpError.REQUEST_ERROR);
  }

  /** Answers each connection with the same bytes, and then says nothing more. */
  private static CountDownLatch talk(ServerSocket listening, byte[] bytes, CountDownLatch hungUp) {
    CountDownLatch accepted = new CountDownLatch(1);
    new Thread(
            () -> {
              try (Socket socket = listening.accept()) {
                accepted.countDown();
                socket.getOutputStream().write(bytes);
                while (socket.getInputStream().read() >= 0) {}
              } catch (IOException reset) {
                // So it hung up.
              }
              hungUp.countDown();
            })
        .start();
    return accepted;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "HTTP/1.1 200 OK\r\n", "HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n1"})
  void aServerThatHangs(String answer) throws Exception {
    CountDownLatch hungUp = new CountDownLatch(1);
    try (ServerSocket listening = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      talk(listening, answer.getBytes(UTF_8), hungUp);
      HttpLimits limits = new HttpLimits(0, PLENTY, Duration.ofMillis(100), 9, 1, 3, 1);

      assertRefused(
          session(limits, "*:*"),
          get("http://127.0.0.1:" + listening.getLocalPort()),
          HttpError.REQUEST_ERROR);
      assertThat(hungUp.await(30, TimeUnit.SECONDS)).isTrue();
    }
  }

  @Test
  void anActivationThatEndsHangsUp() throws Exception {
    CountDownLatch hungUp = new CountDownLatch(1);
    try (ServerSocket listening = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      CountDownLatch accepted = talk(listening, NOTHING, hungUp);
      HttpSession session = session(LIMITS, "*:*");
      Request request = get("http://127.0.0.1:" + listening.getLocalPort());

      assertThat(waiting(session, request, accepted).get(30, TimeUnit.SECONDS))
          .isEqualTo("interrupted");
      assertThat(hungUp.await(30, TimeUnit.SECONDS)).isTrue();
    }
  }

  @Test
  void aNameServerThatHangsHoldsNobody() throws Exception {
    CountDownLatch answer = new CountDownLatch(1);
    CountDownLatch asking = new CountDownLatch(1);
    Resolver hanging =
        host -> {
          asking.countDown();
          awaitQuietly(answer);
          return resolve(host);
        };
    HttpSession session = session(LocalServer.policy(LIMITS, "*:*"), hanging, 100);

    assertThat(
            waiting(session, get(server.url("service.test", "/")), asking)
                .get(30, TimeUnit.SECONDS))
        .isEqualTo("interrupted");
    answer.countDown();
    assertThat(seen).isEmpty();
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** A request on a thread that is interrupted as soon as it waits. */
  private static FutureTask<String> waiting(
      HttpSession session, Request request, CountDownLatch begun) throws InterruptedException {
    FutureTask<String> task =
        new FutureTask<>(
            () -> {
              try {
                return "status " + session.send(request, PLENTY).status();
              } catch (InterruptedException e) {
                return "interrupted";
              }
            });
    Thread thread = new Thread(task);
    thread.start();
    begun.await();
    while (thread.getState() != Thread.State.TIMED_WAITING
        && thread.getState() != Thread.State.TERMINATED) {
      Thread.onSpinWait();
    }
    thread.interrupt();
    return task;
  }

  @Test
  void requestsUnderWayAtTheirLimitAndOnePast() throws Exception {
    CountDownLatch answer = new CountDownLatch(1);
    CountDownLatch asking = new CountDownLatch(2);
    Resolver hanging =
        host -> {
          asking.countDown();
          awaitQuietly(answer);
          return resolve(host);
        };
    HttpLimits limits = new HttpLimits(0, PLENTY, Duration.ofSeconds(30), 9, 1, 3, 2);
    HttpPolicy policy = LocalServer.policy(limits, "*:*");
    HttpTransport transport =
        new HttpTransport(3, hanging, (SSLSocketFactory) SSLSocketFactory.getDefault());
    transports.add(transport);
    HttpAccess access = new HttpAccess(transport, "owner", policy);
    HttpAccess other = new HttpAccess(transport, "other", policy);
    Request request = get(server.url("service.test", "/x"));
    List<FutureTask<Response>> first = List.of(send(access, request), send(access, request));
    asking.await();

    assertRefused(
        new HttpSession(access, account, Turn.Wait::await), request, HttpError.TOO_MANY_SESSIONS);
    FutureTask<Response> third = send(other, request);
    answer.countDown();
    for (FutureTask<Response> each : first) {
      assertThat(each.get().status()).isEqualTo(201);
    }
    assertThat(third.get().status()).isEqualTo(201);
    assertThat(new HttpSession(access, account, Turn.Wait::await).send(request, PLENTY).status())
        .isEqualTo(201);
  }

  private FutureTask<Response> send(HttpAccess access, Request request) {
    FutureTask<Response> task =
        new FutureTask<>(
            () -> new HttpSession(access, account, Turn.Wait::await).send(request, PLENTY));
    new Thread(task).start();
    return task;
  }

  @Test
  void allRequestsUnderWayAtTheirLimitAndOnePast() throws Exception {
    CountDownLatch answer = new CountDownLatch(1);
    CountDownLatch asking = new CountDownLatch(1);
    Resolver hanging =
        host -> {
          asking.countDown();
          awaitQuietly(answer);
          return resolve(host);
        };
    HttpSession session = session(LocalServer.policy(LIMITS, "*:*"), hanging, 1);
    Request request = get(server.url("service.test", "/x"));
    FutureTask<Response> first = new FutureTask<>(() -> session.send(request, PLENTY));
    new Thread(first).start();
    asking.await();
    HttpAccess other =
        new HttpAccess(transports.get(0), "other", LocalServer.policy(LIMITS, "*:*"));

    assertRefused(
        new HttpSession(other, account, Turn.Wait::await), request, HttpError.TOO_MANY_SESSIONS);
    answer.countDown();
    assertThat(first.get().status()).isEqualTo(201);
  }
}
