/**
 * Logs of attempts: appended by position, sealed at their end, never changed (C20, C21); read in pages, as raw bytes and live.
 */
@NullMarked
package io.signalbox.gateway.log;

import org.jspecify.annotations.NullMarked;
