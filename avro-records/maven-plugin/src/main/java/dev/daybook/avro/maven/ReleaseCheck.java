package dev.daybook.avro.maven;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.avro.Schema;

/** Compares the messages of the present with all that was released of them. */
final class ReleaseCheck {
    private final ReleasedSchemas released;
    private final Map<String, Compatibility> levels;
    private final List<String> faults = new ArrayList<>();

    private ReleaseCheck(ReleasedSchemas released, Map<String, Compatibility> levels) {
        this.released = released;
        this.levels = levels;
    }

    /**
     * All faults, in words.
     *
     * @param levels what is owed by vocabulary, {@code FULL} by those that are not named
     */
    static List<String> faults(List<IdlFile> files, ReleasedSchemas released, Map<String, Compatibility> levels)
            throws IOException {
        ReleaseCheck check = new ReleaseCheck(released, levels);
        check.requireKnownVocabularies(files);
        for (IdlFile file : files) {
            check.check(file);
        }
        check.requireReleasedMessages(files);
        return check.faults;
    }

    private void requireKnownVocabularies(List<IdlFile> files) {
        Set<String> unknown = new HashSet<>(levels.keySet());
        files.forEach(file -> unknown.remove(file.fullName()));
        unknown.forEach(name -> faults.add(name + ": there is no such vocabulary, but a compatibility for it"));
    }

    private void check(IdlFile file) throws IOException {
        Compatibility level = levels.getOrDefault(file.fullName(), Compatibility.FULL);
        for (Schema message : file.messages()) {
            for (Path version : released.versions(message.getFullName())) {
                level.faults(message, released.read(version))
                        .forEach(fault ->
                                faults.add(message.getFullName() + " against " + name(version) + ": " + fault));
            }
        }
    }

    private void requireReleasedMessages(List<IdlFile> files) throws IOException {
        Set<String> present = new HashSet<>();
        files.forEach(file -> file.messages().forEach(message -> present.add(message.getFullName())));
        for (String name : released.names()) {
            if (!present.contains(name)) {
                faults.add(name + ": MESSAGE_REMOVED: it was released, but no vocabulary has it as a message any more");
            }
        }
    }

    private String name(Path version) {
        return released.root()
                .getFileName()
                .resolve(released.root().relativize(version))
                .toString()
                .replace('\\', '/');
    }
}
