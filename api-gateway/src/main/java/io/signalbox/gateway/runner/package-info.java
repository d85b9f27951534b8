/**
 * Runners as the gateway keeps them: one document for each name, a new generation with each registration (C6), their slots with the
 * newest sync and beat of each.
 */
@NullMarked
package io.signalbox.gateway.runner;

import org.jspecify.annotations.NullMarked;
