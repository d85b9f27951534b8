/** Wires what takes, holds, gives and purges the folders of tasks, with its settings. */
@NullMarked
package io.signalbox.gateway.config.folder;

import org.jspecify.annotations.NullMarked;
