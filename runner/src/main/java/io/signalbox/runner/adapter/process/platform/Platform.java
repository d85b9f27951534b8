package io.signalbox.runner.adapter.process.platform;

import io.signalbox.runner.adapter.process.library.CLibrary;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * The ways that this system leaves for what tasks need, by name: decided here and nowhere else. What only one system has is not linked before its way is
 * taken.
 *
 * @param start how programs are started
 * @param session how they get a session of their own where the start does not give them one
 * @param search how what a task has started is found again
 * @param terminal what a task gets that wants a terminal
 */
public record Platform(Start start, Session session, Search search, Terminal terminal) {
    /** The youngest function that {@link Start#C_LIBRARY} needs: where it is, the others are too. */
    public static final String NEWEST = "posix_spawn_file_actions_addclosefrom_np";

    private static final String NOT_APART = "tasks share the runner's session and outlive it when it is killed";
    /** Where the numbers hold by which terminals are asked. */
    private static final Set<String> MACHINES = Set.of("amd64", "aarch64", "riscv64");

    private static final Path PROC = Path.of("/proc/self");
    private static final Map<String, Platform> KNOWN = new ConcurrentHashMap<>();

    /** How programs are started. */
    public enum Start {
        /** By one exec, in a session of their own. */
        C_LIBRARY,
        /** By Java and a program that makes the session. */
        JAVA
    }

    /** What makes a session. */
    public enum Session {
        /** The program of util-linux. */
        SETSID,
        /** A line of Perl, which macOS brings along. */
        PERL,
        /** Nothing. */
        NONE;

        /** What stands before a program and its arguments. */
        public List<String> command() {
            return switch (this) {
                case SETSID -> List.of("setsid");
                case PERL -> List.of("perl", "-e", "use POSIX; POSIX::setsid(); exec { $ARGV[0] } @ARGV; exit 127");
                case NONE -> List.of();
            };
        }
    }

    /** How what a task has started is found again. */
    public enum Search {
        /** By the marks that it carries: among the runner's own orphans, or where the kernel does not give them to it on the whole machine. */
        MARKS(""),
        /** In the process group of its shell, and below. */
        GROUP("what has left its parents and the process group of its shell goes on");

        private final String lack;

        Search(String lack) {
            this.lack = lack;
        }
    }

    /** What a task gets that wants a terminal. */
    public enum Terminal {
        /** One. */
        PSEUDO(""),
        /** A pipe. */
        NONE("tasks that want a terminal get a pipe");

        private final String lack;

        Terminal(String lack) {
            this.lack = lack;
        }
    }

    /** This system's. */
    public static Platform here() {
        return KNOWN.computeIfAbsent(System.getProperty("os.name", ""), Platform::of);
    }

    private static Platform of(String system) {
        boolean linux = system.equals("Linux");
        boolean proc = linux && Files.isDirectory(PROC);
        return new Platform(
                linux && CLibrary.has(NEWEST) ? Start.C_LIBRARY : Start.JAVA,
                installed(),
                proc ? Search.MARKS : Search.GROUP,
                linux && MACHINES.contains(System.getProperty("os.arch")) ? Terminal.PSEUDO : Terminal.NONE);
    }

    private static Session installed() {
        return Stream.of(Session.SETSID, Session.PERL)
                .filter(way -> isInstalled(way.command().getFirst()))
                .findFirst()
                .orElse(Session.NONE);
    }

    private static boolean isInstalled(String program) {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(":", -1))
                .filter(folder -> !folder.isEmpty())
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }

    /** Whether a task's processes have a session apart from the runner's, by which its guard can kill them. */
    public boolean setsTasksApart() {
        return start == Start.C_LIBRARY || session != Session.NONE;
    }

    /** What it lacks, for people; nothing on a usual Linux. */
    public List<String> lacks() {
        return Stream.of(setsTasksApart() ? "" : NOT_APART, search.lack, terminal.lack)
                .filter(lack -> !lack.isEmpty())
                .toList();
    }
}
