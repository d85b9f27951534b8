/** What every message bus promises. */
@NullMarked
package io.signalbox.backbone.bus;

import org.jspecify.annotations.NullMarked;
