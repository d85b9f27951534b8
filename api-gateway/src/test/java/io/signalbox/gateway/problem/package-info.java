/** Tests of problems without HTTP. */
@NullMarked
package io.signalbox.gateway.problem;

import org.jspecify.annotations.NullMarked;
