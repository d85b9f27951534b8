package io.signalbox.cli.failure;

/** A command cannot do what it was asked to. The message is one line: what failed, and what to do next. */
public final class Failure extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final ExitCode exitCode;

    /** Ends the command with {@code exitCode}. */
    public Failure(ExitCode exitCode, String message) {
        super(message);
        this.exitCode = exitCode;
    }

    /** Something in the command line or the settings is wrong. */
    public static Failure usage(String message) {
        return new Failure(ExitCode.USAGE, message);
    }

    /** What the command ends with. */
    public ExitCode exitCode() {
        return exitCode;
    }

    /** What is shown. */
    public String line() {
        return String.valueOf(getMessage());
    }
}
