/** The bus inside one process. */
@NullMarked
package io.signalbox.backbone.local;

import org.jspecify.annotations.NullMarked;
