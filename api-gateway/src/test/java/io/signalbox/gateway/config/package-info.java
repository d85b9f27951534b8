/** Tests of settings: right ones are taken, wrong ones name property and value. */
@NullMarked
package io.signalbox.gateway.config;

import org.jspecify.annotations.NullMarked;
