package dev.daybook.benchmarks.report;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.daybook.cli.console.Json;
import dev.daybook.cli.console.Table;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What a run finds: printed as it comes, and kept for the files at its end. For one thread. */
public final class Results {
    private final PrintWriter out;
    private final Path folder;
    private final ObjectNode document = Json.MAPPER.createObjectNode();
    private final List<Goal> goals = new ArrayList<>();

    /**
     * Results without any yet.
     *
     * @param folder where the files go
     */
    public Results(PrintWriter out, Path folder) {
        this.out = out;
        this.folder = folder;
    }

    /** Prints a line. */
    @SuppressWarnings("AnnotateFormatMethod") // The annotation is not worth a dependency.
    public void say(String format, Object... values) {
        out.println(String.format(Locale.ROOT, format, values));
        out.flush();
    }

    /** Prints a table. */
    public void say(Table table) {
        say("%s%n", table);
    }

    /** Prints and keeps what a scenario, or the run as a whole, is set to. */
    public void settings(String scenario, Map<String, ?> settings) {
        var json = json(scenario).putObject("settings");
        var table = new Table();
        settings.forEach((name, value) -> {
            json.put(name, value.toString());
            table.row(name, value);
        });
        say(table);
    }

    /** What is kept of a scenario. */
    public ObjectNode json(String scenario) {
        return document.withObjectProperty(scenario);
    }

    /** Keeps figures under a name. */
    public void keep(String scenario, String name, Spread figures) {
        figures.write(json(scenario).putObject(name));
    }

    public void goal(Goal goal) {
        goals.add(goal);
    }

    /** Writes a picture. */
    public void picture(String name, Picture picture) throws IOException {
        Files.createDirectories(folder);
        Files.writeString(folder.resolve(name + ".svg"), picture.svg());
    }

    /** Prints the goals and writes the document; says whether all goals are reached. */
    public boolean end() throws IOException {
        say("Goals");
        say(goalTable());
        var json = document.putArray("goals");
        for (var goal : goals) {
            json.addObject()
                    .put("measure", goal.measure())
                    .put("goal", goal.aim())
                    .put("measured", goal.measured())
                    .put("unit", goal.unit())
                    .put("reached", goal.reached());
        }
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("results.json"), Json.pretty(document) + "\n");
        say("Figures and pictures: %s", folder);
        return goals.stream().allMatch(Goal::reached);
    }

    private Table goalTable() {
        var table = new Table().row("measure", "goal", "measured", "");
        goals.forEach(goal -> table.row(goal.measure(), goal.aim(), goal.found(), goal.verdict()));
        return table.row("failover after a sudden death", "", "", "measured by the chaos run");
    }
}
