/** Folders over the API: offered by their manifests, sent piece by piece. */
@NullMarked
package io.signalbox.gateway.folder.http;

import org.jspecify.annotations.NullMarked;
