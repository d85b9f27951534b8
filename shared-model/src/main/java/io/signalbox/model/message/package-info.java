/**
 * Messages between the services. Each is a hint that may be lost, doubled or late: the store holds the truth.
 */
@NullMarked
package io.signalbox.model.message;

import org.jspecify.annotations.NullMarked;
