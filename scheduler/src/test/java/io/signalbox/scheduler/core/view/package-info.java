/** What is seen of a leader's memory. */
@NullMarked
package io.signalbox.scheduler.core.view;

import org.jspecify.annotations.NullMarked;
