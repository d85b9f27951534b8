/** Runners and relays, and what operators decided about pools and projects, as the gateways wrote it. */
@NullMarked
package io.signalbox.scheduler.adapter.mongo.fleet;

import org.jspecify.annotations.NullMarked;
