package io.signalbox.runner.config.check;

import io.signalbox.runner.config.setting.DataSize;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What tasks need on this machine: a disk, Java, bash and a few programs, and Docker where its engine is installed. */
public final class MachineCheck {
    private static final int JAVA = 25;
    private static final List<String> PROGRAMS = List.of("mkfifo", "grep", "cat");

    private static final String ELSEWHERE =
            ": tasks run on pipes, in the runner's session; background processes that leave their shell go on; health tells the disk alone";

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

    /** Everything. */
    public List<Finding> all() {
        var findings = new ArrayList<Finding>(List.of(disk(), java(), bash(), utilLinux()));
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
                ? Finding.ok("bash", find("bash").map(Path::toString).orElse(""))
                : Finding.wrong("bash", "not found on the PATH: " + String.join(", ", missing));
    }

    /** Without it tasks run, and what they leave in the background is found less surely. */
    private Finding utilLinux() {
        String system = System.getProperty("os.name", "");
        if (!system.equals("Linux")) {
            return Finding.ok("util-linux", "not on " + system + ELSEWHERE);
        }
        return find("setsid")
                .map(path -> Finding.ok("util-linux", path.toString()))
                .orElseGet(() -> Finding.wrong("util-linux", "setsid is not found on the PATH: install util-linux"));
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
