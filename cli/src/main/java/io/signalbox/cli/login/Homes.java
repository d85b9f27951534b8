package io.signalbox.cli.login;

import java.util.Optional;

/** Homes of a Signalbox that runs on this machine, as {@code bin/up} leaves them. */
public interface Homes {

    /** The one that {@code SIGNALBOX_HOME} names, if it is running. */
    Optional<Connection> named();

    /** The one of the checkout or folder that the command was given in, if it is running. */
    Optional<Connection> near();

    /** The text of a file with certificates. */
    String authorities(String file);
}
