/** Tests of {@code io.signalbox.gateway.log}. */
@NullMarked
package io.signalbox.gateway.hash;

import org.jspecify.annotations.NullMarked;
