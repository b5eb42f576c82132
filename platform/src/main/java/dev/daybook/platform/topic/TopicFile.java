package dev.daybook.platform.topic;

import dev.daybook.core.BoundedContext;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The file that says how topics should be, {@code infra/topics.yaml}. It has settings for each kind of topic, so that a
 * new aggregate needs no entry, and settings for single topics, which come before those of their kind; both for all
 * profiles, and before that for each. Immutable.
 */
public final class TopicFile {
    private final Path file;
    private final Layer everywhere;
    private final Map<String, Layer> profiles;

    TopicFile(Path file, Layer everywhere, Map<String, Layer> profiles) {
        this.file = file;
        this.everywhere = everywhere;
        this.profiles = new TreeMap<>(profiles);
    }

    /**
     * Reads a file.
     *
     * @throws InvalidTopicFileException with every fault there is
     */
    public static TopicFile read(Path file) {
        return new TopicFileReader(file).read();
    }

    public Set<String> profiles() {
        return profiles.keySet();
    }

    /**
     * The topics of bounded contexts as they should be.
     *
     * @throws InvalidTopicFileException with every fault there is: a topic lacks a setting or is not safe, a single topic
     *     has settings but no context has it, or there is no such profile
     */
    public List<TopicSpec> topics(String profile, List<BoundedContext> contexts) {
        var own = profiles.get(profile);
        if (own == null) {
            throw new InvalidTopicFileException(
                    file, List.of("there is no profile '%s'; there are %s".formatted(profile, profiles.keySet())));
        }
        var names = TopicNames.of(contexts);
        var faults = new ArrayList<>(strangers(own, names.keySet()));
        var drafts = names.entrySet().stream()
                .map(topic -> new TopicDraft(
                        topic.getKey(), topic.getValue(), settings(topic.getKey(), topic.getValue(), own)))
                .toList();
        drafts.forEach(draft -> faults.addAll(draft.faults()));
        faults.addAll(
                Keying.faults(drafts.stream().collect(Collectors.toMap(TopicDraft::name, TopicDraft::partitions))));
        if (!faults.isEmpty()) {
            throw new InvalidTopicFileException(file, faults);
        }
        return drafts.stream().map(TopicDraft::spec).toList();
    }

    private Map<String, String> settings(String name, TopicKind kind, Layer own) {
        var settings = new LinkedHashMap<String, String>();
        for (var key : List.of(kind.toString(), name)) {
            settings.putAll(everywhere.of(key));
            settings.putAll(own.of(key));
        }
        return settings;
    }

    private List<String> strangers(Layer own, Set<String> names) {
        return Stream.of(everywhere, own)
                .flatMap(layer -> layer.topics().stream())
                .filter(topic -> !names.contains(topic))
                .map(topic -> "%s: no context has this topic; they have %s".formatted(topic, new TreeSet<>(names)))
                .toList();
    }

    /** Settings by kind of topic or by the name of a single topic. */
    record Layer(Map<String, Map<String, String>> settings) {
        Map<String, String> of(String key) {
            return settings.getOrDefault(key, Map.of());
        }

        Set<String> topics() {
            var topics = new TreeSet<>(settings.keySet());
            topics.removeAll(TopicKind.texts());
            return topics;
        }
    }
}
