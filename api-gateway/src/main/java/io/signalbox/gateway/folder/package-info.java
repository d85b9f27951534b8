/**
 * Folders that go along with tasks: manifests and pieces, each named by what is in it and kept for its project alone, until nothing has used
 * them for a while.
 */
@NullMarked
package io.signalbox.gateway.folder;

import org.jspecify.annotations.NullMarked;
