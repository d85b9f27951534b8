/** The time of a test: it stands still until the test moves it, so nothing has to be waited for and nothing races. */
@NullMarked
package io.signalbox.testkit.time;

import org.jspecify.annotations.NullMarked;
