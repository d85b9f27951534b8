package io.signalbox.runner.adapter.process.guard;

import io.signalbox.model.id.AttemptId;
import io.signalbox.runner.adapter.process.family.Mark;
import io.signalbox.runner.adapter.process.family.Orphans;
import io.signalbox.runner.adapter.process.family.Sessions;
import io.signalbox.runner.adapter.process.platform.Platform;
import io.signalbox.runner.contact.Moment;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;

/**
 * A small process that watches over one attempt at a time and kills it when the runner is gone, however it went, or has had no contact for too
 * long, though it may itself be frozen (C9): the pipe between them tells it by its end and by ticks. Not thread-safe.
 */
final class Guard implements Closeable {
    private static final String SCRIPT = script();

    private final Process process;
    private final OutputStream orders;
    private final StringBuilder told = new StringBuilder();

    private Guard(Process process) {
        this.process = process;
        this.orders = process.getOutputStream();
    }

    /** Starts one, in a session of its own, so that no signal to the runner's group reaches it. */
    static Guard start() throws IOException {
        List<String> command =
                Sessions.apart("bash", "--noprofile", "--norc", "-c", SCRIPT, "signalbox-guard", marks());
        Process process =
                new ProcessBuilder(command).redirectError(Redirect.DISCARD).start();
        Orphans.spare(process.pid(), process.onExit());
        return new Guard(process);
    }

    /** Where it finds them; nowhere if empty. */
    private static String marks() {
        return switch (Platform.here().search()) {
            case MARKS -> "/proc";
            case GROUP -> "";
        };
    }

    boolean lives() {
        return process.isAlive();
    }

    /** From here on the attempt dies with the runner. Before its first process is started. */
    void watch(AttemptId attempt) throws IOException {
        order("watch " + attempt + " " + new Mark(attempt).number());
    }

    /** Tells the process group of its shell. */
    void group(long leader) throws IOException {
        order("group " + leader);
    }

    /** From here on the attempt also dies when there was no contact for so long (C9). */
    void limit(Duration silence, Moment last) throws IOException {
        order("limit " + silence.toMillis() + " " + last.up() + " " + last.wall());
    }

    /** There was contact. */
    void tick(Moment last) throws IOException {
        order("tick " + last.up() + " " + last.wall());
    }

    /** Whether it has killed the attempt for want of contact, or is about to: it says so before it does. */
    boolean hasKilled(AttemptId attempt) throws IOException {
        InputStream words = process.getInputStream();
        told.append(new String(words.readNBytes(words.available()), StandardCharsets.US_ASCII));
        return told.indexOf(attempt.toString()) >= 0;
    }

    /** The attempt is over. */
    void release() throws IOException {
        order("release");
        told.setLength(0);
    }

    private void order(String line) throws IOException {
        orders.write((line + "\n").getBytes(StandardCharsets.US_ASCII));
        orders.flush();
    }

    @Override
    public void close() throws IOException {
        orders.close();
    }

    private static String script() {
        try (InputStream script = Guard.class.getResourceAsStream("guard.sh")) {
            if (script == null) {
                throw new IllegalStateException("guard.sh is missing in the runner's jar");
            }
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException("guard.sh cannot be read", e);
        }
    }
}
