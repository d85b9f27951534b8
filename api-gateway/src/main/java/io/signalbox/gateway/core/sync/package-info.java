/**
 * What a relay decides when a slot syncs: one class for each kind of sync. They are asked again when something else has changed what a held
 * sync is to be answered with.
 */
@NullMarked
package io.signalbox.gateway.core.sync;

import org.jspecify.annotations.NullMarked;
