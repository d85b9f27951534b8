/** The message bus inside one process, for the standalone and for tests: the same contract, no broker. */
@NullMarked
package io.signalbox.backbone.local;

import org.jspecify.annotations.NullMarked;
