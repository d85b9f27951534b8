/**
 * The log of an attempt on its way out: cut into events, numbered, spooled until the relay has acknowledged it, and pushed in order.
 */
@NullMarked
package io.signalbox.runner.output;

import org.jspecify.annotations.NullMarked;
