/** Settings of folders. */
@NullMarked
package io.signalbox.gateway.config.folder;

import org.jspecify.annotations.NullMarked;
