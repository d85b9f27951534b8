/** The client, the clock and the indexes against the embedded store in memory and against a real one. */
@NullMarked
package io.signalbox.backbone.mongo;

import org.jspecify.annotations.NullMarked;
