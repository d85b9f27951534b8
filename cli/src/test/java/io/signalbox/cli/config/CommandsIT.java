package io.signalbox.cli.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.signalbox.cli.adapter.http.ScriptedGateway;
import io.signalbox.cli.adapter.http.ScriptedGateway.Bytes;
import io.signalbox.cli.config.Typed.Shell;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whole command lines against a gateway over TLS that follows a script. */
class CommandsIT {
    private static final String ENDED =
            "{'id':'t1','state':'failed','exitCode':7,'reason':{'message':'make ended with 7'},"
                    + "'attempts':[{'number':1,'state':'failed'}]}";

    @TempDir
    private static Path keys;

    @TempDir
    private Path home;

    private final ConcurrentMap<String, Deque<Bytes>> script = new ConcurrentHashMap<>();
    private ScriptedGateway gateway;
    private Shell shell;

    @BeforeEach
    void start() throws Exception {
        gateway = new ScriptedGateway(keys, this::next);
        shell = new Shell()
                .with("SIGNALBOX_URL", gateway.address())
                .with("SIGNALBOX_TOKEN", "sbp_test")
                .with("SIGNALBOX_CA", gateway.authority())
                .with("XDG_CONFIG_HOME", home);
    }

    @AfterEach
    void stop() throws Exception {
        gateway.close();
    }

    @Test
    void runEndsWithTheTasksExitCodeAndPrintsItsVeryBytes() {
        runningTask();
        Typed run = shell.type("run", "--", "make", "test");
        assertThat(run.out()).isEqualTo("one\n\033[31mtwo\033[0m\n");
        assertThat(run.err()).isEqualTo("Task t1 is failed: make ended with 7\n");
        assertThat(run.exitCode()).isEqualTo(7);
        assertThat(gateway.requests.getFirst())
                .contains("Idempotency-Key: ")
                .endsWith("{\"commands\":[\"make test\"]}");
    }

    @Test
    void programsGetTheTaskAndItsLogBesideIt() {
        runningTask();
        Typed run = shell.type("run", "--output", "json", "--", "make");
        assertThat(run.out()).isEqualTo(ENDED.replace('\'', '"') + "\n");
        assertThat(run.err()).startsWith("one\n");
        assertThat(run.exitCode()).isEqualTo(7);
    }

    @Test
    void aPageThatIsCutIsReadAgain() {
        runningTask();
        Deque<Bytes> pages = Objects.requireNonNull(script.get("GET /api/v1/tasks/t1/log?attempt=1&from=0"));
        pages.addFirst(pages.getFirst().cut(30));
        pages.addFirst(Bytes.raw("nonsense"));
        assertThat(shell.type("run", "--", "make").out()).isEqualTo("one\n\033[31mtwo\033[0m\n");
    }

    @Test
    void aSubmissionThatBrokeIsRepeatedUnderItsKey() {
        on("POST /api/v1/tasks", Bytes.raw(""), Bytes.answer(201, "{'id':'t1'}"));
        assertThat(shell.type("submit", "true").out()).isEqualTo("t1\n");
        assertThat(gateway.requests.stream().map(CommandsIT::keyOf).distinct()).hasSize(1);
        assertThat(gateway.requests).hasSize(2);
    }

    @Test
    void programsGetWhatTheApiHasAnswered() {
        String page = "{'items':[{'id':'t1','somethingNew':1}],'next':null}";
        on("GET /api/v1/tasks", Bytes.answer(200, page));
        assertThat(shell.type("tasks", "-o", "json").out()).isEqualTo(page.replace('\'', '"') + "\n");
    }

    @Test
    void webhookIsMadeShownAndItsDeliveryRepeated() {
        on("POST /api/v1/webhooks", Bytes.answer(201, "{'id':'wh_1','secret':'whsec_s'}"));
        Typed made = shell.type("webhooks", "make", "https://x.example/", "-p", "web", "-t", "task.passed,task.lost");
        assertThat(made.out()).isEqualTo("whsec_s\n");
        assertThat(gateway.requests.getLast())
                .endsWith(
                        "{\"url\":\"https://x.example/\",\"project\":\"web\",\"types\":[\"task.passed\",\"task.lost\"]}");
        on(
                "GET /api/v1/webhooks",
                Bytes.answer(
                        200,
                        "{'items':[{'id':'wh_1','enabled':false,'switchedOff':{'detail':'a day of failures'},'types':[]}]}"));
        assertThat(shell.type("webhooks").out()).contains("off: a day of failures");
        on(
                "GET /api/v1/webhooks/wh_1/deliveries",
                Bytes.answer(200, "{'items':[{'id':'d1','state':'failed','tries':[{'status':503,'error':null}]}]}"));
        assertThat(shell.type("webhooks", "deliveries", "wh_1").out()).contains("d1", "failed", "503");
        on("POST /api/v1/webhooks/wh_1/deliveries/d1/repeat", Bytes.answer(202, "{}"));
        assertThat(shell.type("webhooks", "repeat", "wh_1", "d1").exitCode()).isZero();
    }

    @Test
    void noNameReachesTheTerminalRaw() {
        on(
                "GET /api/v1/tasks",
                Bytes.answer(200, "{'items':[{'id':'t1','state':'queued','name':'\\u001b[2Jevil\\u0007'}]}"));
        assertThat(shell.type("tasks").out()).contains("evil").doesNotContain("\033", "\007");
        on("GET /api/v1/tasks/x", Bytes.answer(404, "{'code':'not_found','detail':'No \\u001b]0;t\\u0007task\\nx'}"));
        Typed refused = shell.type("task", "x");
        assertThat(refused.err())
                .isEqualTo(
                        "signalbox: No task ⏎ x. Look at `signalbox tasks`, `runners`, `pools` or `projects` for what"
                                + " there is.\n");
        assertThat(refused.exitCode()).isEqualTo(125);
    }

    @Test
    void loginTriesTheTokenAndKeepsIt() {
        on("GET /api/v1/me", Bytes.answer(200, "{'name':'root','role':'admin'}"));
        on("GET /api/v1/tasks", Bytes.answer(200, "{'items':[]}"));
        Shell fresh = new Shell().with("XDG_CONFIG_HOME", home).reading("sbp_typed\n");
        Typed login = fresh.type(
                "login",
                gateway.address().toString(),
                "--ca",
                gateway.authority().toString());
        assertThat(login.out()).startsWith("Logged in to " + gateway.address() + " as root (admin); kept in " + home);
        assertThat(fresh.type("tasks").exitCode()).isZero();
        assertThat(gateway.requests).allMatch(request -> request.contains("Authorization: Bearer sbp_typed"));
        assertThat(fresh.type("logout").out()).isEqualTo("Logged out\n");
        assertThat(fresh.type("tasks").exitCode()).isEqualTo(120);
    }

    @Test
    void whoTypesLearnsByWhichTokenAndWhatItMayDo() {
        on("GET /api/v1/me", Bytes.answer(200, "{'token':'i7','name':'ci','role':'submitter','projects':['a','b']}"));
        assertThat(shell.type("me").out())
                .startsWith("ci (submitter in a,b), token i7 at " + gateway.address() + ", as the command");
        on("GET /api/v1/me", Bytes.answer(200, "{'token':'i8','name':'root','role':'admin','projects':[]}"));
        assertThat(shell.type("me").out()).startsWith("root (admin in all projects), token i8 at ");
        assertThat(shell.type("me", "-o", "json").out()).contains("\"token\":\"i8\"");
    }

    @Test
    void aTokenThatIsRefusedIsNotKept() {
        on("GET /api/v1/me", Bytes.answer(401, "{'code':'unauthenticated','detail':'The token is not known'}"));
        Shell fresh = new Shell().with("XDG_CONFIG_HOME", home).with("SIGNALBOX_TOKEN", "sbp_no");
        Typed login = fresh.type(
                "login",
                gateway.address().toString(),
                "--ca",
                gateway.authority().toString());
        assertThat(login.exitCode()).isEqualTo(125);
        assertThat(home).isEmptyDirectory();
    }

    @Test
    void aSecretsValueComesFromStandardInput() {
        on("PUT /api/v1/secrets/KEY?project=web", Bytes.answer(204, ""));
        assertThat(shell.reading("s3cret\n")
                        .type("secrets", "set", "KEY", "-p", "web")
                        .exitCode())
                .isZero();
        assertThat(gateway.requests.getFirst()).endsWith("{\"value\":\"s3cret\"}");
    }

    @Test
    void aRunnerIsFoundByItsName() {
        on("GET /api/v1/runners", Bytes.answer(200, "{'items':[{'id':'r1','name':'local'}],'next':null}"));
        on("POST /api/v1/runners/r1/drain", Bytes.answer(200, "{'state':'online','slots':[{'busy':true}]}"));
        assertThat(shell.type("runners", "drain", "local").out())
                .isEqualTo("Runner local is draining: it finishes what it runs, then it leaves (1 running)\n");
        assertThat(shell.type("runners", "pause", "other").exitCode()).isEqualTo(125);
    }

    @Test
    void aLimitIsTakenAwayByNone() {
        on("PATCH /api/v1/pools/big", Bytes.answer(200, "{}"));
        assertThat(shell.type("pools", "set", "big", "--cap", "none", "--pickup-target", "30s")
                        .exitCode())
                .isZero();
        assertThat(gateway.requests.getFirst()).endsWith("{\"cap\":null,\"pickupTarget\":\"PT30S\"}");
    }

    @Test
    void aTokensValueIsPrintedAlone() {
        on("POST /api/v1/tokens", Bytes.answer(201, "{'id':'i','value':'sbp_new'}"));
        assertThat(shell.type("tokens", "make", "--name", "ci", "--role", "submitter", "-p", "web")
                        .out())
                .isEqualTo("sbp_new\n");
        assertThat(gateway.requests.getFirst())
                .endsWith("{\"name\":\"ci\",\"role\":\"submitter\",\"projects\":[\"web\"]}");
    }

    @Test
    void howLongAProjectsTasksAreKeptIsSetAndShown() {
        on("PATCH /api/v1/projects/web", Bytes.answer(200, "{'name':'web'}"));
        on("GET /api/v1/projects/web", Bytes.answer(200, "{'name':'web','weight':1,'retention':'PT2160H'}"));
        Typed set = shell.type("projects", "set", "web", "--retention", "90d", "--log-retention", "none");
        assertThat(set.exitCode()).isZero();
        assertThat(gateway.requests.getFirst()).endsWith("{\"retention\":\"PT2160H\",\"logRetention\":null}");
        assertThat(shell.type("projects", "show", "web").out()).contains("KEEPS TASKS", "90d", "as long");
    }

    @Test
    void anAuditLogThatIsBrokenIsNotWell() {
        on("GET /api/v1/audit/verify", Bytes.answer(200, "{'whole':false,'entries':9,'last':4,'head':'abc'}"));
        Typed verify = shell.type("audit", "verify");
        assertThat(verify.out()).isEqualTo("9 entries; after 4 it is broken; head abc\n");
        assertThat(verify.exitCode()).isEqualTo(1);
    }

    @Test
    void topSaysHowManyTakeTasksAndHowManyWait() {
        on("GET /api/v1/pools", Bytes.answer(200, "{'items':[]}"));
        on(
                "GET /api/v1/runners",
                Bytes.answer(
                        200,
                        "{'items':[{'name':'r','state':'online','slots':[{'busy':true},{'busy':false}]}],'next':null}"));
        on("GET /api/v1/tasks", Bytes.answer(200, "{'items':[]}"));
        assertThat(shell.type("top", "--once").out())
                .contains("1 runner taking tasks on 2 slots, ", "; 0 tasks waiting\n");
    }

    @Test
    void doctorNamesWhatIsWrong() throws Exception {
        on("GET /api/v1/me", Bytes.answer(200, "{'name':'root','role':'admin'}"));
        on("GET /api/v1/runners", Bytes.answer(200, "{'items':[],'next':null}"));
        on("GET /api/v1/tasks", Bytes.answer(200, "{'items':[{'id':'t9','createdAt':'2026-01-01T00:00:00Z'}]}"));
        on(
                "GET /api/v1/tasks/t9/explain",
                Bytes.answer(200, "{'waiting':true,'causes':[{'detail':'no runner is registered'}]}"));
        Typed doctor = shell.type("doctor");
        assertThat(doctor.exitCode()).isEqualTo(1);
        assertThat(doctor.out())
                .containsPattern("ok +token +root, admin")
                .containsPattern("WRONG +runners +there are none")
                .containsPattern("look +waiting +t9 .*no runner is registered");
        gateway.close();
        assertThat(shell.type("doctor").out()).containsPattern("WRONG +network +.*refuses connections");
    }

    @Test
    void aMistakeIsOneLine() {
        assertThat(shell.type("tasks", "--frobnicate"))
                .isEqualTo(new Typed(
                        120, "", "signalbox: Unknown option: '--frobnicate'. `signalbox tasks --help` tells more.\n"));
        assertThat(shell.type("run").err())
                .isEqualTo("signalbox: There is nothing to run: give a command, such as `-- make test`.\n");
        assertThat(shell.type("run", "--timeout", "soon", "true").exitCode()).isEqualTo(120);
    }

    private void runningTask() {
        on("POST /api/v1/tasks", Bytes.answer(201, "{'id':'t1','state':'queued'}"));
        on(
                "GET /api/v1/tasks/t1",
                Bytes.answer(200, "{'state':'queued'}"),
                Bytes.answer(200, "{'state':'running','attempts':[{'number':1,'state':'running'}]}"),
                Bytes.answer(200, ENDED));
        on("GET /api/v1/tasks/t1/log", Bytes.answer(200, "{'events':[{'kind':'started'}],'next':1,'complete':false}"));
        on(
                "GET /api/v1/tasks/t1/log?attempt=1&from=0",
                Bytes.answer(
                        200,
                        "{'events':[{'output':'one\\n"
                                + "'},{'output':'?','raw':'G1szMW10d28='}],'next':2,'complete':false}"));
        on(
                "GET /api/v1/tasks/t1/log?attempt=1&from=2",
                Bytes.answer(200, "{'events':[{'output':'\\u001b[0m\\n'}],'next':3,'complete':true}"));
    }

    private void on(String call, Bytes... answers) {
        script.put(call, new ArrayDeque<>(List.of(answers)));
    }

    /** The answers to a call in their order, the last one again and again; the parameters of limit and wait are nobody's business. */
    private synchronized Bytes next(String call) {
        String plain = call.replaceAll("[?&](limit|wait|state)=[^&]*", "");
        Deque<Bytes> answers = script.getOrDefault(plain, new ArrayDeque<>());
        if (answers.isEmpty()) {
            return Bytes.answer(404, "{'code':'not_found','detail':'nothing is scripted for " + plain + "'}");
        }
        return answers.size() > 1 ? answers.removeFirst() : answers.getFirst();
    }

    private static String keyOf(String request) {
        return request.lines()
                .filter(line -> line.startsWith("Idempotency-Key"))
                .findFirst()
                .orElse("");
    }
}
