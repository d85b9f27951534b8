/**
 * Runners in {@code runners} and the policies of registration tokens in {@code tokens}. Every change of a runner is one atomic update of
 * its document, guarded by its generation.
 */
@NullMarked
package io.signalbox.gateway.adapter.mongo.runner;

import org.jspecify.annotations.NullMarked;
