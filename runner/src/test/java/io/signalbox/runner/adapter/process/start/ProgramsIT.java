package io.signalbox.runner.adapter.process.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds whichever way a program is started. */
class ProgramsIT {
    @TempDir
    Path folder;

    private Path output;

    interface Way {
        Started start(Program program) throws IOException;
    }

    static Stream<Arguments> ways() {
        return Stream.of(argumentSet("by the C library", (Way) Spawn::start), argumentSet("by Java", (Way)
                Programs::startByJava));
    }

    @BeforeEach
    void prepare() throws IOException {
        output = Files.createFile(folder.resolve("output"));
    }

    private Program bash(String script) {
        return new Program(List.of("bash", "-c", script), Map.of("A", "ä $HOME\n"), folder, output);
    }

    private String said() throws IOException {
        return Files.readString(output);
    }

    @ParameterizedTest
    @MethodSource("ways")
    void itsStatusIsToldAndDeathBySignalIs128AndItsNumber(Way way) throws IOException {
        assertThat(way.start(bash("exit 7")).ended().join()).isEqualTo(7);
        assertThat(way.start(bash("kill -KILL $$")).ended().join()).isEqualTo(137);
    }

    @ParameterizedTest
    @MethodSource("ways")
    void itLeadsASessionOfItsOwn(Way way) throws IOException {
        Started started = way.start(bash("read -r -a stat </proc/$$/stat; echo ${stat[4]} ${stat[5]}"));
        started.ended().join();
        long process = started.process().pid();
        assertThat(said()).isEqualTo(process + " " + process + "\n");
    }

    @ParameterizedTest
    @MethodSource("ways")
    void itHasItsFolderAndItsEnvironmentAndNothingElse(Way way) throws IOException {
        way.start(bash("pwd; printf %s \"$A\"; unset A PWD SHLVL _ OLDPWD; export -p >&2"))
                .ended()
                .join();
        assertThat(said()).isEqualTo(folder.toRealPath() + "\nä $HOME\n");
    }

    @ParameterizedTest
    @MethodSource("ways")
    void itInheritsThreeDescriptorsAndReadsNothing(Way way) throws IOException {
        try (var _ = new ServerSocket(0)) {
            way.start(bash("read -r line; echo $?; for i in {0..200}; do [[ -e /proc/$$/fd/$i ]] && echo $i; done"))
                    .ended()
                    .join();
        }
        assertThat(said()).isEqualTo("1\n0\n1\n2\n");
    }

    @ParameterizedTest
    @MethodSource("ways")
    void noSignalIsHeldBackFromIt(Way way) throws IOException {
        way.start(bash("while read -r name mask; do [[ $name == SigBlk: ]] && echo $mask; done </proc/$$/status"))
                .ended()
                .join();
        assertThat(said()).isEqualTo("0000000000000000\n");
    }

    @ParameterizedTest
    @MethodSource("ways")
    void whatCannotBeStartedIsToldWithItsPlace(Way way) {
        Path missing = folder.resolve("missing");
        assertThatThrownBy(() -> way.start(new Program(List.of("bash"), Map.of(), missing, output)))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("missing");
    }
}
