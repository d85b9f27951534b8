/** Everything in one process: the composition root of the standalone. */
@NullMarked
package io.signalbox.standalone.config;

import org.jspecify.annotations.NullMarked;
