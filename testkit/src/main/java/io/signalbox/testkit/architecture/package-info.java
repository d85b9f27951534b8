/**
 * The rules of the code that code can check, as tests that every module runs over its own classes and sources. A rule that
 * cannot fail is worth nothing: each one has a planted fault in the testkit's tests that it must report.
 */
@NullMarked
package io.signalbox.testkit.architecture;

import org.jspecify.annotations.NullMarked;
