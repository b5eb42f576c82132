package dev.daybook.cli.infra;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A Dockerfile, parsed by the rules of its format, and strictly: stages have names, images have tags, and the commands of
 * a container are JSON arrays.
 *
 * @param stages by name, with the instructions that each inherits
 */
record Dockerfile(Map<String, List<Instruction>> stages) {
    private static final Set<String> KNOWN = Set.of(
            "ARG", "COPY", "ENTRYPOINT", "ENV", "EXPOSE", "FROM", "HEALTHCHECK", "RUN", "USER", "VOLUME", "WORKDIR");
    private static final Pattern CONTINUED = Pattern.compile("\\\\\\n");
    private static final Pattern INSTRUCTION = Pattern.compile("([A-Z]+) (\\S.*)");
    private static final Pattern FROM = Pattern.compile("(\\S+) AS ([a-z][a-z-]*)");
    private static final Pattern IMAGE = Pattern.compile("[a-z][a-z/-]*:[\\w.-]+");

    static Dockerfile parse(String text) {
        var stages = new LinkedHashMap<String, List<Instruction>>();
        List<Instruction> stage = List.of();
        for (var instruction : instructions(text)) {
            if (instruction.name().equals("FROM")) {
                var from = FROM.matcher(instruction.arguments());
                require(from.matches(), "expected FROM image AS stage", instruction);
                var image = from.group(1);
                require(
                        stages.containsKey(image) || IMAGE.matcher(image).matches(),
                        "expected an earlier stage or an image with a tag",
                        instruction);
                stage = new ArrayList<>(stages.getOrDefault(image, List.of()));
                require(stages.put(from.group(2), stage) == null, "expected a new name", instruction);
            } else {
                require(!stages.isEmpty(), "expected FROM first", instruction);
                stage.add(instruction);
            }
        }
        return new Dockerfile(stages);
    }

    private static List<Instruction> instructions(String text) {
        return CONTINUED
                .matcher(text)
                .replaceAll(" ")
                .lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(Dockerfile::instruction)
                .toList();
    }

    private static Instruction instruction(String line) {
        var parts = INSTRUCTION.matcher(line);
        if (!parts.matches() || !KNOWN.contains(parts.group(1))) {
            throw new IllegalArgumentException("expected an instruction of " + KNOWN + ": " + line);
        }
        return new Instruction(parts.group(1), parts.group(2));
    }

    private static void require(boolean holds, String expected, Instruction found) {
        if (!holds) {
            throw new IllegalArgumentException(expected + ": " + found);
        }
    }

    List<Instruction> stage(String name) {
        var stage = stages.get(name);
        if (stage == null) {
            throw new IllegalArgumentException("there is no stage " + name + ", but " + stages.keySet());
        }
        return stage;
    }

    /** The arguments of the last instruction of that name in a stage, which is the one that counts. */
    String last(String stage, String name) {
        return stage(stage).stream()
                .filter(instruction -> instruction.name().equals(name))
                .reduce((first, second) -> second)
                .map(Instruction::arguments)
                .orElseThrow(() -> new IllegalArgumentException("there is no " + name + " in stage " + stage));
    }

    /** The words of a command. */
    static List<String> words(String command) {
        try {
            return new ObjectMapper().readValue(command, new TypeReference<>() {});
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("expected a JSON array of words: " + command, e);
        }
    }

    record Instruction(String name, String arguments) {}
}
