package dev.daybook.testkit.determinism;

import dev.daybook.core.Aggregate;
import dev.daybook.core.Decision;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** How verdicts on the commands to one type of aggregate are written and read. */
record Verdicts<E, S>(Messages<E> events, Messages<S> states) {
    private static final byte ACCEPTED = 'a';
    private static final byte REJECTED = 'r';
    private static final byte FAILED = 'f';

    static <E, S> Verdicts<E, S> of(Aggregate<?, E, S> aggregate) {
        return new Verdicts<>(Messages.of(aggregate.events()), Messages.of(aggregate.state()));
    }

    byte[] write(Verdict<E, S> verdict) {
        var bytes = new ByteArrayOutputStream();
        try (var out = new DataOutputStream(bytes)) {
            write(verdict, out);
        } catch (IOException e) {
            throw new UncheckedIOException("There is room in memory, or there is an OutOfMemoryError", e);
        }
        return bytes.toByteArray();
    }

    private void write(Verdict<E, S> verdict, DataOutputStream out) throws IOException {
        switch (verdict) {
            case Verdict.Decided<E, S>(var decision, var state) -> {
                write(decision, out);
                states.write(state, out);
            }
            case Verdict.Failed<E, S>(var thrown) -> {
                out.writeByte(FAILED);
                out.writeUTF(thrown);
            }
        }
    }

    private void write(Decision<E> decision, DataOutputStream out) throws IOException {
        switch (decision) {
            case Decision.Accepted<E>(var list) -> {
                out.writeByte(ACCEPTED);
                out.writeInt(list.size());
                for (E event : list) {
                    events.write(event, out);
                }
            }
            case Decision.Rejected<E>(var code, var message, var details) -> {
                out.writeByte(REJECTED);
                out.writeUTF(code);
                out.writeUTF(message);
                write(details, out);
            }
        }
    }

    private static void write(Map<String, String> details, DataOutputStream out) throws IOException {
        out.writeInt(details.size());
        for (var detail : new TreeMap<>(details).entrySet()) {
            out.writeUTF(detail.getKey());
            out.writeUTF(detail.getValue());
        }
    }

    List<Verdict<E, S>> read(int count, DataInputStream in) throws IOException {
        var verdicts = new ArrayList<Verdict<E, S>>();
        while (verdicts.size() < count) {
            verdicts.add(read(in));
        }
        return verdicts;
    }

    private Verdict<E, S> read(DataInputStream in) throws IOException {
        var kind = in.readByte();
        return switch (kind) {
            case ACCEPTED -> new Verdict.Decided<>(accepted(in), states.read(in));
            case REJECTED -> new Verdict.Decided<>(rejected(in), states.read(in));
            case FAILED -> new Verdict.Failed<>(in.readUTF());
            default -> throw new IOException("Expected a verdict, but found the byte " + kind);
        };
    }

    private Decision<E> accepted(DataInputStream in) throws IOException {
        var list = new ArrayList<E>();
        var count = in.readInt();
        while (list.size() < count) {
            list.add(events.read(in));
        }
        return Decision.accept(List.copyOf(list));
    }

    private static <E> Decision<E> rejected(DataInputStream in) throws IOException {
        var code = in.readUTF();
        var message = in.readUTF();
        var details = new HashMap<String, String>();
        var count = in.readInt();
        while (details.size() < count) {
            details.put(in.readUTF(), in.readUTF());
        }
        return Decision.reject(code, message, details);
    }
}
