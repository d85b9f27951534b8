/** Registration without a store, by a clock that the test moves. */
@NullMarked
package io.signalbox.gateway.runner.registration;

import org.jspecify.annotations.NullMarked;
