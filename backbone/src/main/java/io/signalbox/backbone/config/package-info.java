/**
 * The backbone as Spring configuration. Both services import the same classes, so that in one process they share one store: a
 * configuration that is imported twice is there once.
 */
@NullMarked
package io.signalbox.backbone.config;

import org.jspecify.annotations.NullMarked;
