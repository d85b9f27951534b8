/** Pieces of folders in MongoDB: {@code _id} is project and hash, so one project's are never found by another. */
@NullMarked
package io.signalbox.gateway.adapter.mongo.folder;

import org.jspecify.annotations.NullMarked;
