/**
 * What is refused to runners about attempts, so that the task's timeline can show it: gathered for a few seconds, looked up, and kept as one
 * document for each attempt and kind, with how often it happened.
 */
@NullMarked
package io.signalbox.gateway.relay.refusal;

import org.jspecify.annotations.NullMarked;
