/** Calls of the public API: what is asked, what is answered, what is tried again, and what an error means for whoever typed the command. */
@NullMarked
package io.signalbox.cli.api;

import org.jspecify.annotations.NullMarked;
