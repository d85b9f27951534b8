/** Tests of {@code io.signalbox.gateway.log}. */
@NullMarked
package io.signalbox.gateway.log;

import org.jspecify.annotations.NullMarked;
