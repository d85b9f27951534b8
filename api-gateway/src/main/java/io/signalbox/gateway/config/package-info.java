/** Puts the gateway together: settings from the environment, beans, and what happens at the start. */
@NullMarked
package io.signalbox.gateway.config;

import org.jspecify.annotations.NullMarked;
