/** Commands about pools: what they are to be, and which tokens let runners into them. */
@NullMarked
package io.signalbox.cli.fleet.pool;

import org.jspecify.annotations.NullMarked;
