/** The small processes that outlive the runner and end what it left (C9). */
@NullMarked
package io.signalbox.runner.adapter.process.guard;

import org.jspecify.annotations.NullMarked;
