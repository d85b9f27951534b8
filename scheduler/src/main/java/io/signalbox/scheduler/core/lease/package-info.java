/**
 * Live attempts and the time-limited ownership that beats renew (C7, C8).
 */
@NullMarked
package io.signalbox.scheduler.core.lease;

import org.jspecify.annotations.NullMarked;
