/** Histories in files, one entry of JSON on a line, so that a shell can write them, too. */
@NullMarked
package io.signalbox.faults.adapter.lines;

import org.jspecify.annotations.NullMarked;
