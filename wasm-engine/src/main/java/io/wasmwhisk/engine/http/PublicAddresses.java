// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.engine.http;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * Which addresses are on the public Internet: all of IPv4 and of IPv6's global unicast, less the
 * special purpose registries of IANA (RFC 6890 and its updates).
 */
final class PublicAddresses {
  private static final List<AddressRange> SPECIAL =
      ranges(
          "0.0.0.0/8", // this network; 0.0.0.0 connects to this host
          "10.0.0.0/8", // private
          "100.64.0.0/10", // carrier-grade NAT
          "127.0.0.0/8", // loopback
          "169.254.0.0/16", // link-local; clouds serve their metadata at 169.254.169.254
          "172.16.0.0/12", // private
          "192.0.0.0/24", // protocol assignments
          "192.0.2.0/24", // documentation
          "192.88.99.0/24", // 6to4 relays
          "192.168.0.0/16", // private
          "198.18.0.0/15", // benchmarks
          "198.51.100.0/24", // documentation
          "203.0.113.0/24", // documentation
          "224.0.0.0/4", // multicast
          "240.0.0.0/4", // reserved, broadcast
          "2001::/23", // protocol assignments, Teredo among them
          "2001:db8::/32", // documentation
          "2002::/16", // 6to4: IPv4 addresses inside
          "3fff::/20"); // documentation

  /** Loopback, unspecified, IPv4-compatible, unique local, link-local, multicast are outside. */
  private static final List<AddressRange> GLOBAL = ranges("0.0.0.0/0", "2000::/3");

  /** NAT64 (RFC 6052): the last four bytes are the IPv4 address that is reached. */
  private static final AddressRange NAT64 = AddressRange.parse("64:ff9b::/96");

  private static final int NAT64_PREFIX = 12;

  private PublicAddresses() {}

  private static List<AddressRange> ranges(String... texts) {
    return Stream.of(texts).map(AddressRange::parse).toList();
  }

  static boolean contain(InetAddress address) {
    if (NAT64.contains(address)) {
      return contain(embedded(address));
    }
    return GLOBAL.stream().anyMatch(range -> range.contains(address))
        && SPECIAL.stream().noneMatch(range -> range.contains(address));
  }

  private static InetAddress embedded(InetAddress address) {
    byte[] bytes = address.getAddress();
    try {
      return InetAddress.getByAddress(Arrays.copyOfRange(bytes, NAT64_PREFIX, bytes.length));
    } catch (UnknownHostException e) {
      throw new IllegalStateException("four bytes are an address", e);
    }
  }
}
