package dev.daybook.streams.takeover;

import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The producers of an application's stream threads, as Kafka Streams names them. A thread has one producer and one
 * consumer, and both names tell the process and the thread: {@code <application>-<process>-<thread>} is the producer's
 * transactional id, {@code <application>-<process>-StreamThread-<thread>-consumer} the client id of the group's member.
 */
final class Producers {
    private static final String PROCESS = "[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}";

    private final Pattern transactionalId;
    private final Pattern member;

    Producers(String applicationId) {
        var process = Pattern.quote(applicationId) + "-" + PROCESS;
        this.transactionalId = Pattern.compile(process + "-\\d+");
        this.member = Pattern.compile("(" + process + ")-StreamThread-(\\d+)-consumer");
    }

    /** The transactional id of the producer beside a member of the group; none if Streams did not name the member. */
    Optional<String> beside(String clientId) {
        var parts = member.matcher(clientId);
        return parts.matches() ? Optional.of(parts.group(1) + "-" + parts.group(2)) : Optional.empty();
    }

    /**
     * Those that nobody will go on with: producers of this application without a living member beside them.
     *
     * @param ongoing the transactional ids of all transactions that are under way, as they were <em>before</em> the
     *     members were asked for: who was busy then and lives is a member still
     * @param members the client ids of the group's members
     */
    Set<String> abandoned(Collection<String> ongoing, Collection<String> members) {
        if (members.stream().anyMatch(clientId -> beside(clientId).isEmpty())) {
            // Somebody who gives no clue to which transaction is his may have any of them.
            return Set.of();
        }
        var living =
                members.stream().flatMap(clientId -> beside(clientId).stream()).collect(Collectors.toSet());
        return ongoing.stream()
                .filter(transactionalId.asMatchPredicate())
                .filter(id -> !living.contains(id))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
