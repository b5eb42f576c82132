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
import java.util.TreeMap;
import java.util.concurrent.Callable;
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
        var health = new TreeMap<String, String>();
        stack.instances().forEach(instance -> health.put(instance.name(), health(instance.url())));
        var document = Json.MAPPER.<ObjectNode>valueToTree(stack);
        document.set("health", Json.MAPPER.valueToTree(health));
        output.print(document, () -> output.line(table(stack, health).toString()));
        return health.values().stream().allMatch(READY::equals) ? ExitCode.DONE : ExitCode.UNREACHABLE;
    }

    private Table table(RunningStack stack, Map<String, String> health) {
        var table = new Table();
        for (var instance : stack.instances()) {
            table.row(
                    instance.name(),
                    instance.url(),
                    "process " + instance.pid(),
                    health.getOrDefault(instance.name(), ""));
        }
        return table.row("Kafka", stack.bootstrapServers(), "process " + stack.pid())
                .row("registry", stack.registry())
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
}
