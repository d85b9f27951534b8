/**
 * Registration: a token as a policy, tags that nobody can claim, names that are in use until their holder has been silent (C6).
 */
@NullMarked
package io.signalbox.gateway.runner.registration;

import org.jspecify.annotations.NullMarked;
