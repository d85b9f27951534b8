package io.signalbox.cli.adapter.http;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A key and certificate for {@code localhost}, made by the JDK's own tool. */
public final class Certificates {
    static final String PASSWORD = "changeit";

    private Certificates() {}

    /** Makes {@code gateway.p12} and {@code gateway.pem} in {@code folder}, unless they are there. */
    public static void make(Path folder) throws IOException, InterruptedException {
        Path store = folder.resolve("gateway.p12");
        if (Files.exists(store)) {
            return;
        }
        keytool(
                store,
                "-genkeypair -keyalg EC -groupname secp256r1 -dname CN=localhost -ext SAN=dns:localhost,ip:127.0.0.1");
        keytool(store, "-exportcert -rfc -file " + folder.resolve("gateway.pem"));
    }

    private static void keytool(Path store, String arguments) throws IOException, InterruptedException {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
        command.addAll(List.of(arguments.split(" ", -1)));
        command.addAll(List.of("-alias", "gateway", "-storepass", PASSWORD, "-keystore", store.toString()));
        var builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD);
        int status = builder.start().waitFor();
        if (status != 0) {
            throw new IOException("keytool ended with status " + status);
        }
    }
}
