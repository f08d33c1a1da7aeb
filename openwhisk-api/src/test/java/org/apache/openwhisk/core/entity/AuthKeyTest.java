// SPDX-License-Identifier: Apache-2.0
package org.apache.openwhisk.core.entity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class AuthKeyTest {
  private static final String SECRET = "s".repeat(64);

  @Test
  void theKeyGoesIntoTheEnvironment() {
    BasicAuthenticationAuthKey key = BasicAuthenticationAuthKey$.MODULE$.apply("u:" + SECRET);
    assertThat(key.toEnvironment()).hasToString("{\"api_key\":\"u:" + SECRET + "\"}");
    assertThat(key).hasToString("u").isEqualTo(BasicAuthenticationAuthKey.apply("u", SECRET));
    assertThat(key.getCredentials().get()).hasToString("Basic dTpz" + "c3Nz".repeat(21));
  }

  @Test
  void whatFollowsASecondColonIsIgnored() {
    assertThat(BasicAuthenticationAuthKey$.MODULE$.apply("u:" + SECRET + ":x").compact())
        .isEqualTo("u:" + SECRET);
  }

  @Test
  void aSecretHas64Characters() {
    assertThatThrownBy(() -> BasicAuthenticationAuthKey$.MODULE$.apply("u"))
        .hasMessage("requirement failed: secret must be at least 64 characters");
    assertThatThrownBy(() -> BasicAuthenticationAuthKey$.MODULE$.apply("u:" + SECRET + "s"))
        .hasMessage("requirement failed: secret must be at most 64 characters");
    assertThat(BasicAuthenticationAuthKey$.MODULE$.apply().key()).matches("[A-Za-z0-9]{64}");
  }
}
