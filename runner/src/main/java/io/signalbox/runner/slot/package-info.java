/**
 * One slot: it asks the relay what to do, runs what it is given, tells the end until it is acknowledged, and asks again. Each slot is one thread with
 * one inbox, so whatever reaches it is decided in one order.
 */
@NullMarked
package io.signalbox.runner.slot;

import org.jspecify.annotations.NullMarked;
