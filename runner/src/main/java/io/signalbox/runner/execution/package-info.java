/**
 * What happens in one attempt: files, commands, epilogues, stop and time-out, and how it ended. Processes, disk and log are ports; nothing here
 * knows the relay.
 */
@NullMarked
package io.signalbox.runner.execution;

import org.jspecify.annotations.NullMarked;
