package dev.daybook.projection.build;

import dev.daybook.projection.view.ViewNames;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.errors.GroupIdNotFoundException;
import org.apache.kafka.common.errors.GroupNotEmptyException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Clears away what a removed build leaves: its stores here, its consumer group, and the topic of its rows. Each step may
 * have been done before, by another instance or before a crash.
 *
 * @param stateDir the folder of all stores
 */
public record Remains(Admin admin, Path stateDir) {
    private static final Logger LOG = LoggerFactory.getLogger(Remains.class);

    /**
     * Clears what is left of an application that does not run here any more.
     *
     * @return whether nothing is left; while it runs in another instance, its group and its topic stay
     */
    boolean clear(String application) {
        delete(stateDir.resolve(application));
        if (!deleteGroup(application)) {
            return false;
        }
        deleteTopic(ViewNames.changelog(application));
        return true;
    }

    private boolean deleteGroup(String application) {
        try {
            await(admin.deleteConsumerGroups(List.of(application)).all());
            return true;
        } catch (GroupIdNotFoundException e) {
            return true;
        } catch (GroupNotEmptyException e) {
            return false;
        }
    }

    private void deleteTopic(String topic) {
        try {
            await(admin.deleteTopics(Set.of(topic)).all());
            LOG.info("Topic {} is deleted", topic);
        } catch (UnknownTopicOrPartitionException e) {
            // Another instance was first.
        }
    }

    private static void await(KafkaFuture<Void> done) {
        try {
            done.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof KafkaException cause ? cause : new KafkaException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KafkaException("Interrupted while the remains of a build were cleared away", e);
        }
    }

    private static void delete(Path folder) {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (var paths = Files.walk(folder)) {
            for (var path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The stores in " + folder + " must be deleted, but cannot be", e);
        }
    }
}
