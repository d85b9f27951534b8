/** What is kept on this machine: the login, and the homes that {@code bin/up} leaves. */
@NullMarked
package io.signalbox.cli.adapter.disk;

import org.jspecify.annotations.NullMarked;
