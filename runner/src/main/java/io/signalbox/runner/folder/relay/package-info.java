/** The parts of folders as they come from the relay, which may be away for a while. */
@NullMarked
package io.signalbox.runner.folder.relay;

import org.jspecify.annotations.NullMarked;
