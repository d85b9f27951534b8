package io.signalbox.systemtest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What kills programs on purpose is not among what users get. */
class ProductJarsSystemIT {
    private static final List<String> FOREIGN =
            List.of("signalbox-faults", "signalbox-testkit", "signalbox/faults/", "signalbox/testkit/");
    private static final Set<String> AGENTS = Set.of("Premain-Class", "Agent-Class", "Launcher-Agent-Class");
    private static final Path CHECKOUT = Path.of("..");

    @Test
    void noJarOfTheProductHasAnAgentOrPartsOfTests() throws IOException {
        List<Path> jars = jars();

        assertThat(jars)
                .extracting(jar -> jar.getFileName().toString())
                .contains(
                        "signalbox-api-gateway-exec.jar",
                        "signalbox-scheduler-exec.jar",
                        "signalbox-standalone-exec.jar",
                        "signalbox-runner.jar",
                        "signalbox-shared-model-0.1.0-SNAPSHOT.jar",
                        "signalbox-cli.jar");
        assertThat(jars).allSatisfy(jar -> assertThat(foreignIn(jar)).isEmpty());
    }

    @Test
    void jarWithAnAgentOrPartsOfTestsIsSeen(@TempDir Path folder) throws IOException {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().putValue("Launcher-Agent-Class", "Planted");
        Path planted = folder.resolve("planted.jar");
        try (JarOutputStream jar = new JarOutputStream(Files.newOutputStream(planted), manifest)) {
            jar.putNextEntry(new ZipEntry("BOOT-INF/lib/signalbox-faults-0.1.0.jar"));
            jar.putNextEntry(new ZipEntry("io/signalbox/testkit/Planted.class"));
        }

        assertThat(foreignIn(planted))
                .containsExactlyInAnyOrder(
                        "Launcher-Agent-Class",
                        "BOOT-INF/lib/signalbox-faults-0.1.0.jar",
                        "io/signalbox/testkit/Planted.class");
    }

    /** The programs, and what lies beside the runner's. */
    private static List<Path> jars() throws IOException {
        List<Path> folders = List.of(
                Path.of("api-gateway/target"),
                Path.of("scheduler/target"),
                Path.of("deploy/standalone/target"),
                Path.of("runner/target"),
                Path.of("runner/target/lib"),
                Path.of("cli/target"));
        return folders.stream()
                .flatMap(folder -> jarsIn(CHECKOUT.resolve(folder)))
                .filter(jar -> !jar.getFileName().toString().endsWith("-tests.jar"))
                .toList();
    }

    private static Stream<Path> jarsIn(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".jar")).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> foreignIn(Path file) {
        try (JarFile jar = new JarFile(file.toFile())) {
            Stream<String> agents = jar.getManifest().getMainAttributes().keySet().stream()
                    .map(Object::toString)
                    .filter(AGENTS::contains);
            Stream<String> entries = jar.stream()
                    .map(ZipEntry::getName)
                    .filter(name -> FOREIGN.stream().anyMatch(name::contains));
            return Stream.concat(agents, entries).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
