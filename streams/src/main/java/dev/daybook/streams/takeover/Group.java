package dev.daybook.streams.takeover;

import static java.util.Objects.requireNonNull;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListTransactionsOptions;
import org.apache.kafka.clients.admin.MemberDescription;
import org.apache.kafka.clients.admin.MemberToRemove;
import org.apache.kafka.clients.admin.RemoveMembersFromConsumerGroupOptions;
import org.apache.kafka.clients.admin.TransactionListing;
import org.apache.kafka.clients.admin.TransactionState;
import org.apache.kafka.common.errors.GroupIdNotFoundException;
import org.apache.kafka.common.errors.UnknownMemberIdException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** An application's consumer group and the transactions of its producers, as the brokers know them. Thread-safe. */
public final class Group {
    private static final Logger LOG = LoggerFactory.getLogger(Group.class);

    private final Admin admin;
    private final String applicationId;
    private final Producers producers;

    public Group(Admin admin, String applicationId) {
        this.admin = admin;
        this.applicationId = applicationId;
        this.producers = new Producers(applicationId);
    }

    /**
     * Ends the transactions under way that no living member will end.
     *
     * @param self the client ids of who asks: only a member knows who else is one
     */
    void fenceAbandoned(Collection<String> self) throws ExecutionException, InterruptedException {
        // In this order: a member that comes in between has no transaction among these.
        var ongoing = ongoing();
        var members = members().stream().map(MemberDescription::clientId).collect(Collectors.toSet());
        if (self.stream().anyMatch(members::contains)) {
            fence(producers.abandoned(ongoing, members));
        }
    }

    /**
     * Removes an instance that is known to be dead, with all its threads, and ends its transactions.
     *
     * @param instanceId the name that it had in the group
     */
    public void release(String instanceId) throws ExecutionException, InterruptedException {
        release(of(instanceId, members()));
    }

    /**
     * Releases the former run of an instance that starts again, if there are others: they have a copy of the state that it
     * has lost. Alone, it has its partitions back sooner if the group still knows it.
     */
    public void releaseToOthers(String instanceId) throws ExecutionException, InterruptedException {
        var members = members();
        var former = of(instanceId, members);
        if (former.size() < members.size()) {
            release(former);
        }
    }

    private static List<MemberDescription> of(String instanceId, Collection<MemberDescription> members) {
        return members.stream()
                .filter(member -> member.groupInstanceId()
                        .filter(id -> id.startsWith(instanceId + "-"))
                        .isPresent())
                .toList();
    }

    private void release(List<MemberDescription> dead) throws ExecutionException, InterruptedException {
        fence(dead.stream()
                .flatMap(member -> producers.beside(member.clientId()).stream())
                .collect(Collectors.toSet()));
        remove(dead);
    }

    private List<String> ongoing() throws ExecutionException, InterruptedException {
        var options = new ListTransactionsOptions().filterStates(List.of(TransactionState.ONGOING));
        return admin.listTransactions(options).all().get().stream()
                .map(TransactionListing::transactionalId)
                .toList();
    }

    private Collection<MemberDescription> members() throws ExecutionException, InterruptedException {
        try {
            var described = admin.describeConsumerGroups(List.of(applicationId));
            return requireNonNull(described.all().get().get(applicationId)).members();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof GroupIdNotFoundException) {
                return List.of();
            }
            throw e;
        }
    }

    private void fence(Set<String> transactionalIds) throws ExecutionException, InterruptedException {
        if (!transactionalIds.isEmpty()) {
            admin.fenceProducers(transactionalIds).all().get();
            LOG.info("Fenced the producers of dead instances, whose transactions end: {}", transactionalIds);
        }
    }

    private void remove(List<MemberDescription> dead) throws ExecutionException, InterruptedException {
        var members = new HashSet<MemberToRemove>();
        dead.forEach(member -> member.groupInstanceId().map(MemberToRemove::new).ifPresent(members::add));
        if (members.isEmpty()) {
            return;
        }
        var options = new RemoveMembersFromConsumerGroupOptions(members);
        options.reason("its process has ended");
        var removal = admin.removeMembersFromConsumerGroup(applicationId, options);
        for (var member : members) {
            try {
                removal.memberResult(member).get();
                LOG.info(
                        "Removed {} from the group {}: its process has ended", member.groupInstanceId(), applicationId);
            } catch (ExecutionException e) {
                if (!(e.getCause() instanceof UnknownMemberIdException)) {
                    throw e;
                }
            }
        }
    }
}
