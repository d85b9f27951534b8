/** Tests of authentication without HTTP or store. */
@NullMarked
package io.signalbox.gateway.security;

import org.jspecify.annotations.NullMarked;
