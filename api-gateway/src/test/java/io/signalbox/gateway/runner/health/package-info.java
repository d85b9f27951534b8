/** Tests of {@code io.signalbox.gateway.runner.health}. */
@NullMarked
package io.signalbox.gateway.runner.health;

import org.jspecify.annotations.NullMarked;
