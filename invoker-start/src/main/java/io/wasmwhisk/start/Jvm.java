// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.start;

import com.sun.management.HotSpotDiagnosticMXBean;
import java.lang.management.ManagementFactory;
import java.lang.module.ModuleFinder;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What the checks look at of a JVM; immutable. */
public final class Jvm {
  private static final String UPGRADE_PATH = "--upgrade-module-path=";

  private final Runtime.Version version;
  private final String name;
  private final String home;
  private final boolean hasCompilerInterface;
  private final Map<String, String> modules;
  private final Optional<String> upgradePath;
  private final int avx;

  /**
   * @param version its version
   * @param name its own name for itself, as {@code java.vm.name}
   * @param home where it is installed
   * @param hasCompilerInterface whether its installation has JVMCI, switched on or not
   * @param modules the modules that it was started with, with the URI of their file
   * @param upgradePath the value of {@code --upgrade-module-path}
   * @param avx the level of AVX instructions in compiled code: 3 for AVX-512; 0 where there are
   *     none
   */
  Jvm(
      Runtime.Version version,
      String name,
      String home,
      boolean hasCompilerInterface,
      Map<String, String> modules,
      Optional<String> upgradePath,
      int avx) {
    this.version = version;
    this.name = name;
    this.home = home;
    this.hasCompilerInterface = hasCompilerInterface;
    this.modules = Map.copyOf(modules);
    this.upgradePath = upgradePath;
    this.avx = avx;
  }

  /** The one that this runs on. */
  public static Jvm current() {
    return new Jvm(
        Runtime.version(),
        System.getProperty("java.vm.name", "a JVM"),
        System.getProperty("java.home", ""),
        ModuleFinder.ofSystem().find(Compilation.INTERFACE).isPresent(),
        ModuleLayer.boot().configuration().modules().stream()
            .collect(
                Collectors.toMap(
                    module -> module.name(),
                    module -> module.reference().location().map(URI::toString).orElse(""))),
        ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
            .filter(argument -> argument.startsWith(UPGRADE_PATH))
            .map(argument -> argument.substring(UPGRADE_PATH.length()))
            .findFirst(),
        avxOfThis());
  }

  /** HotSpot's on x86; unknown to others. */
  private static int avxOfThis() {
    try {
      HotSpotDiagnosticMXBean hotSpot =
          ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class);
      return hotSpot == null ? 0 : Integer.parseInt(hotSpot.getVMOption("UseAVX").getValue());
    } catch (IllegalArgumentException e) {
      return 0; // no such option: another JVM, or another processor
    } catch (LinkageError e) {
      return 0; // a JRE without the module jdk.management
    }
  }

  /** The major version: 25 for instance. */
  int feature() {
    return version.feature();
  }

  /** All of its version: {@code 25.0.3+9-LTS} for instance. */
  String version() {
    return version.toString();
  }

  String name() {
    return name;
  }

  String home() {
    return home;
  }

  boolean hasCompilerInterface() {
    return hasCompilerInterface;
  }

  boolean hasModule(String module) {
    return modules.containsKey(module);
  }

  /** The URI of the file of one of its modules, empty where it has none. */
  String place(String module) {
    return modules.getOrDefault(module, "");
  }

  Optional<String> upgradePath() {
    return upgradePath;
  }

  int avx() {
    return avx;
  }
}
