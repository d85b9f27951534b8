/** A gateway over the store of an earlier version. */
@NullMarked
package io.signalbox.gateway.earlier;

import org.jspecify.annotations.NullMarked;
