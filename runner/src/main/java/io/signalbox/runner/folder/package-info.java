/** The folder that goes along with a task: brought from the relay, checked, and made in the working folder. */
@NullMarked
package io.signalbox.runner.folder;

import org.jspecify.annotations.NullMarked;
