/** What both services stand on: the message bus, the settings of the document store and the batching writer. */
@NullMarked
package io.signalbox.backbone;

import org.jspecify.annotations.NullMarked;
