/** What outlives the runner's process: its token, the journal of open attempts, the spooled logs, and the working folders of tasks. */
@NullMarked
package io.signalbox.runner.adapter.disk;

import org.jspecify.annotations.NullMarked;
