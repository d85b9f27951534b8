/** What the tests of all modules stand on: clocks that tests move, infrastructure, golden files and architecture rules. */
@NullMarked
package io.signalbox.testkit;

import org.jspecify.annotations.NullMarked;
