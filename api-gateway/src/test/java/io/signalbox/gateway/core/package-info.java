/** The relay's decisions, without clock, store or connection. */
@NullMarked
package io.signalbox.gateway.core;

import org.jspecify.annotations.NullMarked;
