/** The folders in which tasks work, what is written into them first, and those that are kept afterwards. */
@NullMarked
package io.signalbox.runner.adapter.disk.workspace;

import org.jspecify.annotations.NullMarked;
