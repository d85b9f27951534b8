/** Projects of which something was said: their share of the slots and how many of their tasks may run at once. */
@NullMarked
package io.signalbox.gateway.project;

import org.jspecify.annotations.NullMarked;
