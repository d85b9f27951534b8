/** Group commit against the embedded store in memory and against a real one. */
@NullMarked
package io.signalbox.backbone.mongo.write;

import org.jspecify.annotations.NullMarked;
