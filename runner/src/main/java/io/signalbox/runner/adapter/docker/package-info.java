/**
 * Tasks in containers, by the Engine API over its Unix socket: a bash as on the machine itself, with the same channels, but as the first process of a
 * container that has the task's folder and nothing else of the machine.
 */
@NullMarked
package io.signalbox.runner.adapter.docker;

import org.jspecify.annotations.NullMarked;
