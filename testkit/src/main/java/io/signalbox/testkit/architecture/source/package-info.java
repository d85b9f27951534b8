/**
 * Sources as data: files, their types and methods, parsed by the JDK's own compiler without compiling them. What
 * bytecode no longer tells (length, nesting, Javadoc) is measured here.
 */
@NullMarked
package io.signalbox.testkit.architecture.source;

import org.jspecify.annotations.NullMarked;
