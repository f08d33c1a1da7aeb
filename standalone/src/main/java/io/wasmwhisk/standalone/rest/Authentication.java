// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.standalone.rest;

import akka.http.javadsl.model.HttpRequest;
import akka.http.javadsl.model.StatusCodes;
import akka.http.javadsl.model.headers.Authorization;
import akka.http.javadsl.model.headers.BasicHttpCredentials;
import akka.http.javadsl.model.headers.RawHeader;
import io.wasmwhisk.standalone.entities.User;
import io.wasmwhisk.standalone.http.Answer;
import java.util.List;
import java.util.Optional;

/** Basic auth, {@code BasicAuthenticationDirective} of OpenWhisk. */
final class Authentication {
  private static final RawHeader CHALLENGE =
      RawHeader.create("WWW-Authenticate", "Basic realm=\"OpenWhisk secure realm\",charset=UTF-8");

  private final List<User> users;

  Authentication(List<User> users) {
    this.users = users;
  }

  Optional<User> userOf(HttpRequest request) {
    return credentials(request)
        .flatMap(given -> User.authenticated(users, given.username(), given.password()));
  }

  /**
   * For a request that {@link #userOf} does not know: one without credentials is told apart from
   * one with wrong ones.
   */
  Answer refuse(HttpRequest request) {
    boolean given = credentials(request).isPresent();
    return Answer.rejection(
            StatusCodes.UNAUTHORIZED,
            given
                ? "The supplied authentication is invalid"
                : "The resource requires authentication, which was not supplied with the request")
        .with(CHALLENGE);
  }

  private static Optional<BasicHttpCredentials> credentials(HttpRequest request) {
    return request
        .getHeader(Authorization.class)
        .map(Authorization::credentials)
        .filter(BasicHttpCredentials.class::isInstance)
        .map(BasicHttpCredentials.class::cast);
  }
}
