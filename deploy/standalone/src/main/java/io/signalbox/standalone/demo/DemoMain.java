package io.signalbox.standalone.demo;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Runs the demonstration against the installation in a home folder; the exit status is 0 when everything went as it should.
 * Arguments: home folder, checkout of this repository, folder of the jars that its model is compiled against.
 */
public final class DemoMain {
    private DemoMain() {}

    public static void main(String[] args) throws Exception {
        var home = Path.of(args[0]);
        var url = URI.create(Files.readString(home.resolve("url")).strip());
        var token = Files.readString(home.resolve("admin-token")).strip();
        var screen =
                new Screen(new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8));
        boolean asExpected;
        try (var client = HttpClient.newBuilder()
                .sslContext(TrustedAuthority.of(home.resolve("ca.pem")))
                .build()) {
            screen.say("Signalbox runs at %s: gateway, scheduler and store in one process.".formatted(url));
            var demo = new Demo(new Api(client, url, token), screen);
            demo.meetRunner();
            demo.perform(Exercises.build(Path.of(args[1]), Path.of(args[2]), Path.of(System.getProperty("java.home"))));
            demo.perform(Exercises.failure());
            demo.performTalkative(Exercises.manyLines());
            demo.performUnservable();
            asExpected = demo.conclude();
        }
        System.exit(asExpected ? 0 : 1);
    }
}
