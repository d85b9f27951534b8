/** The embedded store in this process and, to be killed, in one of its own. */
@NullMarked
package io.signalbox.standalone.store;

import org.jspecify.annotations.NullMarked;
