package dev.daybook.cli.up;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.daybook.cli.client.HttpApi;
import dev.daybook.cli.console.ExitCode;
import dev.daybook.cli.console.Json;
import dev.daybook.cli.console.Output;
import dev.daybook.cli.console.Table;
import dev.daybook.cli.stack.RunningStack;
import dev.daybook.cli.stack.Target;
import java.io.IOException;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code daybook status}: the running stack and whether its apps are ready. */
@Command(
        name = "status",
        description = "Shows the stack that runs on the data folder, and asks each of its apps whether it is ready."
                + " Exit code 4: none runs, or an app is not ready.")
public final class StatusCommand implements Callable<Integer> {
    private static final String READY = "ready";

    @Mixin
    private Target target = new Target();

    @Mixin
    private Output output = new Output();

    @Override
    public Integer call() {
        var stack = target.requireRunning();
        var health = new Health(health(stack.gateway()), health(stack.processorAdmin()), health(stack.queries()));
        var document = Json.MAPPER.<ObjectNode>valueToTree(stack);
        document.set("health", Json.MAPPER.valueToTree(health));
        output.print(document, () -> output.line(table(stack, health).toString()));
        return health.ready() ? ExitCode.DONE : ExitCode.UNREACHABLE;
    }

    private Table table(RunningStack stack, Health health) {
        return new Table()
                .row("gateway", stack.gateway(), health.gateway())
                .row("processor", stack.processorAdmin(), health.processor())
                .row("projections", stack.queries(), health.projections())
                .row("Kafka", stack.bootstrapServers())
                .row("registry", stack.registry())
                .row("process", stack.pid())
                .row("data", target.dataFolder().root())
                .row("log", target.dataFolder().log());
    }

    private static String health(URI app) {
        try {
            var answer = new HttpApi(app).tryGet("/health/ready", Map.of());
            return answer.status() == 200 ? READY : answer.body().strip();
        } catch (IOException e) {
            return "away: " + e;
        }
    }

    /** What each app says of itself. */
    private record Health(String gateway, String processor, String projections) {
        boolean ready() {
            return Stream.of(gateway, processor, projections).allMatch(READY::equals);
        }
    }
}
