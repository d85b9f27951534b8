/** How often a token may ask, by a clock of the test. */
@NullMarked
package io.signalbox.gateway.rate;

import org.jspecify.annotations.NullMarked;
