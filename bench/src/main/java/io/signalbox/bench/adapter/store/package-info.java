/** The store of an installation under load, filled and watched past its services. */
@NullMarked
package io.signalbox.bench.adapter.store;

import org.jspecify.annotations.NullMarked;
