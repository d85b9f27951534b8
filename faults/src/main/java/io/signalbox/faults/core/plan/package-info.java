/** What a seed means: which tasks are submitted when, and which faults strike what. */
@NullMarked
package io.signalbox.faults.core.plan;

import org.jspecify.annotations.NullMarked;
