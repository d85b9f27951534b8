/** Tests of {@code io.signalbox.gateway.log.seal}. */
@NullMarked
package io.signalbox.gateway.log.seal;

import org.jspecify.annotations.NullMarked;
