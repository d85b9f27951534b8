package io.signalbox.cli.config;

import io.signalbox.cli.access.ApiTokensCommand;
import io.signalbox.cli.access.AuditCommand;
import io.signalbox.cli.access.MeCommand;
import io.signalbox.cli.adapter.git.GitListing;
import io.signalbox.cli.adapter.terminal.Keyboard;
import io.signalbox.cli.adapter.terminal.SignalInterrupts;
import io.signalbox.cli.desk.Limit;
import io.signalbox.cli.desk.Span;
import io.signalbox.cli.doctor.DoctorCommand;
import io.signalbox.cli.event.EventsCommand;
import io.signalbox.cli.event.TopCommand;
import io.signalbox.cli.fleet.RunnersCommand;
import io.signalbox.cli.fleet.pool.PoolsCommand;
import io.signalbox.cli.fleet.pool.TokensCommand;
import io.signalbox.cli.login.LoginCommand;
import io.signalbox.cli.login.LogoutCommand;
import io.signalbox.cli.project.ProjectsCommand;
import io.signalbox.cli.project.SecretsCommand;
import io.signalbox.cli.task.CancelTask;
import io.signalbox.cli.task.ExplainTask;
import io.signalbox.cli.task.ListTasks;
import io.signalbox.cli.task.ReadLog;
import io.signalbox.cli.task.RetryTask;
import io.signalbox.cli.task.ShowTask;
import io.signalbox.cli.task.follow.FollowToEnd;
import io.signalbox.cli.task.send.SendFolder;
import io.signalbox.cli.task.submit.RunCommand;
import io.signalbox.cli.task.submit.Submission;
import io.signalbox.cli.task.submit.SubmitCommand;
import io.signalbox.cli.webhook.WebhooksCommand;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import picocli.CommandLine;

/** All commands below the root, with what they work with. */
final class Commands {
    /** It completes all of them. */
    private static final String COMPLETION = "completion";

    private final LocalDesk desk;
    private final Keyboard keyboard;
    private final Submission submission;
    private final FollowToEnd follow;

    Commands(LocalDesk desk, Surroundings surroundings) {
        this.desk = desk;
        this.keyboard = new Keyboard(surroundings.input(), surroundings.err(), surroundings.terminal());
        this.submission = new Submission(
                surroundings.input(),
                surroundings.environment(),
                Commands::newKey,
                new SendFolder(desk, new GitListing())::send);
        this.follow = new FollowToEnd(desk, new SignalInterrupts(keyboard, surroundings.err()));
    }

    /** Adds the commands that the line may mean: a single one if it begins with that one's name, since each costs milliseconds. */
    void addTo(CommandLine root, String[] arguments) {
        Map<String, Supplier<Object>> all = all();
        String first = arguments.length == 0 ? "" : arguments[0];
        boolean single = all.containsKey(first) && !first.equals(COMPLETION);
        all.forEach((name, command) -> {
            if (!single || name.equals(first)) {
                root.addSubcommand(name, command.get());
            }
        });
        root.registerConverter(Duration.class, new TimeSpan());
        root.registerConverter(Limit.class, new Limit.Reader());
        root.registerConverter(
                Span.class,
                text -> new Span(text.equals("none") ? Optional.empty() : Optional.of(new TimeSpan().convert(text))));
        root.setCaseInsensitiveEnumValuesAllowed(true);
    }

    private Map<String, Supplier<Object>> all() {
        var all = new LinkedHashMap<String, Supplier<Object>>();
        all.put("run", () -> new CommandLine(new RunCommand(desk, submission, follow)).setStopAtPositional(true));
        all.put("submit", () -> new CommandLine(new SubmitCommand(desk, submission)).setStopAtPositional(true));
        all.put("logs", () -> new ReadLog(desk));
        all.put("tasks", () -> new ListTasks(desk));
        all.put("task", () -> new ShowTask(desk));
        all.put("explain", () -> new ExplainTask(desk));
        all.put("cancel", () -> new CancelTask(desk));
        all.put("retry", () -> new RetryTask(desk, Commands::newKey, follow));
        all.put("runners", () -> new RunnersCommand(desk));
        all.put("pools", () -> new CommandLine(new PoolsCommand(desk)).addSubcommand(new TokensCommand(desk)));
        all.put("projects", () -> new ProjectsCommand(desk));
        all.put("secrets", () -> new SecretsCommand(desk, keyboard::secret));
        all.put("tokens", () -> new ApiTokensCommand(desk));
        all.put("webhooks", () -> new WebhooksCommand(desk));
        all.put("audit", () -> new AuditCommand(desk));
        all.put("events", () -> new EventsCommand(desk));
        all.put("top", () -> new TopCommand(desk));
        all.put("doctor", () -> new DoctorCommand(desk, desk::transport));
        all.put("me", () -> new MeCommand(desk));
        all.put("login", () -> new LoginCommand(login()));
        all.put("logout", () -> new LogoutCommand(desk.logins(), desk::screen));
        all.put(COMPLETION, CompletionCommand::new);
        return all;
    }

    private static String newKey() {
        return UUID.randomUUID().toString();
    }

    private LoginCommand.Surroundings login() {
        return new LoginCommand.Surroundings(
                desk::wishes, desk.homes(), desk.logins(), keyboard::secret, desk::open, desk::screen);
    }
}
