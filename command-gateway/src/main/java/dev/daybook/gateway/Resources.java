package dev.daybook.gateway;

import java.util.ArrayDeque;
import java.util.Deque;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What is to be closed, the last first. */
final class Resources implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Resources.class);

    private final Deque<AutoCloseable> open = new ArrayDeque<>();

    <R extends AutoCloseable> R add(R resource) {
        open.push(resource);
        return resource;
    }

    /** Closes all; one that fails does not keep the others open. */
    @Override
    public void close() {
        while (!open.isEmpty()) {
            var resource = open.pop();
            try {
                resource.close();
            } catch (Exception e) {
                LOG.warn("Cannot close {}", resource, e);
            }
        }
    }
}
