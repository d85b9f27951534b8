/** What every command works with: the API, the screen and the time. */
@NullMarked
package io.signalbox.cli.desk;

import org.jspecify.annotations.NullMarked;
