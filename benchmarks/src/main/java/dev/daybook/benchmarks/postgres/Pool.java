package dev.daybook.benchmarks.postgres;

import dev.daybook.benchmarks.workload.Step;
import java.sql.SQLException;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

/** So many connections to an event table, for any number of clients. Thread-safe. */
public final class Pool implements AutoCloseable {
    private final BlockingQueue<EventTable> free;

    private Pool(int connections) {
        free = new ArrayBlockingQueue<>(connections);
    }

    public static Pool open(PostgresServer server, int connections) throws SQLException {
        var pool = new Pool(connections);
        try (var connection = server.connect()) {
            EventTable.create(connection);
        }
        for (int i = 0; i < connections; i++) {
            pool.free.add(new EventTable(server.connect()));
        }
        return pool;
    }

    /** Handles a command as soon as a connection is free. */
    public void handle(Step step) throws SQLException, InterruptedException {
        var table = free.take();
        try {
            table.handle(step);
        } finally {
            free.add(table);
        }
    }

    @Override
    public void close() throws SQLException {
        for (var table : free) {
            table.close();
        }
    }
}
