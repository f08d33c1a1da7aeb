// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.tests.openwhisk;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/**
 * What became of one contract test.
 *
 * @param name its suite and its name
 * @param failure why it failed
 * @param skipped whether it was not run to its end, because it cannot hold on real classes
 */
record ContractResult(String name, Optional<String> failure, boolean skipped) {
  /** All in ScalaTest's reports, which have the form of JUnit's. */
  static List<ContractResult> in(Path reports) throws IOException {
    List<ContractResult> results = new ArrayList<>();
    try (Stream<Path> files = Files.list(reports)) {
      for (Path file : files.filter(each -> each.toString().endsWith(".xml")).sorted().toList()) {
        results.addAll(read(file));
      }
    }
    return results;
  }

  private static List<ContractResult> read(Path file) throws IOException {
    try {
      NodeList cases =
          DocumentBuilderFactory.newDefaultInstance()
              .newDocumentBuilder()
              .parse(file.toFile())
              .getElementsByTagName("testcase");
      List<ContractResult> results = new ArrayList<>();
      for (int i = 0; i < cases.getLength(); i++) {
        results.add(of((Element) cases.item(i)));
      }
      return results;
    } catch (ParserConfigurationException | SAXException e) {
      throw new IOException(file + " is no report: " + e.getMessage(), e);
    }
  }

  private static ContractResult of(Element test) {
    String suite = test.getAttribute("classname");
    String name = suite.substring(suite.lastIndexOf('.') + 1) + ": " + test.getAttribute("name");
    return new ContractResult(
        name,
        first(test, "failure").or(() -> first(test, "error")).map(ContractResult::text),
        first(test, "skipped").isPresent());
  }

  private static Optional<Element> first(Element test, String tag) {
    return Optional.ofNullable((Element) test.getElementsByTagName(tag).item(0));
  }

  private static String text(Element failure) {
    return failure.getAttribute("message") + "\n" + failure.getTextContent().strip();
  }

  boolean isFailed() {
    return failure.isPresent();
  }
}
