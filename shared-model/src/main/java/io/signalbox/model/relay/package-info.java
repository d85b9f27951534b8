/**
 * The wire protocol between relay and runners: the API of Semaphore's self-hosted agents with Signalbox's additions.
 */
@NullMarked
package io.signalbox.model.relay;

import org.jspecify.annotations.NullMarked;
