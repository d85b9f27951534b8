package io.signalbox.runner.config;

import io.signalbox.runner.adapter.disk.MembershipFile;
import io.signalbox.runner.config.check.Finding;
import io.signalbox.runner.config.check.MachineCheck;
import io.signalbox.runner.config.check.RelayCheck;
import io.signalbox.runner.config.check.RelayCheck.Pass;
import io.signalbox.runner.config.setting.RunnerHome;
import io.signalbox.runner.config.setting.SettingOptions;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/** {@code check}: a line for everything that a runner needs. Exit status 1 when something is wrong. */
@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        description = "Says what is wrong with this machine and its way to the relay.")
final class CheckCommand implements Callable<Integer> {
    private static final Path DOCKER = Path.of("/var/run/docker.sock");

    @Mixin
    @SuppressWarnings("NullAway.Init") // injected
    private SettingOptions options;

    @Spec
    @SuppressWarnings("NullAway.Init") // injected
    private CommandSpec spec;

    @Override
    public Integer call() {
        List<Finding> findings = findings();
        findings.forEach(spec.commandLine().getOut()::println);
        return findings.stream().anyMatch(Finding::isWrong) ? 1 : 0;
    }

    private List<Finding> findings() {
        var json = JsonMapper.builder().build();
        var kept = new MembershipFile(RunnerHome.membershipOf(options.home()), json)
                .load()
                .map(membership -> membership.credentials().token());
        var pass = new Pass(kept, options.registrationToken());
        var findings = new ArrayList<Finding>();
        try (HttpClient client = options.clients().open()) {
            var relay = new RelayCheck(client, options.proxies(), json, InstantSource.system(), pass);
            for (URI gateway : options.gateways()) {
                findings.addAll(relay.of(gateway));
            }
        }
        String path = System.getenv().getOrDefault("PATH", "");
        findings.addAll(new MachineCheck(options.home(), options.minFreeDisk(), path, DOCKER).all());
        return findings;
    }
}
