/**
 * What the core wants done outside, beside the loop: each class gathers the wishes of one kind, does them in one go, and brings
 * the outcome back as a command. Each may be lost or repeated without harm: the core asks again.
 */
@NullMarked
package io.signalbox.scheduler.loop.errand;

import org.jspecify.annotations.NullMarked;
