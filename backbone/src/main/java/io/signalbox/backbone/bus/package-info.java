/**
 * The message bus as both services use it: a port with a sending and a receiving side. Messages carry speed, never
 * truth: each may be lost, doubled or late, and a sweep over the store finds what a lost one should have caused.
 */
@NullMarked
package io.signalbox.backbone.bus;

import org.jspecify.annotations.NullMarked;
