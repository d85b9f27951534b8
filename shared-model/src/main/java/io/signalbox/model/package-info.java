/** The vocabulary that every process of Signalbox speaks: ids, tasks, states, messages and error codes, as plain records. */
@NullMarked
package io.signalbox.model;

import org.jspecify.annotations.NullMarked;
