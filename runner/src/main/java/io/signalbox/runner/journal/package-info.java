/** What the runner knows of its open attempts, also after its own death: those it has started and whose end the relay has not acknowledged. */
@NullMarked
package io.signalbox.runner.journal;

import org.jspecify.annotations.NullMarked;
