/** How the machine is: samples for the relay, and whether a new task may begin on it. */
@NullMarked
package io.signalbox.runner.health;

import org.jspecify.annotations.NullMarked;
