// SPDX-License-Identifier: Apache-2.0
package org.apache.openwhisk.core.entity;

import io.wasmwhisk.openwhisk.CaseClass;
import io.wasmwhisk.openwhisk.ScalaValues;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import scala.Option;
import scala.Product;
import scala.collection.immutable.Map;
import scala.collection.immutable.Set;
import scala.util.Try;
import spray.json.JsObject;

/**
 * The manifest of runtimes: which kinds of actions there are, and in which image each runs. See
 * {@link ExecManifest$} for reading it.
 */
public final class ExecManifest {
  private ExecManifest() {}

  /** An image: {@code registry/prefix/name:tag}. */
  public static class ImageName implements Product, scala.Serializable {
    private final String name;
    private final Option<String> registry;
    private final Option<String> prefix;
    private final Option<String> tag;

    /** An image. */
    public ImageName(
        String name, Option<String> registry, Option<String> prefix, Option<String> tag) {
      this.name = name;
      this.registry = registry;
      this.prefix = prefix;
      this.tag = tag;
    }

    /** The name. */
    public String name() {
      return name;
    }

    /** The registry, where it is not the platform's. */
    public Option<String> registry() {
      return registry;
    }

    /** What stands before the name. */
    public Option<String> prefix() {
      return prefix;
    }

    /** The tag. */
    public Option<String> tag() {
      return tag;
    }

    /** {@code registry/prefix/name:tag}, with the given registry where the image names none. */
    public String resolveImageName(Option<String> systemRegistry) {
      String from = ScalaValues.orElse(registry, ScalaValues.orElse(systemRegistry, ""));
      String slash = from.isEmpty() || from.endsWith("/") ? "" : "/";
      String before = prefix.isDefined() && !prefix.get().isEmpty() ? prefix.get() + "/" : "";
      String version = tag.isDefined() && !tag.get().isEmpty() ? ":" + tag.get() : "";
      return from + slash + before + name + version;
    }

    /** Equal where registry, prefix, name and tag are; no tag is {@code latest}. */
    @Override
    public boolean equals(@Nullable Object that) {
      return that instanceof ImageName other
          && name.equals(other.name)
          && registry.equals(other.registry)
          && prefix.equals(other.prefix)
          && ScalaValues.orElse(tag, "latest").equals(ScalaValues.orElse(other.tag, "latest"));
    }

    @Override
    public String toString() {
      return CaseClass.print(this);
    }

    @Override
    public String productPrefix() {
      return "ImageName";
    }

    @Override
    public int productArity() {
      return 4;
    }

    @Override
    public Object productElement(int n) {
      return CaseClass.element(n, name, registry, prefix, tag);
    }

    @Override
    public boolean canEqual(Object that) {
      return that instanceof ImageName;
    }

    @Override
    public int hashCode() {
      return CaseClass.hash(this);
    }
  }

  /** Makes {@link ImageName}. */
  public static class ImageName$ implements scala.Serializable {
    public static final ImageName$ MODULE$ = new ImageName$();

    /** The one instance to use is {@code MODULE$}. */
    public ImageName$() {}

    /** The image of a text; fails where the text does not name one. */
    public Try<ImageName> fromString(String s) {
      return ScalaValues.attempt(() -> ImageReference.parse(s));
    }
  }

  /**
   * One kind of action. Whether it is the default of its family is {@link #isDefault}: OpenWhisk's
   * accessor {@code default} has a name that Java reserves.
   */
  public static class RuntimeManifest implements Product, scala.Serializable {
    private final String kind;
    private final ImageName image;
    private final Option<Object> deprecated;
    private final Option<Object> isDefault;
    private final Option<Attachments.Attached> attached;
    private final Option<Object> requireMain;
    private final Option<Object> sentinelledLogs;
    private final Option<?> stemCells;

    /** A kind. */
    public RuntimeManifest(
        String kind,
        ImageName image,
        Option<Object> deprecated,
        Option<Object> isDefault,
        Option<Attachments.Attached> attached,
        Option<Object> requireMain,
        Option<Object> sentinelledLogs,
        Option<?> stemCells) {
      this.kind = kind;
      this.image = image;
      this.deprecated = deprecated;
      this.isDefault = isDefault;
      this.attached = attached;
      this.requireMain = requireMain;
      this.sentinelledLogs = sentinelledLogs;
      this.stemCells = stemCells;
    }

    /** The kind, such as {@code nodejs:20}. */
    public String kind() {
      return kind;
    }

    /** The image it runs in. */
    public ImageName image() {
      return image;
    }

    /** Whether it may no longer be used, a boolean. */
    public Option<Object> deprecated() {
      return deprecated;
    }

    /** Whether it is the default of its family, a boolean. */
    Option<Object> isDefault() {
      return isDefault;
    }

    /** Where it is set, the code is stored as an attachment. */
    public Option<Attachments.Attached> attached() {
      return attached;
    }

    /** Whether an action must name its main, a boolean. */
    public Option<Object> requireMain() {
      return requireMain;
    }

    /** Whether the runtime marks the end of an activation's log, a boolean. */
    public Option<Object> sentinelledLogs() {
      return sentinelledLogs;
    }

    @Override
    public String toString() {
      return CaseClass.print(this);
    }

    @Override
    public String productPrefix() {
      return "RuntimeManifest";
    }

    @Override
    public int productArity() {
      return 8;
    }

    @Override
    public Object productElement(int n) {
      return CaseClass.element(
          n, kind, image, deprecated, isDefault, attached, requireMain, sentinelledLogs, stemCells);
    }

    @Override
    public boolean canEqual(Object that) {
      return that instanceof RuntimeManifest;
    }

    @Override
    public boolean equals(@Nullable Object that) {
      return CaseClass.same(this, that);
    }

    @Override
    public int hashCode() {
      return CaseClass.hash(this);
    }
  }

  /** Kinds that belong together. */
  public static class RuntimeFamily implements Product, scala.Serializable {
    private final String name;
    private final Set<RuntimeManifest> versions;

    /** A family. */
    public RuntimeFamily(String name, Set<RuntimeManifest> versions) {
      this.name = name;
      this.versions = versions;
    }

    /** The family, such as {@code nodejs}. */
    public String name() {
      return name;
    }

    /** Its kinds. */
    public Set<RuntimeManifest> versions() {
      return versions;
    }

    @Override
    public String toString() {
      return CaseClass.print(this);
    }

    @Override
    public String productPrefix() {
      return "RuntimeFamily";
    }

    @Override
    public int productArity() {
      return 2;
    }

    @Override
    public Object productElement(int n) {
      return CaseClass.element(n, name, versions);
    }

    @Override
    public boolean canEqual(Object that) {
      return that instanceof RuntimeFamily;
    }

    @Override
    public boolean equals(@Nullable Object that) {
      return CaseClass.same(this, that);
    }

    @Override
    public int hashCode() {
      return CaseClass.hash(this);
    }
  }

  /** The runtimes of a platform. Each family has one kind, or one that is its default. */
  public static class Runtimes implements Product, scala.Serializable {
    private static final Pattern DEFAULT = Pattern.compile("([a-z0-9]+):default");

    private final Set<RuntimeFamily> runtimes;
    private final Set<ImageName> blackboxImages;
    private final Option<String> bypassPullForLocalImages;
    private final Map<String, RuntimeManifest> manifests;
    private final Map<String, String> defaultRuntimes;

    /**
     * These runtimes.
     *
     * @throws IllegalArgumentException where a family has several kinds and not one default
     */
    public Runtimes(
        Set<RuntimeFamily> runtimes,
        Set<ImageName> blackboxImages,
        Option<String> bypassPullForLocalImages) {
      this.runtimes = runtimes;
      this.blackboxImages = blackboxImages;
      this.bypassPullForLocalImages = bypassPullForLocalImages;
      this.manifests = RuntimeKinds.byKind(runtimes);
      this.defaultRuntimes = RuntimeKinds.defaults(runtimes);
    }

    /** The families. */
    public Set<RuntimeFamily> runtimes() {
      return runtimes;
    }

    /** Users' images that are not pulled. */
    public Set<ImageName> blackboxImages() {
      return blackboxImages;
    }

    /** The prefix of images that are not pulled. */
    public Option<String> bypassPullForLocalImages() {
      return bypassPullForLocalImages;
    }

    /** All kinds. */
    public Set<String> knownContainerRuntimes() {
      return ScalaValues.set(ScalaValues.each(manifests.keys()));
    }

    /** All runtimes by kind. */
    public Map<String, RuntimeManifest> manifests() {
      return manifests;
    }

    /** Whether an image is not to be pulled. */
    public boolean skipDockerPull(ImageName image) {
      return blackboxImages.contains(image)
          || (image.prefix().isDefined()
              && bypassPullForLocalImages.isDefined()
              && image.prefix().get().equals(bypassPullForLocalImages.get()));
    }

    /** The runtimes as the API tells them: an array for each family. */
    public JsObject toJson() {
      return RuntimeKinds.toJson(runtimes);
    }

    /** The runtime of a kind; {@code family:default} is the family's default. */
    public Option<RuntimeManifest> resolveDefaultRuntime(String kind) {
      Matcher family = DEFAULT.matcher(kind);
      if (!family.matches()) {
        return manifests.get(kind);
      }
      Option<String> resolved = defaultRuntimes.get(family.group(1));
      return resolved.isDefined() ? manifests.get(resolved.get()) : ScalaValues.none();
    }

    @Override
    public String toString() {
      return CaseClass.print(this);
    }

    @Override
    public String productPrefix() {
      return "Runtimes";
    }

    @Override
    public int productArity() {
      return 3;
    }

    @Override
    public Object productElement(int n) {
      return CaseClass.element(n, runtimes, blackboxImages, bypassPullForLocalImages);
    }

    @Override
    public boolean canEqual(Object that) {
      return that instanceof Runtimes;
    }

    @Override
    public boolean equals(@Nullable Object that) {
      return CaseClass.same(this, that);
    }

    @Override
    public int hashCode() {
      return CaseClass.hash(this);
    }
  }
}
