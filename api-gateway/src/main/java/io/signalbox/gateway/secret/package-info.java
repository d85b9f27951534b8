/**
 * Secrets of projects: written and never read again by people, encrypted in the store under a key that is not in it, and resolved only
 * into the answer that gives a claimed attempt to its runner (C1).
 */
@NullMarked
package io.signalbox.gateway.secret;

import org.jspecify.annotations.NullMarked;
