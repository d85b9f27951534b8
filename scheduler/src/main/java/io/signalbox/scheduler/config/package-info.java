/**
 * The scheduler as Spring configuration: the only place where its parts are put together. Everything is named, nothing is found by
 * scanning, so that one process can be a scheduler and a gateway.
 */
@NullMarked
package io.signalbox.scheduler.config;

import org.jspecify.annotations.NullMarked;
