/** What may be wrong with a machine and its way to the relay, found before a task has to find it. */
@NullMarked
package io.signalbox.runner.config.check;

import org.jspecify.annotations.NullMarked;
