// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.invoker.capability;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.typesafe.config.ConfigFactory;
import io.wasmwhisk.engine.Capabilities;
import io.wasmwhisk.engine.DirectoryGrant;
import io.wasmwhisk.engine.http.Destination;
import io.wasmwhisk.engine.http.HttpPolicy;
import io.wasmwhisk.invoker.WasmSettings;
import io.wasmwhisk.invoker.capability.manifest.ManifestReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CapabilityGrantsTest {
  private static final String GUEST = "whisk.wasm.capabilities.namespaces.guest";

  @TempDir private Path host = Path.of("");

  @BeforeEach
  void directories() throws Exception {
    Files.createDirectories(host.resolve("shared/inner"));
    Files.createDirectory(host.resolve("data"));
    Files.createDirectory(host.resolve("secret"));
    Files.createSymbolicLink(host.resolve("shared/out"), host.resolve("secret"));
  }

  private CapabilityGrants grants() {
    return new CapabilityGrants(
        WasmSettings.from(
                ConfigFactory.parseString(
                    """
                    whisk.wasm.capabilities {
                      default.http.allow = ["*.default.org"]
                      default.environment.COMMON = one
                      default.directories.gone.path = "%1$s/gone"
                      namespaces.guest {
                        directories.data { path = "%1$s/data", guest = "/data" }
                        directories.shared { path = "%1$s/shared", mode = rw }
                        environment.TOKEN = hidden
                        http { allow = ["https://api.example.com"], get = "https://api.example.com/?k=hidden" }
                      }
                      namespaces.other { http.allow = [], environment.COMMON = null }
                    }
                    """
                        .formatted(host)))
            .capabilities());
  }

  private Granted grant(String namespace, String manifest, Map<String, String> annotations)
      throws Exception {
    return grants()
        .grant(namespace, Optional.of(ManifestReader.read(manifest.getBytes(UTF_8))), annotations);
  }

  private Granted grant(String namespace, String manifest) throws Exception {
    return grant(namespace, manifest, Map.of());
  }

  @Test
  void nothingIsGrantedToWhoAsksForNothing() throws Exception {
    Granted nothing = new Granted(Capabilities.NONE, Map.of());

    assertThat(grant("guest", "{}")).isEqualTo(nothing);
    assertThat(grants().grant("guest", Optional.empty(), Map.of())).isEqualTo(nothing);
  }

  @Test
  void whatIsAskedForAndAllowed() throws Exception {
    Granted granted =
        grant(
            "guest",
            """
            {"directories": [{"directory": "data", "guest": "/data/in"},
                             {"directory": "%1$s/shared/inner", "guest": "/w", "mode": "rw"}],
             "environment": ["TOKEN", "COMMON"],
             "http": {"allow": ["GET https://api.example.com"]}}
            """
                .formatted(host));

    assertThat(granted.capabilities().directories())
        .containsExactly(
            new DirectoryGrant("/data/in", host.resolve("data"), "", false),
            new DirectoryGrant("/w", host.resolve("shared"), "inner", true));
    assertThat(granted.environment()).isEqualTo(Map.of("TOKEN", "hidden", "COMMON", "one"));
    HttpPolicy http = granted.capabilities().http().orElseThrow().policy();
    assertThat(http.allows("GET", Destination.parse("https://api.example.com/x"))).isTrue();
    assertThat(http.allows("POST", Destination.parse("https://api.example.com/x"))).isFalse();
    assertThat(http.wowUrl()).hasValue("https://api.example.com/?k=hidden");
  }

  @Test
  void everythingThatIsNotAllowedIsNamed() {
    assertThatThrownBy(
            () ->
                grant(
                    "guest",
                    """
                    {"directories": [{"directory": "nope"},
                                     {"directory": "data", "mode": "rw"},
                                     {"directory": "data", "guest": "/dat"},
                                     {"directory": "/etc"},
                                     {"directory": "gone"}],
                     "environment": ["PATH"],
                     "http": {"allow": ["api.example.com", "*"]}}
                    """))
        .hasMessage(
            ("The action asks for what the operator does not allow the namespace \"guest\":"
                    + " the directory nope ro as /nope (allowed: data, gone, shared; GUEST.directories);"
                    + " the directory data rw as /data (allowed: ro; GUEST.directories.data.mode);"
                    + " the directory data ro as /dat (allowed: at or below /data; GUEST.directories.data.guest);"
                    + " the directory /etc ro as /etc (allowed: data, gone, shared; GUEST.directories);"
                    + " the directory gone ro as /gone (it cannot be opened on this invoker: it does not exist; GUEST.directories.gone.path);"
                    + " the variable PATH (allowed: COMMON, TOKEN; GUEST.environment);"
                    + " http api.example.com (allowed: https://api.example.com; GUEST.http.allow);"
                    + " http * (allowed: https://api.example.com; GUEST.http.allow)."
                    + " Have it allowed, or do not ask for it in wasmwhisk.json.")
                .replace("GUEST", GUEST));
  }

  @Test
  void theUrlOfWowMustBeAskedForToo() {
    assertThatThrownBy(
            () ->
                grant(
                    "guest",
                    "{\"http\":{\"allow\":[\"https://api.example.com\"],\"get\":\"https://b.org\"}}"))
        .hasMessageContaining(
            "\"guest\": http.get (allowed: https://api.example.com; "
                + GUEST
                + ".http.allow, and http.allow of wasmwhisk.json).");
  }

  @Test
  void aNamespaceTakesFromTheDefaultWhatItDoesNotSay() throws Exception {
    assertThat(grant("anybody", "{\"http\":{\"allow\":[\"a.default.org\"]}}").capabilities().http())
        .isPresent();
    assertThatThrownBy(() -> grant("guest", "{\"http\":{\"allow\":[\"a.default.org\"]}}"))
        .hasMessageContaining("http a.default.org (allowed: https://api.example.com;");
    assertThatThrownBy(
            () ->
                grant(
                    "other",
                    "{\"http\":{\"allow\":[\"a.default.org\"]},\"environment\":[\"COMMON\"]}"))
        .hasMessageContaining("the variable COMMON (allowed: nothing;")
        .hasMessageContaining("http a.default.org (allowed: nothing;");
  }

  @Test
  void aSymbolicLinkLeadsNowhere() {
    assertThatThrownBy(
            () ->
                grant(
                    "guest",
                    "{\"directories\":[{\"directory\":\"%s/shared/out\"}]}".formatted(host)))
        .hasMessageContaining(
            "(it cannot be opened on this invoker: the path leaves the directory that it starts from;");
  }

  @Test
  void wowAsksByAnnotations() throws Exception {
    String inner = host.resolve("shared/inner").toString();
    Granted granted =
        grants()
            .grant(
                "guest",
                Optional.empty(),
                Map.of("dir", "\"" + inner + "/\"", "net_access", "true"));

    assertThat(granted.capabilities().directories())
        .containsExactly(new DirectoryGrant(inner, host.resolve("shared"), "inner", true));
    assertThat(
            granted
                .capabilities()
                .http()
                .orElseThrow()
                .policy()
                .allows("PUT", Destination.parse("https://api.example.com")))
        .isTrue();
  }

  @Test
  void wowsAnnotationsAreUnderTheSamePolicy() {
    assertThatThrownBy(
            () ->
                grants()
                    .grant(
                        "other", Optional.empty(), Map.of("dir", "\"/etc\"", "net_access", "true")))
        .hasMessageContaining(
            "http, by the annotation net_access (allowed: nothing; whisk.wasm.capabilities.namespaces.other.http.allow); the directory /etc rw as /etc (allowed: gone;");
    assertThatThrownBy(
            () -> grants().grant("guest", Optional.empty(), Map.of("dir", "\"relative\"")))
        .hasMessage(
            "annotation dir: it is \"relative\", expected an absolute path below / without . and ...");
    assertThatThrownBy(
            () -> grants().grant("guest", Optional.empty(), Map.of("net_access", "\"yes\"")))
        .hasMessage("annotation net_access: it is a string, expected true or false.");
  }

  @Test
  void annotationsNarrow() throws Exception {
    String manifest =
        """
        {"directories": [{"directory": "data"}, {"directory": "shared", "mode": "rw"}],
         "environment": ["TOKEN", "COMMON"],
         "http": {"allow": ["https://api.example.com"]}}
        """;
    Granted granted =
        grant(
            "guest",
            manifest,
            Map.of(
                "wasm-capabilities",
                """
                {"directories": [{"directory": "shared"}], "environment": ["TOKEN", "PATH"],
                 "http": {"allow": ["GET *"]}}
                """));

    assertThat(granted.capabilities().directories())
        .containsExactly(new DirectoryGrant("/shared", host.resolve("shared"), "", false));
    assertThat(granted.environment()).containsOnlyKeys("TOKEN");
    HttpPolicy http = granted.capabilities().http().orElseThrow().policy();
    assertThat(http.allows("GET", Destination.parse("https://api.example.com"))).isTrue();
    assertThat(http.allows("PUT", Destination.parse("https://api.example.com"))).isFalse();
    assertThat(http.allows("GET", Destination.parse("https://x.org"))).isFalse();
    assertThat(grant("guest", manifest, Map.of("net_access", "false")).capabilities().http())
        .isEmpty();
    assertThat(grant("guest", manifest, Map.of("dir", "\"/data\"")).capabilities().directories())
        .extracting(DirectoryGrant::guestPath)
        .containsExactly("/data");
  }

  @Test
  void annotationsNeverAddToAManifest() throws Exception {
    assertThat(grant("guest", "{}", Map.of("dir", "\"" + host + "/shared\"", "net_access", "true")))
        .isEqualTo(new Granted(Capabilities.NONE, Map.of()));
  }

  @Test
  void valuesOfThePolicyAreShownNowhere() throws Exception {
    assertThat(grants()).extracting(Object::toString).asString().doesNotContain("hidden");
    CapabilityPolicies policies =
        WasmSettings.from(
                ConfigFactory.parseString(
                    "whisk.wasm.capabilities.default { environment.TOKEN = hidden, http.get = \"http://x/?hidden\" }"))
            .capabilities();

    assertThat(policies.toString()).contains("TOKEN").doesNotContain("hidden");
    assertThat(grant("guest", "{\"environment\":[\"TOKEN\"]}").toString())
        .contains("TOKEN")
        .doesNotContain("hidden");
    assertThat(grant("guest", "{\"http\":{\"allow\":[\"https://api.example.com\"]}}").toString())
        .doesNotContain("hidden");
  }

  @Test
  void allProblemsOfTheConfigurationAreToldTogether() {
    assertThatThrownBy(
            () ->
                WasmSettings.from(
                    ConfigFactory.parseString(
                        """
                        whisk.wasm.capabilities {
                          extra = 1
                          default {
                            directories { a { path = relative }, b = 1, c { path = "/x", mode = wr, owner = me } }
                            environment { "a b" = hidden, OK = [hidden] }
                            http { allow = ["a/b"], addresses = ["10.0.0.1/8"], redirects = 101, get = "nope" }
                          }
                          namespaces.guest = 7
                        }
                        """)))
        .hasMessageStartingWith("The configuration has 12 problem(s): ")
        .hasMessageContaining(
            "whisk.wasm.capabilities.extra is not a setting; there are default, http-requests, namespaces; ")
        .hasMessageContaining("whisk.wasm.capabilities.namespaces.guest is no object; ")
        .hasMessageContaining(
            "whisk.wasm.capabilities.default.directories.a: path is \"relative\", expected an absolute path without . and ..; ")
        .hasMessageContaining("whisk.wasm.capabilities.default.directories.b is no object; ")
        .hasMessageContaining(
            "whisk.wasm.capabilities.default.directories.c: mode is \"wr\", expected ro or rw")
        .hasMessageContaining(
            "whisk.wasm.capabilities.default.directories.c.owner is not a setting; there are guest, mode, path; ")
        .hasMessageContaining(
            "whisk.wasm.capabilities.default.environment.a b: expected a variable's name")
        .hasMessageContaining("whisk.wasm.capabilities.default.environment.OK: expected a string")
        .hasMessageContaining(
            "whisk.wasm.capabilities.default.http.allow: \"a/b\" is no rule: expected ")
        .hasMessageContaining(
            "whisk.wasm.capabilities.default.http.addresses: \"10.0.0.1/8\" has bits after its prefix of 8 bits")
        .hasMessageContaining(
            "whisk.wasm.capabilities.default.http: redirects of 101 must be from 0 to 100")
        .hasMessageNotContaining("hidden");
  }
}
