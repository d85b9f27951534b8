/**
 * The world around the core, played honestly in memory: a store that guards its writes, relays, runners, and scenarios over them.
 */
@NullMarked
package io.signalbox.scheduler.core.world;

import org.jspecify.annotations.NullMarked;
