// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.openwhisk;

import org.jspecify.annotations.Nullable;
import scala.Product;
import scala.runtime.BoxesRunTime;
import scala.runtime.ScalaRunTime$;

/**
 * The methods that scalac gives to every case class, for Java classes that implement {@link
 * Product}.
 */
public final class CaseClass {
  private CaseClass() {}

  /** {@code Name(element,element)}, as a case class prints itself. */
  public static String print(Product self) {
    return ScalaRunTime$.MODULE$._toString(self);
  }

  /** The hash of the elements, the same number that the Scala original gives. */
  public static int hash(Product self) {
    return ScalaRunTime$.MODULE$._hashCode(self);
  }

  /**
   * True for another value of the same case class whose elements are all equal in Scala's sense.
   */
  public static boolean same(Product self, @Nullable Object other) {
    return self == other
        || (other instanceof Product that
            && self.getClass() == that.getClass()
            && sameElements(self, that));
  }

  /**
   * The element at an index, for {@code productElement}.
   *
   * @throws IndexOutOfBoundsException with the index as its message, as scalac's code does
   */
  public static Object element(int index, Object... elements) {
    if (index < 0 || index >= elements.length) {
      throw new IndexOutOfBoundsException(Integer.toString(index));
    }
    return elements[index];
  }

  /**
   * Scala's {@code require} with a message.
   *
   * @throws IllegalArgumentException "requirement failed: " and the message
   */
  public static void require(boolean requirement, String message) {
    if (!requirement) {
      throw new IllegalArgumentException("requirement failed: " + message);
    }
  }

  private static boolean sameElements(Product self, Product that) {
    for (int i = 0; i < self.productArity(); i++) {
      if (!BoxesRunTime.equals(self.productElement(i), that.productElement(i))) {
        return false;
      }
    }
    return true;
  }
}
