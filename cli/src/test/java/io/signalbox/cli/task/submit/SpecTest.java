package io.signalbox.cli.task.submit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.signalbox.cli.api.Call;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class SpecTest {
    @Test
    void oneWordIsShellTextAndSeveralAreAProgramWithItsArguments() {
        assertThat(body("cd /x && make")).isEqualTo("{'commands':['cd /x && make']}");
        assertThat(body("--", "make", "test", "NAME=a b", "it's", "", "*"))
                .isEqualTo("{'commands':['make test 'NAME=a b' 'it'\\\\''s' '' '*'']}");
    }

    @Test
    void whatFollowsTheProgramIsItsOwn() {
        assertThat(body("make", "--pool", "x", "-f", "y")).isEqualTo("{'commands':['make --pool x -f y']}");
    }

    @Test
    void severalCommandsKeepTheirOrder() {
        assertThat(body("-c", "cd /x", "-c", "make", "--", "make", "install"))
                .isEqualTo("{'commands':['cd /x','make','make install']}");
    }

    @Test
    void everyOptionHasItsField() {
        assertThat(body(
                        "--project=web",
                        "--name=n",
                        "--pool=builders",
                        "-t",
                        "linux,big",
                        "--tag=!spot",
                        "--secret=KEY",
                        "-e",
                        "A=1=2",
                        "--env",
                        "HOME",
                        "-l",
                        "k=v",
                        "--priority=80",
                        "--timeout=PT1M30S",
                        "--queue-timeout=PT1H",
                        "--attempts=3",
                        "--on-lost=requeue",
                        "--concurrency-key=deploy",
                        "--no-tty",
                        "true"))
                .isEqualTo(
                        "{'commands':['true'],'project':'web','name':'n','pool':'builders','tags':['linux','big','!spot'],"
                                + "'secrets':['KEY'],'env':{'A':'1=2','HOME':'/home/me'},'labels':{'k':'v'},"
                                + "'executor':{'type':'shell','tty':false},'priority':80,'timeout':'PT1M30S','queueTimeout':'PT1H',"
                                + "'retry':{'maxAttempts':3},'onLost':{'policy':'requeue'},'concurrency':{'key':'deploy'}}");
        assertThat(body("--image=alpine:3", "true"))
                .isEqualTo("{'commands':['true'],'executor':{'type':'docker','image':'alpine:3'}}");
    }

    @Test
    void optionsChangeWhatAFileSays() {
        String file = "{'commands':['make'],'retry':{'maxAttempts':2,'backoff':'PT1S'},'priority':10}";
        assertThat(call(file, Map.of(), "-f", "-", "--attempts=5").body())
                .hasToString(json("{'commands':['make'],'retry':{'maxAttempts':5,'backoff':'PT1S'},'priority':10}"));
    }

    @Test
    void theProjectOfTheEnvironmentIsUsed() {
        assertThat(call("", Map.of("SIGNALBOX_PROJECT", "web"), "true").body())
                .hasToString(json("{'commands':['true'],'project':'web'}"));
    }

    @Test
    void everySubmissionHasAKey() {
        assertThat(call("", Map.of(), "true").key()).isEqualTo("new key");
        assertThat(call("", Map.of(), "--key=mine", "true").key()).isEqualTo("mine");
    }

    @Test
    void folderIsSentToTheProjectAndNamed() {
        assertThat(body("--send", "src", "-p", "web", "make"))
                .isEqualTo("{'commands':['make'],'project':'web','folder':{'manifest':'src for web'}}");
        assertThat(body("--send", "src", "make"))
                .isEqualTo("{'commands':['make'],'folder':{'manifest':'src for null'}}");
    }

    @Test
    void whatCannotBeMeantIsRefused() {
        assertThatThrownBy(() -> body()).hasMessageContaining("nothing to run");
        assertThatThrownBy(() -> body("-e", "MISSING", "true")).hasMessageContaining("--env MISSING has no value");
        assertThatThrownBy(() -> call("[]", Map.of(), "-f", "-")).hasMessageContaining("must hold one JSON object");
        assertThatThrownBy(() -> call("{", Map.of(), "-f", "-")).hasMessageContaining("is no JSON");
        assertThatThrownBy(() -> call("", Map.of(), "-f", "/nowhere")).hasMessageContaining("cannot be read");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a b", "it's", "$HOME", "a\\b", "\"q\"", "*", "x;y", "ü"})
    void aWordReachesTheProgramAsItWasTyped(String word) throws IOException, InterruptedException {
        String text = Spec.text(List.of("printf", "%s", word));
        Process shell = new ProcessBuilder("bash", "-c", text).start();
        assertThat(new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                .isEqualTo(word);
        assertThat(shell.waitFor()).isZero();
    }

    private static String body(String... arguments) {
        return String.valueOf(call("", Map.of("HOME", "/home/me"), arguments).body())
                .replace('"', '\'');
    }

    private static String json(String text) {
        return text.replace('\'', '"');
    }

    private static Call call(String input, Map<String, String> environment, String... arguments) {
        var options = new TaskOptions();
        var line = new CommandLine(options).setStopAtPositional(true);
        line.registerConverter(Duration.class, Duration::parse);
        line.parseArgs(arguments);
        InputStream standardInput = new ByteArrayInputStream(json(input).getBytes(StandardCharsets.UTF_8));
        try {
            return new Submission(standardInput, environment, () -> "new key", SpecTest::sent).call(options);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String sent(@Nullable String project, Path folder) {
        return folder + " for " + project;
    }
}
