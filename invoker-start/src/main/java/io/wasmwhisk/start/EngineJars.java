// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.start;

import java.io.IOException;
import java.net.URL;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The jars beside ours, by a class file of each: none of them is loaded to find them. */
final class EngineJars {
  private static final String OWN_CLASS = "io/wasmwhisk/start/StartCheck.class";

  private static final Map<String, String> WANTED = new LinkedHashMap<>();

  static {
    WANTED.put("polyglot", "org/graalvm/polyglot/Engine.class");
    WANTED.put("wasm-language", "org/graalvm/wasm/WasmLanguage.class");
    WANTED.put("truffle-api", "com/oracle/truffle/api/Truffle.class");
    WANTED.put("truffle-runtime", "com/oracle/truffle/runtime/OptimizedTruffleRuntime.class");
    WANTED.put("truffle-compiler", "com/oracle/truffle/compiler/TruffleCompiler.class");
    WANTED.put("collections", "org/graalvm/collections/EconomicMap.class");
    WANTED.put("word", "org/graalvm/word/WordBase.class");
    WANTED.put("nativeimage", "org/graalvm/nativeimage/ImageInfo.class");
    WANTED.put("jniutils", "org/graalvm/jniutils/JNI.class");
  }

  /** Ours, and those that the compiler's directory does not have, too. */
  private static final Map<String, String> ONCE = new TreeMap<>(WANTED);

  static {
    ONCE.keySet().retainAll(Set.of("polyglot", "wasm-language", "truffle-api", "truffle-runtime"));
    ONCE.put("wasmwhisk-invoker", OWN_CLASS);
  }

  private EngineJars() {}

  /** Which are missing, and which are there in more than one version. */
  static List<String> problems(ClassLoader loader) {
    List<String> problems = new ArrayList<>();
    List<String> missing =
        WANTED.entrySet().stream()
            .filter(jar -> loader.getResource(jar.getValue()) == null)
            .map(Map.Entry::getKey)
            .collect(Collectors.toList());
    if (!missing.isEmpty()) {
      problems.add(
          String.format(
              "of GraalWasm's jars %s %s not on the invoker's class path, or cannot be read. Copy"
                  + " all jars of the plugin's ext-lib into the directory of %s.",
              String.join(", ", missing), missing.size() == 1 ? "is" : "are", ownPlace(loader)));
    }
    ONCE.forEach(
        (jar, classFile) -> {
          List<String> versions = versions(places(loader, classFile));
          if (versions.size() > 1) {
            problems.add(
                String.format(
                    "%s is on the invoker's class path %d times: %s. Remove all but those of"
                        + " one version of the plugin.",
                    jar, versions.size(), String.join(", ", versions)));
          }
        });
    return problems;
  }

  /** Jars of different names; a copy of the same one does no harm, nor do a build's directories. */
  private static List<String> versions(List<String> places) {
    Map<String, String> byName = new TreeMap<>();
    places.stream()
        .filter(place -> place.endsWith(".jar"))
        .forEach(place -> byName.put(place.substring(place.lastIndexOf('/') + 1), place));
    return List.copyOf(byName.values());
  }

  private static String ownPlace(ClassLoader loader) {
    List<String> places = places(loader, OWN_CLASS);
    return places.isEmpty() ? "the plugin's jar" : places.get(0);
  }

  private static List<String> places(ClassLoader loader, String classFile) {
    try {
      return Collections.list(loader.getResources(classFile)).stream()
          .map(url -> place(url, classFile))
          .distinct()
          .sorted()
          .collect(Collectors.toList());
    } catch (IOException e) {
      return List.of(); // what cannot be read is missing
    }
  }

  /** The jar or directory in which it was found. */
  private static String place(URL url, String classFile) {
    String text = url.toString();
    String place = text.substring(0, text.length() - classFile.length());
    return place.replaceFirst("!/$", "").replaceFirst("^jar:", "").replaceFirst("^file:", "");
  }
}
