/** What kills a program from within at a named place: an agent of the JVM, which the product's jars know nothing of. */
@NullMarked
package io.signalbox.faults.adapter.agent;

import org.jspecify.annotations.NullMarked;
