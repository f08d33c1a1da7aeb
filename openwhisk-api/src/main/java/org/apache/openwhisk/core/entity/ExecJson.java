// SPDX-License-Identifier: Apache-2.0
package org.apache.openwhisk.core.entity;

import io.wasmwhisk.openwhisk.Json;
import io.wasmwhisk.openwhisk.ScalaValues;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.openwhisk.http.Messages;
import org.jspecify.annotations.Nullable;
import scala.Option;
import scala.Tuple2;
import scala.collection.immutable.Map;
import scala.collection.immutable.Set;
import spray.json.DeserializationException;
import spray.json.JsArray;
import spray.json.JsObject;
import spray.json.JsString;
import spray.json.JsValue;

/** The JSON form of what executes an action. */
final class ExecJson {
  private ExecJson() {}

  static JsObject write(Exec exec) {
    Tuple2<String, JsValue> kind = Json.entry("kind", Json.string(exec.kind()));
    return switch (exec) {
      case SequenceExec sequence -> Json.object(kind, Json.entry("components", names(sequence)));
      case BlackBoxExec blackbox -> withMain(blackbox, blackbox(blackbox, kind));
      case CodeExec<?> code ->
          withMain(
              code,
              Json.unsorted(
                      kind,
                      Json.entry("code", code.codeAsJson()),
                      Json.entry("binary", Json.bool(code.binary())))
                  .fields());
      default -> new JsObject(ScalaValues.map());
    };
  }

  private static JsArray names(SequenceExec sequence) {
    List<JsValue> names = new ArrayList<>();
    for (FullyQualifiedEntityName name : ScalaValues.each(sequence.components())) {
      names.add(Json.string(name.qualifiedNameWithLeadingSlash()));
    }
    return new JsArray(ScalaValues.vector(names));
  }

  private static Map<String, JsValue> blackbox(BlackBoxExec exec, Tuple2<String, JsValue> kind) {
    String image = exec.image().resolveImageName(ScalaValues.none());
    Map<String, JsValue> fields =
        Json.unsorted(
                kind,
                Json.entry("image", Json.string(image)),
                Json.entry("binary", Json.bool(exec.binary())))
            .fields();
    return exec.code().isDefined() ? ScalaValues.with(fields, "code", exec.codeAsJson()) : fields;
  }

  private static JsObject withMain(CodeExec<?> exec, Map<String, JsValue> fields) {
    return new JsObject(
        exec.entryPoint().isDefined()
            ? ScalaValues.with(fields, "main", Json.string(exec.entryPoint().get()))
            : fields);
  }

  static Exec read(JsValue json) {
    JsObject object = new JsObject(Json.fields(json));
    if (!(Json.field(object, "kind") instanceof JsString given)) {
      throw Json.failure("'kind' must be a string defined in 'exec'");
    }
    String kind = given.value().trim().toLowerCase(Locale.ROOT);
    return switch (kind) {
      case "sequence" -> sequence(Json.field(object, "components"));
      case "blackbox" -> blackbox(object, kind);
      default -> code(object, kind);
    };
  }

  private static SequenceExec sequence(@Nullable JsValue components) {
    if (components == null) {
      throw Json.failure("'components' must be defined for sequence kind");
    }
    if (!(components instanceof JsArray array)) {
      throw Json.failure("'components' must be an array");
    }
    List<FullyQualifiedEntityName> names = new ArrayList<>();
    ScalaValues.each(array.elements()).forEach(name -> names.add(component(name)));
    return new SequenceExec(ScalaValues.vector(names));
  }

  private static FullyQualifiedEntityName component(JsValue json) {
    try {
      return EntityPath$.MODULE$.toFullyQualifiedEntityName$extension(
          EntityPath$.MODULE$.apply(Json.text(json)));
    } catch (IllegalArgumentException e) {
      throw Json.failure(String.valueOf(e.getMessage()));
    } catch (DeserializationException e) {
      throw Json.failure("fully qualified name malformed");
    }
  }

  private static BlackBoxExec blackbox(JsObject object, String kind) {
    if (!(Json.field(object, "image") instanceof JsString image)) {
      throw Json.failure("'image' must be a string defined in 'exec' for 'blackbox' actions");
    }
    ExecManifest.ImageName name = ImageReference.parse(image.value());
    JsValue code = Json.field(object, "code");
    if (code == null || (code instanceof JsString text && text.value().isBlank())) {
      return blackbox(name, ScalaValues.none(), object, kind, false);
    }
    return blackbox(
        name, ScalaValues.some(AttachmentJson.read(code)), object, kind, isBinary(code, object));
  }

  private static BlackBoxExec blackbox(
      ExecManifest.ImageName name,
      Option<Attachments.Attachment<String>> code,
      JsObject object,
      String kind,
      boolean binary) {
    boolean known = ExecManifest$.MODULE$.runtimesManifest().skipDockerPull(name);
    return new BlackBoxExec(name, code, main(object, kind), known, binary);
  }

  private static Exec code(JsObject object, String kind) {
    ExecManifest.Runtimes runtimes = ExecManifest$.MODULE$.runtimesManifest();
    Option<ExecManifest.RuntimeManifest> manifest = runtimes.resolveDefaultRuntime(kind);
    if (!manifest.isDefined()) {
      Set<String> all = kinds(runtimes);
      throw Json.failure(Messages.invalidRuntimeError(kind, all));
    }
    return manifest.get().attached().isDefined()
        ? attached(object, kind, manifest.get())
        : inline(object, kind, manifest.get());
  }

  private static Set<String> kinds(ExecManifest.Runtimes runtimes) {
    List<String> kinds = new ArrayList<>();
    ScalaValues.each(runtimes.knownContainerRuntimes()).forEach(kinds::add);
    kinds.add("sequence");
    kinds.add("blackbox");
    return ScalaValues.set(kinds);
  }

  private static Exec inline(JsObject object, String kind, ExecManifest.RuntimeManifest manifest) {
    if (!(Json.field(object, "code") instanceof JsString code)) {
      throw Json.failure("'code' must be a string defined in 'exec' for '" + kind + "' actions");
    }
    return new CodeExecAsString(manifest, code.value(), main(object, kind));
  }

  private static Exec attached(
      JsObject object, String kind, ExecManifest.RuntimeManifest manifest) {
    JsValue code = Json.field(object, "code");
    code = code == null ? Json.field(object, "jar") : code;
    if (code == null) {
      throw Json.failure(
          "'code' must be a string or attachment object defined in 'exec' for '"
              + kind
              + "' actions");
    }
    Option<String> main = main(object, kind);
    if (!main.isDefined() && RuntimeKinds.isTrue(manifest.requireMain())) {
      throw Json.failure("'main' must be a string defined in 'exec' for '" + kind + "' actions");
    }
    return new CodeExecAsAttachment(
        manifest, AttachmentJson.read(code), main, isBinary(code, object));
  }

  private static Option<String> main(JsObject object, String kind) {
    JsValue main = Json.field(object, "main");
    if (main != null && !(main instanceof JsString)) {
      throw Json.failure("if defined, 'main' be a string in 'exec' for '" + kind + "' actions");
    }
    return main == null ? ScalaValues.none() : ScalaValues.some(Json.text(main));
  }

  private static boolean isBinary(JsValue code, JsObject object) {
    if (code instanceof JsString text) {
      return Exec.isBinaryCode(text.value());
    }
    JsValue binary = Json.field(object, "binary");
    return binary != null && Json.truth(binary);
  }
}
