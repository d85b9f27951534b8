/**
 * What a scheduler does while it leads. {@link io.signalbox.scheduler.loop.Lead} begins a term: {@link io.signalbox.scheduler.loop.TakeOver}
 * rebuilds memory, {@link io.signalbox.scheduler.loop.RunLoop} then runs batch after batch in one thread, and duties beside it carry events,
 * reports, errands and sweeps.
 */
@NullMarked
package io.signalbox.scheduler.loop;

import org.jspecify.annotations.NullMarked;
