// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.engine.graal;

import com.oracle.truffle.api.instrumentation.TruffleInstrument;
import com.oracle.truffle.api.instrumentation.provider.TruffleInstrumentProvider;
import java.util.Collection;
import java.util.List;

/**
 * Where the engine finds {@link SafepointInstrument}, by {@code META-INF/services}. Public, since
 * {@link java.util.ServiceLoader} makes it.
 */
@TruffleInstrument.Registration(id = SafepointInstrument.ID, name = "WasmWhisk safepoints")
public final class SafepointInstrumentProvider extends TruffleInstrumentProvider {
  @Override
  protected String getInstrumentClassName() {
    return SafepointInstrument.class.getName();
  }

  @Override
  protected Object create() {
    return new SafepointInstrument();
  }

  @Override
  protected Collection<String> getServicesClassNames() {
    return List.of(Safepoints.class.getName());
  }
}
