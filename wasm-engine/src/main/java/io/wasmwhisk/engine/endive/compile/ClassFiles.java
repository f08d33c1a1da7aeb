// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.engine.endive.compile;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import run.endive.compiler.internal.CompilerResult;

/**
 * What the compiler made of one module.
 *
 * @param mainClass the name of the class that makes machines
 * @param interpreted indices of the functions that are too large for the JVM
 * @param classes class files by name
 */
public record ClassFiles(String mainClass, Set<Integer> interpreted, Map<String, byte[]> classes) {

  static ClassFiles of(CompilerResult result) {
    return new ClassFiles(
        result.collector().mainClassName(), result.interpretedFunctions(), result.classBytes());
  }

  /** As one value, for {@link #read}. */
  public byte[] write() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeUTF(mainClass);
      out.writeInt(interpreted.size());
      for (int function : interpreted) {
        out.writeInt(function);
      }
      out.writeInt(classes.size());
      for (Map.Entry<String, byte[]> entry : classes.entrySet()) {
        out.writeUTF(entry.getKey());
        out.writeInt(entry.getValue().length);
        out.write(entry.getValue());
      }
    } catch (IOException e) {
      throw new UncheckedIOException("an array cannot be written", e);
    }
    return bytes.toByteArray();
  }

  /**
   * @param bytes what {@link #write} gave; that nobody changed them is known
   */
  public static ClassFiles read(byte[] bytes) {
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
      String mainClass = in.readUTF();
      Set<Integer> interpreted = new TreeSet<>();
      for (int left = in.readInt(); left > 0; left--) {
        interpreted.add(in.readInt());
      }
      int count = in.readInt();
      Map<String, byte[]> classes = new LinkedHashMap<>();
      for (int i = 0; i < count; i++) {
        String name = in.readUTF();
        classes.put(name, in.readNBytes(in.readInt()));
      }
      return new ClassFiles(mainClass, interpreted, classes);
    } catch (IOException e) {
      throw new UncheckedIOException("an array cannot be read", e);
    }
  }
}
