/** The way to functions of the C library that Java has no words for; nothing of it is loaded before the first task. */
@NullMarked
package io.signalbox.runner.adapter.process.library;

import org.jspecify.annotations.NullMarked;
