// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.standalone.spi;

import io.wasmwhisk.standalone.container.Span;
import io.wasmwhisk.standalone.entities.Action;
import io.wasmwhisk.standalone.entities.Activation;
import io.wasmwhisk.standalone.entities.Exec;
import io.wasmwhisk.standalone.entities.Parameters;
import io.wasmwhisk.standalone.entities.Response;
import io.wasmwhisk.standalone.entities.User;
import io.wasmwhisk.standalone.entities.Version;
import io.wasmwhisk.standalone.limits.ActionLimits;
import io.wasmwhisk.standalone.runtimes.ImageName;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.apache.openwhisk.core.containerpool.Interval;
import org.apache.openwhisk.core.entity.ActivationResponse;
import org.apache.openwhisk.core.entity.Attachments;
import org.apache.openwhisk.core.entity.BasicAuthenticationAuthKey;
import org.apache.openwhisk.core.entity.BlackBoxExec;
import org.apache.openwhisk.core.entity.ByteSize;
import org.apache.openwhisk.core.entity.CodeExec;
import org.apache.openwhisk.core.entity.CodeExecAsAttachment;
import org.apache.openwhisk.core.entity.ExecManifest;
import org.apache.openwhisk.core.entity.ExecutableWhiskAction;
import org.apache.openwhisk.core.entity.Identity;
import org.apache.openwhisk.core.entity.Namespace;
import org.apache.openwhisk.core.entity.ParameterName;
import org.apache.openwhisk.core.entity.ParameterValue;
import org.apache.openwhisk.core.entity.SizeUnits;
import org.apache.openwhisk.core.entity.UserLimits;
import org.apache.openwhisk.core.entity.WhiskActivation;
import scala.Option;
import scala.Tuple3;
import scala.collection.immutable.Map;
import scala.collection.immutable.Map$;
import scala.collection.immutable.Set$;

/** Our entities as OpenWhisk's, for calls of the SPI, and what those answer as ours. */
final class WhiskEntities {
  private WhiskEntities() {}

  static ExecutableWhiskAction action(Action action) {
    ExecutableWhiskAction executable =
        new ExecutableWhiskAction(
            Scala.seq(List.of(action.namespace())),
            action.name(),
            exec(action.exec()),
            parameters(action.parameters()),
            limits(action.limits()),
            version(action.version()),
            action.publish(),
            parameters(action.annotations()),
            Option.empty());
    return executable.revision(String.valueOf(action.revision()));
  }

  static Identity identity(User user) {
    return new Identity(
        user.namespace(),
        new Namespace(user.namespace(), user.uuid()),
        new BasicAuthenticationAuthKey(user.uuid(), user.secret()),
        Set$.MODULE$.empty(),
        UserLimits.standardUserLimits());
  }

  /** The record as a log store gets it: with the response, without logs. */
  static WhiskActivation activation(Activation activation) {
    return new WhiskActivation(
        Scala.seq(List.of(activation.namespace())),
        activation.name(),
        activation.subject(),
        activation.id(),
        activation.start(),
        activation.end(),
        Option.empty(),
        response(activation.response()),
        Scala.vector(List.of()),
        version(activation.version()),
        false,
        parameters(activation.annotations()),
        Option.apply(activation.durationMillis()));
  }

  static ExecManifest.ImageName image(ImageName image) {
    return new ExecManifest.ImageName(
        image.name(),
        Scala.option(image.registry()),
        Scala.option(image.prefix()),
        Scala.option(image.tag()));
  }

  static ByteSize megabytes(long count) {
    return new ByteSize(count, SizeUnits.MB$.MODULE$);
  }

  static ByteSize bytes(long count) {
    return new ByteSize(count, SizeUnits.BYTE$.MODULE$);
  }

  static Response response(ActivationResponse response) {
    Option<Object> size = response.size();
    return new Response(
        Response.Status.of(response.statusCode()),
        response.result().isDefined() ? Optional.of(response.result().get()) : Optional.empty(),
        size.isDefined() ? Optional.of(((Number) size.get()).intValue()) : Optional.empty());
  }

  static Span span(Interval interval) {
    return new Span(interval.start(), interval.end());
  }

  private static ActivationResponse response(Response response) {
    return new ActivationResponse(
        response.status().code(), Scala.option(response.result()), Scala.option(response.size()));
  }

  private static CodeExec<?> exec(Exec exec) {
    Option<Attachments.Attachment<String>> code =
        Scala.option(exec.code().map(Attachments.Inline::new));
    Option<String> main = Scala.option(exec.main());
    return exec.isBlackbox()
        ? new BlackBoxExec(image(exec.image()), code, main, false, exec.binary())
        : new CodeExecAsAttachment(runtime(exec), code.get(), main, exec.binary());
  }

  private static ExecManifest.RuntimeManifest runtime(Exec exec) {
    return new ExecManifest.RuntimeManifest(
        exec.kind(),
        image(exec.image()),
        Option.apply(exec.deprecated()),
        Option.empty(),
        Option.empty(),
        Option.empty(),
        Option.apply(exec.sentinelledLogs()),
        Option.empty());
  }

  private static org.apache.openwhisk.core.entity.ActionLimits limits(ActionLimits limits) {
    return new org.apache.openwhisk.core.entity.ActionLimits(
        Scala.duration(Duration.ofMillis(limits.timeoutMillis())),
        limits.memoryMb(),
        limits.logsMb(),
        limits.concurrency(),
        Option.empty());
  }

  private static Tuple3<Object, Object, Object> version(Version version) {
    return new Tuple3<>(version.major(), version.minor(), version.patch());
  }

  private static Map<ParameterName, ParameterValue> parameters(Parameters parameters) {
    Map<ParameterName, ParameterValue> all = Map$.MODULE$.empty();
    for (Parameters.Entry entry : parameters.entries()) {
      all =
          all.updated(
              new ParameterName(entry.key()),
              new ParameterValue(entry.value(), entry.init(), Option.empty()));
    }
    return all;
  }
}
