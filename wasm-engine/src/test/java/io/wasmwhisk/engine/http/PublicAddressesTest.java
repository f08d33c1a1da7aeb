// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.engine.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The addresses on both sides of each range's borders. */
class PublicAddressesTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1.0.0.0",
        "9.255.255.255",
        "11.0.0.0",
        "100.63.255.255",
        "100.128.0.0",
        "126.255.255.255",
        "128.0.0.0",
        "169.253.255.255",
        "169.255.0.0",
        "172.15.255.255",
        "172.32.0.0",
        "192.0.1.0",
        "192.167.255.255",
        "192.169.0.0",
        "198.17.255.255",
        "198.20.0.0",
        "223.255.255.255",
        "8.8.8.8",
        "2001:200::",
        "2606:4700::1111",
        "2003::",
        "3ffe:ffff::1",
        "64:ff9b::808:808"
      })
  void onTheInternet(String address) throws Exception {
    assertThat(PublicAddresses.contain(InetAddress.getByName(address))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0.0.0.0",
        "0.255.255.255",
        "10.0.0.0",
        "10.255.255.255",
        "100.64.0.0",
        "100.127.255.255",
        "127.0.0.1",
        "127.255.255.255",
        "169.254.0.0",
        "169.254.169.254",
        "172.16.0.0",
        "172.31.255.255",
        "192.0.0.0",
        "192.0.0.255",
        "192.0.2.1",
        "192.88.99.1",
        "192.168.0.0",
        "192.168.255.255",
        "198.18.0.0",
        "198.19.255.255",
        "198.51.100.1",
        "203.0.113.1",
        "224.0.0.0",
        "239.255.255.255",
        "240.0.0.0",
        "255.255.255.255",
        // Java reads these as the IPv4 address inside
        "::ffff:127.0.0.1",
        "::ffff:10.1.2.3",
        "::ffff:a9fe:a9fe",
        "::",
        "::1",
        "::127.0.0.1",
        "64:ff9b::7f00:1",
        "64:ff9b::a9fe:a9fe",
        "64:ff9b:1::808:808",
        "100::1",
        "2001::1",
        "2001:1ff:ffff::1",
        "2001:db8::1",
        "2002:7f00:1::",
        "2002:808:808::1",
        "3fff::1",
        "3fff:fff:ffff::1",
        "4000::",
        "5f00::1",
        "fc00::1",
        "fd12::1",
        "fe80::1",
        "fec0::1",
        "ff02::1"
      })
  void elsewhere(String address) throws Exception {
    assertThat(PublicAddresses.contain(InetAddress.getByName(address))).isFalse();
  }

  @Test
  void aRangeAllowsWhatIsNotPublic() throws Exception {
    HttpPolicy policy =
        new HttpPolicy(
            List.of(),
            List.of(AddressRange.parse("10.1.0.0/16"), AddressRange.parse("fd00::/8")),
            HttpLimits.DEFAULTS,
            Optional.empty());

    assertThat(policy.allows(InetAddress.getByName("10.1.255.255"))).isTrue();
    assertThat(policy.allows(InetAddress.getByName("10.2.0.0"))).isFalse();
    assertThat(policy.allows(InetAddress.getByName("fdff::1"))).isTrue();
    assertThat(policy.allows(InetAddress.getByName("fc00::1"))).isFalse();
    assertThat(policy.allows(InetAddress.getByName("8.8.8.8"))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "localhost", "10.0.0.0/33", "10/8", "fd00::/129", "1.2.3.4/", ":::/1"})
  void whatIsNoRange(String text) {
    assertThatThrownBy(() -> AddressRange.parse(text))
        .hasMessage(
            "\"%s\" is no range of addresses: expected the form 10.0.0.0/8 or fd00::/8"
                .formatted(text));
  }

  @Test
  void bitsAfterThePrefix() {
    assertThatThrownBy(() -> AddressRange.parse("10.0.0.1/8"))
        .hasMessage("\"10.0.0.1/8\" has bits after its prefix of 8 bits");
    assertThat(AddressRange.parse("10.0.0.1")).hasToString("10.0.0.1");
  }
}
