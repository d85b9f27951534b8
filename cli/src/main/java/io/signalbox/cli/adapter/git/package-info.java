/** What belongs to a folder, as git has it. */
@NullMarked
package io.signalbox.cli.adapter.git;

import org.jspecify.annotations.NullMarked;
