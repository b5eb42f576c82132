package dev.daybook.streams.runtime;

import dev.daybook.streams.takeover.Group;
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

    /** Takes from it what it holds in these applications, so that others have it now, and not only when it is missed. */
    public void release(List<String> applicationIds) throws ExecutionException, InterruptedException {
        try (var admin = Launch.admin(kafka)) {
            for (var applicationId : applicationIds) {
                new Group(admin, applicationId).release(instanceId);
            }
        }
    }
}
