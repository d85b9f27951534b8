package io.signalbox.runner.config.check;

import io.signalbox.runner.adapter.process.platform.Platform;
import io.signalbox.runner.config.setting.DataSize;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What tasks need on this machine: a disk, Java, bash and a few programs, and Docker where its engine is installed. */
public final class MachineCheck {
    private static final int JAVA = 25;
    private static final List<String> PROGRAMS = List.of("grep", "sleep");
    private static final String RECENT = "echo $BASH_VERSION; exit $((BASH_VERSINFO[0] < 4))";

    private final Path home;
    private final DataSize least;
    private final String searchPath;
    private final Path dockerSocket;

    /** A check of {@code home}, with programs looked for along {@code searchPath}. */
    public MachineCheck(Path home, DataSize least, String searchPath, Path dockerSocket) {
        this.home = home;
        this.least = least;
        this.searchPath = searchPath;
        this.dockerSocket = dockerSocket;
    }

    /** What keeps tasks from running at all, but for a disk that is full at present; empty if nothing does. */
    public Optional<String> obstacle() {
        return Stream.of(bash(), platform())
                .filter(Finding::isWrong)
                .map(Finding::text)
                .findFirst();
    }

    /** Everything. */
    public List<Finding> all() {
        var findings = new ArrayList<Finding>(List.of(disk(), java(), bash(), platform()));
        docker().ifPresent(findings::add);
        return findings;
    }

    private Finding disk() {
        Path there = home;
        while (!Files.exists(there) && there.getParent() != null) {
            there = there.getParent();
        }
        if (!Files.isWritable(there)) {
            return Finding.wrong("disk", there + " cannot be written by this user (--home)");
        }
        long free = there.toFile().getUsableSpace() >> 20;
        long wanted = least.bytes() >> 20;
        return free < wanted
                ? Finding.wrong("disk", free + " MB are free below " + there + ", and a task needs " + wanted + " MB")
                : Finding.ok("disk", free + " MB are free below " + there);
    }

    private static Finding java() {
        int version = Runtime.version().feature();
        return version < JAVA
                ? Finding.wrong("java", "is " + version + ", and must be " + JAVA + " or newer")
                : Finding.ok("java", String.valueOf(Runtime.version()));
    }

    private Finding bash() {
        List<String> missing = Stream.concat(Stream.of("bash"), PROGRAMS.stream())
                .filter(program -> find(program).isEmpty())
                .toList();
        return missing.isEmpty()
                ? version(find("bash").orElseThrow())
                : Finding.wrong("bash", "not found on the PATH: " + String.join(", ", missing));
    }

    /** The guard of a task cannot tell silence from the end of its pipe with an older one. macOS brings 3.2 along. */
    private static Finding version(Path bash) {
        try {
            Process process = new ProcessBuilder(bash.toString(), "-c", RECENT).start();
            String version = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            return process.waitFor() == 0
                    ? Finding.ok("bash", bash + " " + version)
                    : Finding.wrong("bash", bash + " is " + version + ", and must be 4 or newer");
        } catch (IOException e) {
            return Finding.wrong("bash", bash + " cannot be run: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Finding.wrong("bash", "interrupted");
        }
    }

    private static Finding platform() {
        Platform here = Platform.here();
        String text = System.getProperty("os.name") + ", "
                + (here.lacks().isEmpty() ? "with everything" : "where " + String.join("; ", here.lacks()));
        return here.setsTasksApart()
                ? Finding.ok("platform", text)
                : Finding.wrong("platform", text + ": install util-linux, or perl");
    }

    private Optional<Finding> docker() {
        if (!Files.exists(dockerSocket)) {
            return Optional.empty();
        }
        try (SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX)) {
            channel.connect(UnixDomainSocketAddress.of(dockerSocket));
            return Optional.of(Finding.ok("docker", dockerSocket + " accepts connections"));
        } catch (IOException e) {
            return Optional.of(
                    Finding.wrong("docker", dockerSocket + " cannot be used by this user: " + e.getMessage()));
        }
    }

    private Optional<Path> find(String program) {
        return Stream.of(searchPath.split(":", -1))
                .filter(folder -> !folder.isEmpty())
                .map(folder -> Path.of(folder, program))
                .filter(Files::isExecutable)
                .findFirst();
    }
}
