package io.signalbox.faults.adapter.agent;

import static org.assertj.core.api.Assertions.assertThat;

import io.signalbox.faults.core.crash.CrashPoint;
import io.signalbox.faults.core.crash.Spot;
import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CrashAgentIT {
    private static final int CALLS = 3;
    private static final int KILLED = 137;

    @TempDir
    private Path folder;

    private record End(int status, long callsDone) {}

    @ParameterizedTest
    @EnumSource(names = {"SUBMISSION_STORED", "ASSIGNMENT_UNPUBLISHED", "START_UNSTORED", "END_STORED"})
    void processDiesAtThePointThatTheTrapIsSetFor(CrashPoint point) throws Exception {
        Trap trap = new Trap(folder.resolve("trap"));
        trap.set(point);

        End end = run(point);

        Spot spot = point.spot();
        assertThat(end).isEqualTo(new End(KILLED, spot.side() == Spot.Side.BEFORE ? spot.call() - 1 : spot.call()));
        assertThat(trap.isSet()).isEmpty();
    }

    @Test
    void processLivesWhereTheTrapIsSetForAnotherPoint() throws Exception {
        Trap trap = new Trap(folder.resolve("trap"));
        trap.set(CrashPoint.END_STORED);

        assertThat(run(CrashPoint.SUBMISSION_STORED)).isEqualTo(new End(0, CALLS));
        assertThat(trap.isSet()).contains(CrashPoint.END_STORED);
    }

    @Test
    void processLivesWhereNoTrapIsSet() throws Exception {
        assertThat(run(CrashPoint.SUBMISSION_STORED)).isEqualTo(new End(0, CALLS));
    }

    private End run(CrashPoint point) throws IOException, InterruptedException {
        Path classes = folder.resolve("classes");
        Path file = classes.resolve(point.spot().internalName() + ".class");
        Files.createDirectories(file.getParent());
        Files.write(file, program(point.spot()));
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-javaagent:target/signalbox-faults.jar=" + folder.resolve("trap"),
                        "-cp",
                        classes.toString(),
                        point.spot().internalName().replace('/', '.'))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new End(process.waitFor(), printed.lines().count());
    }

    /** A class with the name and the method of the spot, whose main method calls it three times; each call prints a line. */
    private static byte[] program(Spot spot) {
        ClassDesc self = ClassDesc.ofInternalName(spot.internalName());
        ClassDesc stream = ClassDesc.of("java.io.PrintStream");
        MethodTypeDesc nothing = MethodTypeDesc.of(ConstantDescs.CD_void);
        MethodTypeDesc main = MethodTypeDesc.of(ConstantDescs.CD_void, ConstantDescs.CD_String.arrayType());
        int flags = ClassFile.ACC_PUBLIC | ClassFile.ACC_STATIC;
        return ClassFile.of()
                .build(
                        self,
                        type -> type.withFlags(ClassFile.ACC_PUBLIC)
                                .withMethodBody("main", main, flags, code -> {
                                    List.of(1, 2, CALLS).forEach(_ -> code.invokestatic(self, spot.method(), nothing));
                                    code.return_();
                                })
                                .withMethodBody(
                                        spot.method(),
                                        nothing,
                                        flags,
                                        code -> code.getstatic(ClassDesc.of("java.lang.System"), "out", stream)
                                                .loadConstant("done")
                                                .invokevirtual(
                                                        stream,
                                                        "println",
                                                        MethodTypeDesc.of(
                                                                ConstantDescs.CD_void, ConstantDescs.CD_String))
                                                .return_()));
    }
}
