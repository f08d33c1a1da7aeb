// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.engine.http;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Addresses that begin alike, in CIDR form: {@code 10.0.0.0/8}, {@code fd00::/8}. */
public final class AddressRange {
  /** Literals only: anything else would be looked up by name. */
  private static final Pattern FORM =
      Pattern.compile("(\\d{1,3}(?:\\.\\d{1,3}){3}|[0-9a-fA-F:.]*:[0-9a-fA-F:.]*)(?:/(\\d{1,3}))?");

  private final byte[] prefix;
  private final int bits;
  private final String text;

  private AddressRange(byte[] prefix, int bits, String text) {
    this.prefix = prefix;
    this.bits = bits;
    this.text = text;
  }

  /**
   * Reads a range, or one address.
   *
   * @throws IllegalArgumentException when the text is none, or has bits after its prefix
   */
  public static AddressRange parse(String text) {
    Matcher form = FORM.matcher(text);
    if (!form.matches()) {
      throw none(text);
    }
    try {
      byte[] address = InetAddress.getByName(form.group(1)).getAddress();
      int all = address.length * Byte.SIZE;
      int bits = form.group(2) == null ? all : Integer.parseInt(form.group(2));
      if (bits > all) {
        throw none(text);
      }
      AddressRange range = new AddressRange(address, bits, text);
      if (!Arrays.equals(address, range.masked(address))) {
        throw new IllegalArgumentException(
            "\"%s\" has bits after its prefix of %d bits".formatted(text, bits));
      }
      return range;
    } catch (UnknownHostException e) {
      throw none(text);
    }
  }

  private static IllegalArgumentException none(String text) {
    return new IllegalArgumentException(
        "\"%s\" is no range of addresses: expected the form 10.0.0.0/8 or fd00::/8"
            .formatted(text));
  }

  /** Whether an address is in the range; an IPv4-mapped IPv6 address is an IPv4 address. */
  boolean contains(InetAddress address) {
    byte[] bytes = address.getAddress();
    return bytes.length == prefix.length && Arrays.equals(prefix, masked(bytes));
  }

  private byte[] masked(byte[] address) {
    byte[] masked = new byte[address.length];
    for (int i = 0; i < masked.length; i++) {
      int left = Math.clamp(bits - (long) i * Byte.SIZE, 0, Byte.SIZE);
      masked[i] = (byte) (address[i] & (0xFF00 >> left));
    }
    return masked;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof AddressRange range
        && bits == range.bits
        && Arrays.equals(prefix, range.prefix);
  }

  @Override
  public int hashCode() {
    return 31 * bits + Arrays.hashCode(prefix);
  }

  @Override
  public String toString() {
    return text;
  }
}
