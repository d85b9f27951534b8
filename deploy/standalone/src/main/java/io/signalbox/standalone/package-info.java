/** Everything in one process: gateway, scheduler, embedded store and in-process bus. */
@NullMarked
package io.signalbox.standalone;

import org.jspecify.annotations.NullMarked;
