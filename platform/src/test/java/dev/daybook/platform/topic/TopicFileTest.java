package dev.daybook.platform.topic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Function;
import org.assertj.core.api.ListAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TopicFileTest {
    /** The one that Daybook ships. */
    static final Path SHIPPED = Path.of("../infra/topics.yaml");

    @TempDir
    Path folder;

    @Test
    void shipped_file_gives_every_context_its_topics_in_every_profile() {
        var file = TopicFile.read(SHIPPED);

        assertThat(file.profiles()).containsExactlyInAnyOrder("local", "cluster");
        for (var profile : file.profiles()) {
            assertThat(file.topics(profile, Sales.CONTEXTS))
                    .extracting(TopicSpec::name)
                    .containsExactly(
                            Sales.COMMANDS, Sales.EVENTS, Sales.REPLIES, Sales.DEAD_LETTERS, Sales.VIEW_BUILDS);
        }
    }

    @Test
    void shipped_file_replicates_on_a_cluster_only() {
        assertThat(topic(SHIPPED, "local", Sales.EVENTS))
                .returns((short) 1, TopicSpec::replication)
                .returns(4, TopicSpec::partitions);
        assertThat(topic(SHIPPED, "cluster", Sales.EVENTS))
                .returns((short) 3, TopicSpec::replication)
                .returns("2", topic -> topic.config().get("min.insync.replicas"));
    }

    @Test
    void settings_of_a_single_topic_come_before_those_of_its_kind() throws Exception {
        var file = edited(
                text -> text.replace("all-profiles:", "all-profiles:\n  sales.order.events: {compression.type: zstd}")
                        .replace("  local:", "  local:\n    sales.replies: {partitions: 2}"));

        assertThat(topic(file, "local", Sales.EVENTS).config()).containsEntry("compression.type", "zstd");
        assertThat(topic(file, "local", Sales.REPLIES).partitions()).isEqualTo(2);
    }

    @Test
    void names_all_faults_of_its_form_at_once() throws Exception {
        assertFaults(written("""
            topics: {}
            all-profiles:
              commands:
                retention.mss: 5
                retention.ms: 7 days
                cleanup.policy: forget
              events: 5
            profiles:
              local:
                commands: {partitions: 0, replication: [3]}
            """), "local")
                .satisfiesExactly(
                        fault -> assertThat(fault).isEqualTo("topics: expected 'all-profiles' or 'profiles'"),
                        fault -> assertThat(fault)
                                .startsWith("all-profiles/commands/retention.mss: there is no such setting")
                                .contains("retention.ms"),
                        fault -> assertThat(fault)
                                .isEqualTo("all-profiles/commands/retention.ms: expected a number above 0, or -1 for no"
                                        + " limit, found '7 days'"),
                        fault -> assertThat(fault)
                                .isEqualTo("all-profiles/commands/cleanup.policy: expected delete, compact or"
                                        + " compact,delete, found 'forget'"),
                        fault -> assertThat(fault)
                                .isEqualTo("all-profiles/events: expected names with something below each"),
                        fault -> assertThat(fault)
                                .isEqualTo("profiles/local/commands/partitions: expected a number above 0, found '0'"),
                        fault -> assertThat(fault)
                                .isEqualTo("profiles/local/commands/replication: expected a single value"));
    }

    @Test
    void refuses_what_is_said_twice_and_what_is_not_yaml() throws Exception {
        assertFaults(written("profiles: {}\nprofiles: {}\n"), "local")
                .singleElement()
                .asString()
                .contains("line 2");
        assertFaults(written("profiles: [\n"), "local")
                .singleElement()
                .asString()
                .contains("not YAML");
        assertFaults(folder.resolve("nowhere.yaml"), "local")
                .singleElement()
                .asString()
                .contains("cannot be read");
    }

    @Test
    void names_all_topics_that_would_not_be_safe() throws Exception {
        var file = edited(
                text -> text.replace("message.timestamp.type: LogAppendTime", "message.timestamp.type: CreateTime")
                        .replace("retention.ms: -1\n", "retention.ms: 1000\n")
                        .replace(
                                "events: {partitions: 4, replication: 1, min.insync.replicas: 1}",
                                "events: {partitions: 8, replication: 1, min.insync.replicas: 2}"));

        assertFaults(file, "local")
                .containsExactlyInAnyOrder(
                        "sales.order.commands: message.timestamp.type must be LogAppendTime, but is CreateTime:"
                                + " decisions would depend on the clock of each sender",
                        "sales.order.events: retention.ms must be -1, but is 1000: the log would forget events",
                        "sales.order.events: min.insync.replicas is 2, which is more than the replication of 1",
                        "sales.view-builds: retention.ms must be -1, but is 1000: the read side would no longer know"
                                + " which build of a view serves",
                        "sales.order.commands has 4 partitions, but sales.order.events has 8: both must have equally"
                                + " many");
    }

    @Test
    void names_what_is_missing() throws Exception {
        var file = edited(text -> text.replace("    compression.type: producer\n", ""));

        assertFaults(file, "local")
                .containsExactlyInAnyOrder(
                        "sales.order.commands: there is no 'compression.type'; set it for 'commands'",
                        "sales.replies: there is no 'compression.type'; set it for 'replies'",
                        "sales.view-builds: there is no 'compression.type'; set it for 'view-builds'");
    }

    @Test
    void refuses_settings_for_a_topic_that_no_context_has() throws Exception {
        var file = edited(text -> text.replace("  local:", "  local:\n    sales.ordr.events: {partitions: 2}"));

        assertFaults(file, "local")
                .singleElement()
                .asString()
                .startsWith("sales.ordr.events: no context has this topic")
                .contains(Sales.EVENTS);
    }

    @Test
    void names_the_profiles_when_it_has_not_the_one_asked_for() {
        assertFaults(SHIPPED, "moon").containsExactly("there is no profile 'moon'; there are [cluster, local]");
    }

    private static TopicSpec topic(Path file, String profile, String name) {
        return TopicFile.read(file).topics(profile, Sales.CONTEXTS).stream()
                .filter(topic -> topic.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static ListAssert<String> assertFaults(Path file, String profile) {
        var refused = assertThatExceptionOfType(InvalidTopicFileException.class)
                .isThrownBy(() -> TopicFile.read(file).topics(profile, Sales.CONTEXTS))
                .withMessageStartingWith(file + ":\n")
                .actual();
        return assertThat(refused.faults());
    }

    private Path edited(Function<String, String> edit) throws IOException {
        return written(edit.apply(Files.readString(SHIPPED)));
    }

    private Path written(String text) throws IOException {
        return Files.writeString(folder.resolve("topics.yaml"), text);
    }
}
