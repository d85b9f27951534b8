/** Which gateway a command talks to, with which token, trusting whom, and where that was found. */
@NullMarked
package io.signalbox.cli.login;

import org.jspecify.annotations.NullMarked;
