/** Tests of submission without I/O, with stores written by hand. */
@NullMarked
package io.signalbox.gateway.task.submit;

import org.jspecify.annotations.NullMarked;
