/**
 * Writing: bulk requests with an outcome for each write, and group commit on top of them. An outcome is a value; that
 * nobody knows it is one of them (C23).
 */
@NullMarked
package io.signalbox.backbone.mongo.write;

import org.jspecify.annotations.NullMarked;
