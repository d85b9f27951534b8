/** Folders over stores. */
@NullMarked
package io.signalbox.gateway.adapter.mongo.folder;

import org.jspecify.annotations.NullMarked;
