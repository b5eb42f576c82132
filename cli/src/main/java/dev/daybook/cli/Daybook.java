package dev.daybook.cli;

import dev.daybook.cli.console.CommandFailure;
import dev.daybook.cli.console.ExitCode;
import dev.daybook.cli.console.Json;
import dev.daybook.cli.console.Times;
import dev.daybook.cli.console.Urls;
import dev.daybook.cli.deadletters.DeadLettersCommand;
import dev.daybook.cli.demo.DemoCommand;
import dev.daybook.cli.processes.ProcessesCommand;
import dev.daybook.cli.published.PublishedCommand;
import dev.daybook.cli.query.StateCommand;
import dev.daybook.cli.query.TimelineCommand;
import dev.daybook.cli.query.ViewCommand;
import dev.daybook.cli.submit.SubmitCommand;
import dev.daybook.cli.topics.TopicsCommand;
import dev.daybook.cli.trace.TraceCommand;
import dev.daybook.cli.up.DownCommand;
import dev.daybook.cli.up.StatusCommand;
import dev.daybook.cli.up.UpCommand;
import dev.daybook.cli.views.ViewsCommand;
import dev.daybook.embedded.EmbeddedException;
import dev.daybook.platform.PlatformException;
import java.net.URI;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.UnmatchedArgumentException;

/** The command of all commands. */
@Command(
        name = "daybook",
        description = {
            "Event sourcing and CQRS on Kafka Streams.",
            "Besides the commands below, ./daybook test builds everything and runs all tests, ./daybook format formats"
                + " the sources, ./daybook bench measures, and ./daybook chaos breaks a fleet and audits what is left."
        },
        synopsisSubcommandLabel = "COMMAND",
        usageHelpAutoWidth = true,
        scope = ScopeType.INHERIT,
        subcommands = {
            UpCommand.class,
            DemoCommand.class,
            StatusCommand.class,
            DownCommand.class,
            SubmitCommand.class,
            TimelineCommand.class,
            StateCommand.class,
            TraceCommand.class,
            PublishedCommand.class,
            ViewsCommand.class,
            ViewCommand.class,
            DeadLettersCommand.class,
            ProcessesCommand.class,
            TopicsCommand.class
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:done",
            "1:failed",
            "2:the arguments, or the request that they make, are wrong",
            "3:refused by a rule, by the expected version, or because the idempotency key was used before; a parked"
                    + " event still cannot be folded; or an instance of a process has not failed, or fails again",
            "4:nothing answers, or it is not ready or overloaded: try again",
            "5:not found",
            "6:in the log for good, but not decided within the wait: ask again with the same idempotency key; or"
                    + " nothing was seen in time of the retry of an instance of a process"
        })
public final class Daybook {
    private static final Logger LOG = LoggerFactory.getLogger(Daybook.class);

    private Daybook() {}

    /** The command with all its subcommands, ready to execute arguments. */
    public static CommandLine commandLine() {
        // An argument such as @item.json is a command's to read, not a file of arguments.
        return new CommandLine(new Daybook())
                .setExpandAtFiles(false)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .registerConverter(Instant.class, Times::parse)
                .registerConverter(URI.class, Urls::parse)
                .setParameterExceptionHandler(Daybook::misunderstood)
                .setExecutionExceptionHandler(Daybook::failed);
    }

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            scope = ScopeType.INHERIT,
            description = "Show this help.")
    @SuppressWarnings("unused") // It is for picocli, which shows the help by itself.
    private void help(boolean asked) {}

    /** The usage is left to who asks for it: below the reason it would push that out of sight. */
    private static int misunderstood(ParameterException failure, String[] arguments) {
        var command = failure.getCommandLine();
        var err = command.getErr();
        err.println(failure.getMessage());
        UnmatchedArgumentException.printSuggestions(failure, err);
        err.println("./" + command.getCommandSpec().qualifiedName() + " --help tells more.");
        err.flush();
        return ExitCode.USAGE;
    }

    private static int failed(Exception failure, CommandLine command, ParseResult arguments) {
        LOG.warn("{} failed", command.getCommandName(), failure);
        var exitCode = failure instanceof CommandFailure known ? known.exitCode() : ExitCode.FAILED;
        command.getErr().println(describe(failure));
        command.getErr().flush();
        if (command.getParseResult().hasMatchedOption("--json")) {
            var document = Json.MAPPER.createObjectNode();
            document.put("exitCode", exitCode);
            document.put("error", describe(failure));
            if (failure instanceof CommandFailure known) {
                known.details().forEach(document::put);
            }
            command.getOut().println(Json.pretty(document));
            command.getOut().flush();
        }
        return exitCode;
    }

    /** Failures that are foreseen explain themselves; of any other, the kind matters too. */
    private static String describe(Exception failure) {
        return switch (failure) {
            case CommandFailure known -> String.valueOf(known.getMessage());
            case PlatformException known -> String.valueOf(known.getMessage());
            case EmbeddedException known -> String.valueOf(known.getMessage());
            default -> failure.toString();
        };
    }
}
