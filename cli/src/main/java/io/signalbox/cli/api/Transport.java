package io.signalbox.cli.api;

/** Carries calls to the gateway. */
public interface Transport {

    /** Sends one and waits for its outcome; never fails otherwise. An interrupt gives the call up. */
    Outcome send(Call call) throws InterruptedException;
}
