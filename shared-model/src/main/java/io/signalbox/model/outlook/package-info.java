/** What would be, as far as the scheduler can tell from recent durations: for another fleet, and how many slots a pool should have. */
@NullMarked
package io.signalbox.model.outlook;

import org.jspecify.annotations.NullMarked;
