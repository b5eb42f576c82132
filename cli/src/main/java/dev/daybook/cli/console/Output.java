package dev.daybook.cli.console;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Where a command's result goes: to a person as text, or with {@code --json} to a program. */
public final class Output {
    @Spec(Spec.Target.MIXEE)
    private @Nullable CommandSpec command;

    @Option(names = "--json", description = "Print one JSON document instead of text.")
    private boolean json;

    /** Prints one of the two; progress and remarks go to {@link #remarks} instead. */
    public void print(JsonNode document, Runnable text) {
        if (json) {
            out().println(Json.pretty(document));
        } else {
            text.run();
        }
        out().flush();
    }

    /** A document of one array, which is printed while its elements are found. */
    public JsonList list(String name) {
        return new JsonList(name, out());
    }

    public void line(String line) {
        out().println(line);
        out().flush();
    }

    public void line() {
        line("");
    }

    public boolean json() {
        return json;
    }

    /** What is not the result, such as progress: with {@code --json} it must not stand in its way. */
    public PrintWriter remarks() {
        return json ? commandLine().getErr() : out();
    }

    /** Says beside the result what whoever reads it should know. */
    public void remark(String line) {
        remarks().println(line);
        remarks().flush();
    }

    private PrintWriter out() {
        return commandLine().getOut();
    }

    private CommandLine commandLine() {
        if (command == null) {
            throw new IllegalStateException("Output is used outside of a command");
        }
        return command.commandLine();
    }
}
