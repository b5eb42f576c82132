package dev.daybook.benchmarks.postgres;

import dev.daybook.avro.RecordCodec;
import dev.daybook.avro.Vocabulary;
import dev.daybook.benchmarks.workload.Step;
import dev.daybook.core.Decision;
import dev.daybook.core.Metadata;
import dev.daybook.orders.OrderEvent;
import dev.daybook.orders.OrderState;
import dev.daybook.orders.order.OrderDecider;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * An event table, and a command handler over it as one would write it by hand: it loads the events of the order, folds
 * them, decides with the very decider that Daybook runs, and inserts what follows. That no two commands decide on the
 * same version is the primary key's work, so that loading needs no transaction and one event is one statement. Events are the same Avro binary. For one thread.
 */
public final class EventTable implements AutoCloseable {
    private static final String TABLE = """
        CREATE TABLE IF NOT EXISTS events (
          aggregate_id text NOT NULL,
          version bigint NOT NULL,
          type text NOT NULL,
          payload bytea NOT NULL,
          command_id uuid NOT NULL,
          at timestamptz NOT NULL,
          PRIMARY KEY (aggregate_id, version))
        """;
    private static final String LOAD =
            "SELECT version, type, payload, at FROM events WHERE aggregate_id = ? ORDER BY version";
    private static final String INSERT =
            "INSERT INTO events (aggregate_id, version, type, payload, command_id, at) VALUES (?, ?, ?, ?, ?, ?)";

    private static final Vocabulary<OrderEvent> EVENTS = Vocabulary.of(OrderEvent.class);
    private static final OrderDecider DECIDER = new OrderDecider();

    private final Connection connection;
    private final PreparedStatement load;
    private final PreparedStatement insert;

    /** The table, through a connection of its own. */
    public EventTable(Connection connection) throws SQLException {
        this.connection = connection;
        load = connection.prepareStatement(LOAD);
        insert = connection.prepareStatement(INSERT);
    }

    /** Makes the table if there is none. */
    public static void create(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(TABLE);
        }
    }

    /** Handles a command; it is committed when this returns. */
    public void handle(Step step) throws SQLException {
        var order = load(step.orderId());
        var about = about(step, order.version, Instant.now());
        append(about, decide(step, order.state, about));
    }

    private static List<OrderEvent> decide(Step step, OrderState state, Metadata about) {
        return switch (DECIDER.decide(step.command(), state, about)) {
            case Decision.Accepted<OrderEvent>(var events) -> events;
            case Decision.Rejected<OrderEvent>(var code, var message, var _) ->
                throw new IllegalStateException("Expected an accepted command, but found " + code + ": " + message);
        };
    }

    /** Handles the commands of one order without loading it anew each time, in one transaction. */
    public void handleAll(List<Step> steps) throws SQLException {
        var events = new ArrayList<OrderEvent>();
        var about = about(steps.getFirst(), 0, Instant.now());
        var state = DECIDER.initial();
        for (var step : steps) {
            for (var event : decide(step, state, about)) {
                state = DECIDER.evolve(state, event, about);
                events.add(event);
            }
        }
        append(about, events);
    }

    private record Loaded(OrderState state, long version) {}

    private Loaded load(String orderId) throws SQLException {
        load.setString(1, orderId);
        try (var rows = load.executeQuery()) {
            var state = DECIDER.initial();
            long version = 0;
            while (rows.next()) {
                version = rows.getLong(1);
                state = DECIDER.evolve(
                        state,
                        decode(rows.getString(2), rows.getBytes(3)),
                        about(orderId, version, rows.getTimestamp(4).toInstant(), ""));
            }
            return new Loaded(state, version);
        }
    }

    private void append(Metadata about, List<OrderEvent> events) throws SQLException {
        if (events.size() == 1) {
            bind(about, about.version() + 1, events.getFirst());
            insert.executeUpdate();
        } else {
            appendTogether(about, events);
        }
    }

    private void appendTogether(Metadata about, List<OrderEvent> events) throws SQLException {
        connection.setAutoCommit(false);
        try {
            for (int i = 0; i < events.size(); i++) {
                bind(about, about.version() + 1 + i, events.get(i));
                insert.addBatch();
            }
            insert.executeBatch();
            connection.commit();
        } catch (SQLException e) {
            connection.rollback();
            throw e;
        } finally {
            connection.setAutoCommit(true);
        }
    }

    private void bind(Metadata about, long version, OrderEvent event) throws SQLException {
        insert.setString(1, about.aggregateId());
        insert.setLong(2, version);
        insert.setString(3, EVENTS.codecOf(event).fullName());
        insert.setBytes(4, EVENTS.encode(event));
        insert.setObject(5, UUID.fromString(about.commandId()));
        insert.setTimestamp(6, Timestamp.from(about.time()));
    }

    private static OrderEvent decode(String type, byte[] payload) {
        RecordCodec<? extends OrderEvent> codec = EVENTS.find(type)
                .orElseThrow(() -> new IllegalStateException("Expected an event of an order, but found " + type));
        return codec.decode(payload, 0, payload.length);
    }

    private static Metadata about(Step step, long version, Instant time) {
        return about(step.orderId(), version, time, UUID.randomUUID().toString());
    }

    private static Metadata about(String orderId, long version, Instant time, String commandId) {
        return new Metadata(OrderDecider.ORDER.type(), orderId, version, time, commandId, commandId, null);
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
