/** Finished tasks that have been kept long enough, on MongoDB (C25). */
@NullMarked
package io.signalbox.scheduler.adapter.mongo.purge;

import org.jspecify.annotations.NullMarked;
