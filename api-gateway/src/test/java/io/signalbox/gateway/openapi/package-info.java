/** The document of the API: made from the code here, compared with what was accepted, and kept true by every answer of the tests. */
@NullMarked
package io.signalbox.gateway.openapi;

import org.jspecify.annotations.NullMarked;
