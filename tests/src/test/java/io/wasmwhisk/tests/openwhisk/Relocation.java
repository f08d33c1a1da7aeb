// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.tests.openwhisk;

import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.commons.ClassRemapper;
import org.objectweb.asm.commons.Remapper;

/**
 * Makes a class that was compiled against Akka one for Pekko, which has the same names elsewhere.
 */
final class Relocation {
  private static final String AKKA = "akka/";
  private static final String PEKKO = "org/apache/pekko/";

  private Relocation() {}

  /** The same class, referring to Pekko. */
  static byte[] toPekko(byte[] bytes) {
    ClassWriter writer = new ClassWriter(0);
    new ClassReader(bytes).accept(new ClassRemapper(writer, new Names()), 0);
    return writer.toByteArray();
  }

  private static final class Names extends Remapper {
    @Override
    public String map(String name) {
      return name.startsWith(AKKA) ? PEKKO + name.substring(AKKA.length()) : name;
    }
  }
}
