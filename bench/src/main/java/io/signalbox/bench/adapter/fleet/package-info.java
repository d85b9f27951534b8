/**
 * Thousands of simulated runners in one process, each with a TLS 1.3 connection of its own: Jetty's HTTP/2 client on a few threads. They
 * behave as ours does: held syncs, one a slot, health in each, full jitter after a cut, TLS sessions that are resumed.
 */
@NullMarked
package io.signalbox.bench.adapter.fleet;

import org.jspecify.annotations.NullMarked;
