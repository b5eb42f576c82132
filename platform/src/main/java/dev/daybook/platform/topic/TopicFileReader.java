package dev.daybook.platform.topic;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.daybook.platform.topic.TopicFile.Layer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads a topic file strictly: what it does not know is a fault, and it goes on to find the others. */
final class TopicFileReader {
    private static final String EVERYWHERE = "all-profiles";
    private static final String PROFILES = "profiles";
    private static final YAMLMapper YAML = new YAMLMapper(YAMLFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build());

    private final Path file;
    private final List<String> faults = new ArrayList<>();

    TopicFileReader(Path file) {
        this.file = file;
    }

    TopicFile read() {
        var root = parse();
        var everywhere = new Layer(Map.of());
        var profiles = new LinkedHashMap<String, Layer>();
        for (var member : members("the file", root).entrySet()) {
            switch (member.getKey()) {
                case EVERYWHERE -> everywhere = layer(EVERYWHERE, member.getValue());
                case PROFILES ->
                    members(PROFILES, member.getValue())
                            .forEach((profile, node) -> profiles.put(profile, layer(PROFILES + "/" + profile, node)));
                default -> fault(member.getKey(), "expected '%s' or '%s'".formatted(EVERYWHERE, PROFILES));
            }
        }
        if (!faults.isEmpty()) {
            throw new InvalidTopicFileException(file, faults);
        }
        return new TopicFile(file, everywhere, profiles);
    }

    private JsonNode parse() {
        try {
            return YAML.readTree(file.toFile());
        } catch (JsonProcessingException e) {
            var at =
                    e.getLocation() == null ? "" : " in line " + e.getLocation().getLineNr();
            throw new InvalidTopicFileException(
                    file,
                    List.of("it is not YAML, or says something twice%s: %s".formatted(at, e.getOriginalMessage())));
        } catch (IOException e) {
            throw new InvalidTopicFileException(file, List.of("it cannot be read: " + e));
        }
    }

    /** Settings by kind of topic or by topic. */
    private Layer layer(String place, JsonNode node) {
        var layer = new LinkedHashMap<String, Map<String, String>>();
        members(place, node).forEach((key, settings) -> layer.put(key, settings(place + "/" + key, settings)));
        return new Layer(layer);
    }

    private Map<String, String> settings(String place, JsonNode node) {
        var settings = new LinkedHashMap<String, String>();
        members(place, node).forEach((name, value) -> {
            if (value.isValueNode() && !value.isNull()) {
                settings.put(name, value.asText());
                TopicSettings.fault(name, value.asText()).ifPresent(fault -> fault(place + "/" + name, fault));
            } else {
                fault(place + "/" + name, "expected a single value");
            }
        });
        return settings;
    }

    private Map<String, JsonNode> members(String place, JsonNode node) {
        var members = new LinkedHashMap<String, JsonNode>();
        if (node.isObject()) {
            node.properties().forEach(member -> members.put(member.getKey(), member.getValue()));
        } else {
            fault(place, "expected names with something below each");
        }
        return members;
    }

    private void fault(String place, String fault) {
        faults.add(place + ": " + fault);
    }
}
