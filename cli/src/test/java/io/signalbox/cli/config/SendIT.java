package io.signalbox.cli.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.signalbox.cli.adapter.http.ScriptedGateway;
import io.signalbox.cli.adapter.http.ScriptedGateway.Bytes;
import io.signalbox.cli.config.Typed.Shell;
import io.signalbox.model.folder.PieceHash;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingDeque;
import java.util.concurrent.LinkedBlockingDeque;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code --send} against a gateway over TLS that says what it misses. */
class SendIT {
    private static final String ONE = hash("one\n");
    private static final String TWO = hash("two\n");
    private static final String MANIFEST = hash("the manifest");
    private static final Bytes TAKEN = Bytes.answer(200, "{'manifest':'" + MANIFEST + "','missing':[]}");

    @TempDir
    private static Path keys;

    @TempDir
    private Path folder;

    private final BlockingDeque<Bytes> offers = new LinkedBlockingDeque<>();
    private ScriptedGateway gateway;
    private Shell shell;

    @BeforeEach
    void start() throws Exception {
        gateway = new ScriptedGateway(
                keys,
                call -> call.startsWith("PUT /api/v1/folders")
                        ? offers.removeFirst()
                        : Bytes.answer(
                                call.startsWith("PUT") ? 204 : 201, call.startsWith("PUT") ? "" : "{'id':'t1'}"));
        shell = new Shell()
                .with("SIGNALBOX_URL", gateway.address())
                .with("SIGNALBOX_TOKEN", "sbp_test")
                .with("SIGNALBOX_CA", gateway.authority())
                .with("XDG_CONFIG_HOME", keys);
        Files.writeString(folder.resolve("a"), "one\n");
        Files.writeString(folder.resolve("b"), "two\n");
    }

    @AfterEach
    void stop() throws Exception {
        gateway.close();
    }

    private Typed send(String... options) {
        List<String> words = new ArrayList<>(List.of("submit", "--send", folder.toString()));
        words.addAll(List.of(options));
        words.addAll(List.of("--", "make"));
        return shell.type(words.toArray(String[]::new));
    }

    @Test
    void onlyWhatIsMissingIsSent() {
        offers.add(Bytes.answer(200, "{'manifest':null,'missing':['" + TWO + "']}"));
        offers.add(TAKEN);

        Typed sent = send("--project", "shop");

        assertThat(sent.out()).isEqualTo("t1\n");
        assertThat(sent.err()).isEqualTo("Folder: 2 files and links, 0.0 MB; 1 of 2 pieces were new\n");
        assertThat(gateway.calls)
                .containsExactly(
                        "PUT /api/v1/folders?project=shop",
                        "PUT /api/v1/pieces?project=shop",
                        "PUT /api/v1/folders?project=shop",
                        "POST /api/v1/tasks");
        assertThat(gateway.requests.getFirst())
                .endsWith(
                        "{\"entries\":[{\"type\":\"file\",\"path\":\"a\",\"executable\":false,\"size\":4,\"pieces\":[\""
                                + ONE
                                + "\"]},{\"type\":\"file\",\"path\":\"b\",\"executable\":false,\"size\":4,\"pieces\":[\""
                                + TWO
                                + "\"]}]}");
        assertThat(gateway.requests.get(1)).endsWith("{\"pieces\":[\"dHdvCg==\"]}");
        assertThat(gateway.requests.getLast()).contains("\"folder\":{\"manifest\":\"" + MANIFEST + "\"}");
    }

    @Test
    void secondSendSendsNothing() {
        offers.add(TAKEN);

        assertThat(send().exitCode()).isZero();
        assertThat(gateway.calls).containsExactly("PUT /api/v1/folders", "POST /api/v1/tasks");
    }

    @Test
    void whatTheGatewayRefusesIsSaidAndNothingIsSubmitted() {
        offers.add(Bytes.answer(
                413, "{'code':'folder_too_large','status':413,'title':'x','detail':'The files are too large'}"));

        Typed sent = send();

        assertThat(sent.err()).contains("The files are too large");
        assertThat(sent.exitCode()).isEqualTo(125);
        assertThat(gateway.calls).containsExactly("PUT /api/v1/folders");
    }

    @Test
    void linkThatLeadsOutIsNamed() throws IOException {
        Files.createSymbolicLink(folder.resolve("out"), Path.of("/etc"));

        Typed sent = send();

        assertThat(sent.err()).contains("'out': its target must stay in the folder");
        assertThat(sent.exitCode()).isEqualTo(120);
        assertThat(gateway.calls).isEmpty();
    }

    @Test
    void folderWithNothingInItIsNotSent() throws IOException {
        Files.writeString(folder.resolve(".gitignore"), "*\n");

        assertThat(send().err()).contains("There is nothing to send");
        assertThat(shell.type("submit", "--send", "/nowhere", "--", "make").err())
                .contains("is not a folder");
        assertThat(gateway.calls).isEmpty();
    }

    private static String hash(String text) {
        return PieceHash.of(text.getBytes(StandardCharsets.UTF_8)).value();
    }
}
