/**
 * The demonstration: a client of the public API that gives a running installation four tasks, shows their logs as they
 * grow, and checks that all went as it should. It knows nothing of the installation but its address, an API token and the
 * certificate of its authority.
 */
@NullMarked
package io.signalbox.standalone.demo;

import org.jspecify.annotations.NullMarked;
