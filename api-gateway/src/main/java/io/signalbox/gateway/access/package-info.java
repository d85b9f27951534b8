/** What callers may do, in which projects, and from where: roles, scopes, and what an address asks for. */
@NullMarked
package io.signalbox.gateway.access;

import org.jspecify.annotations.NullMarked;
