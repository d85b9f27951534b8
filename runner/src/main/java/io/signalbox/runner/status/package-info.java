/** What the running process does at present, for whoever looks at it from outside. */
@NullMarked
package io.signalbox.runner.status;

import org.jspecify.annotations.NullMarked;
