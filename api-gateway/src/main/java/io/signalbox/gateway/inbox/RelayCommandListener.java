package io.signalbox.gateway.inbox;

import io.signalbox.model.message.RelayCommand;

/** Hears all commands to this gateway's relay, in the order in which each sender sent them; ignores those of others. */
@FunctionalInterface
public interface RelayCommandListener {

    /** Takes {@code command}. Called in the inbox's thread: must be short. */
    void received(RelayCommand command);
}
