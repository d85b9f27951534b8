/** What the API says of itself: the document (OpenAPI 3.1), and what controllers add to it beyond their signatures. */
@NullMarked
package io.signalbox.gateway.openapi;

import org.jspecify.annotations.NullMarked;
