/** Who belongs to an attempt: how its processes are set apart when they start, and found again to be ended, wherever they have gone. */
@NullMarked
package io.signalbox.runner.adapter.process.family;

import org.jspecify.annotations.NullMarked;
