package dev.daybook.processor.runtime;

import dev.daybook.core.BoundedContext;
import dev.daybook.processor.takeover.Group;
import dev.daybook.processor.topology.ProcessorTopology;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;

/** An instance whose process has ended, however it ended. */
public final class DeadInstance {
    private final Map<String, Object> kafka;
    private final String instanceId;

    /**
     * The one that ran on a state folder.
     *
     * @param kafka what it configured its Kafka clients with
     */
    public DeadInstance(Map<String, Object> kafka, Path stateDir) {
        this.kafka = kafka;
        this.instanceId = InstanceId.of(stateDir);
    }

    /** Takes from it what it holds in these contexts, so that others have it now, and not only when it is missed. */
    public void release(List<BoundedContext> contexts) throws ExecutionException, InterruptedException {
        try (var admin = Start.admin(kafka)) {
            for (var context : contexts) {
                new Group(admin, ProcessorTopology.applicationId(context)).release(instanceId);
            }
        }
    }
}
