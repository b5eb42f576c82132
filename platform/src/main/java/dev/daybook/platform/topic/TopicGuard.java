package dev.daybook.platform.topic;

import dev.daybook.core.BoundedContext;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.apache.kafka.clients.admin.Admin;

/** The check that an app makes before it starts: whether the cluster keeps what the app will entrust to it. */
public final class TopicGuard {
    private static final String TRANSACTIONS = "transaction.version";

    /** The one with KIP-890, which closes the known ways in which a transaction could be corrupted. */
    private static final int SAFE_TRANSACTIONS = 2;

    private TopicGuard() {}

    /**
     * Checks the topics of bounded contexts, and the cluster's transactions.
     *
     * @throws UnsafeTopicsException with every fault there is
     * @throws ClusterException if the cluster does not answer
     */
    public static void check(List<BoundedContext> contexts, Admin admin) throws InterruptedException {
        var cluster = new Cluster(admin);
        var faults = new ArrayList<String>();
        var names = TopicNames.of(contexts);
        var topics = cluster.topics(names.keySet());
        var partitions = new TreeMap<String, Integer>();
        names.forEach((name, kind) -> {
            var topic = topics.get(name);
            if (topic == null) {
                faults.add("%s: there is no such topic".formatted(name));
            } else {
                partitions.put(name, topic.partitions());
                faults.addAll(TopicRule.faults(name, kind, topic.config()));
            }
        });
        faults.addAll(Keying.faults(partitions));
        if (!faults.isEmpty()) {
            faults.add("./daybook topics plan shows how the topics differ from infra/topics.yaml, "
                    + "and ./daybook topics apply makes them so.");
        }
        var transactions = cluster.feature(TRANSACTIONS);
        if (transactions < SAFE_TRANSACTIONS) {
            faults.add(
                    "The cluster's feature %s is at level %d, but must be at %d or above: upgrade it with kafka-features.sh upgrade --feature %s=%d"
                            .formatted(TRANSACTIONS, transactions, SAFE_TRANSACTIONS, TRANSACTIONS, SAFE_TRANSACTIONS));
        }
        if (!faults.isEmpty()) {
            throw new UnsafeTopicsException(faults);
        }
    }
}
