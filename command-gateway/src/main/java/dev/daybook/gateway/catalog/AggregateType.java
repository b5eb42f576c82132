package dev.daybook.gateway.catalog;

import dev.daybook.http.Problem;
import java.util.List;

/**
 * A type of aggregate that takes commands.
 *
 * @param context the name of its bounded context
 * @param name its name, such as {@code order}
 * @param topic the topic of its commands
 * @param commands the commands, in the order of the schema
 */
public record AggregateType(String context, String name, String topic, List<CommandType<?>> commands) {

    public AggregateType {
        commands = List.copyOf(commands);
    }

    /** The command of this name; a problem with status 404 if there is none. */
    public CommandType<?> command(String command) {
        return commands.stream()
                .filter(each -> each.name().equals(command))
                .findFirst()
                .orElseThrow(() -> unknown(command).exception());
    }

    private Problem unknown(String command) {
        var known = commands.stream().map(CommandType::name).toList();
        return Problem.of(
                        404,
                        "unknown-command",
                        "There is no such command",
                        "The aggregate '%s' has no command '%s'; it has %s".formatted(name, command, known))
                .with("known", known);
    }
}
