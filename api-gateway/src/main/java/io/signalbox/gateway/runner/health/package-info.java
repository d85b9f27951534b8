/**
 * The history of runners' machines: their samples, one each 10 s for an hour and then one each minute for a day. A picture for people:
 * nothing is decided by it.
 */
@NullMarked
package io.signalbox.gateway.runner.health;

import org.jspecify.annotations.NullMarked;
