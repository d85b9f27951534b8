package io.signalbox.runner.config;

import io.signalbox.runner.adapter.disk.MembershipFile;
import io.signalbox.runner.config.check.Finding;
import io.signalbox.runner.config.check.MachineCheck;
import io.signalbox.runner.config.check.RelayCheck;
import io.signalbox.runner.config.check.RelayCheck.Pass;
import io.signalbox.runner.config.setting.RunnerHome;
import io.signalbox.runner.config.setting.SettingOptions;
import java.io.PrintWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/** {@code check}: a line for everything that a runner needs. Exit status 1 when something is wrong. */
final class CheckCommand {
    private final SettingOptions options;
    private final PrintWriter out;

    CheckCommand(SettingOptions options, PrintWriter out) {
        this.options = options;
        this.out = out;
    }

    int run() {
        List<Finding> findings = findings();
        findings.forEach(out::println);
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
        findings.addAll(new MachineCheck(
                        options.home(),
                        options.minFreeDisk(),
                        path,
                        options.containers().socket())
                .all());
        return findings;
    }
}
