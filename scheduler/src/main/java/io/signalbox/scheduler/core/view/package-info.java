/**
 * What a leader's memory looked like at one moment: copies, that can be looked at while everything else goes on. Everything that is explained
 * or foretold is a pure function of them.
 */
@NullMarked
package io.signalbox.scheduler.core.view;

import org.jspecify.annotations.NullMarked;
