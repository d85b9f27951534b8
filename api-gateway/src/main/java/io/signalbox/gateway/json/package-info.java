/** The one way in which the client API reads and writes JSON: strict when it reads, and what is wrong is said by JSON pointer. */
@NullMarked
package io.signalbox.gateway.json;

import org.jspecify.annotations.NullMarked;
