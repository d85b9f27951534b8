/** A folder that goes along with a task: its manifest, the pieces of its files, and how they travel to a runner. */
@NullMarked
package io.signalbox.model.folder;

import org.jspecify.annotations.NullMarked;
