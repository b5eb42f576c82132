package dev.daybook.testkit.determinism;

import dev.daybook.core.Action;
import dev.daybook.core.BusinessProcess;
import dev.daybook.core.Stage;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** How what a process makes of its messages is written and read. */
record Reactions<S>(Messages<S> states) {
    private static final byte DONE = 'd';
    private static final byte ELSEWHERE = 'e';
    private static final byte UNTOLD = 'u';
    private static final byte FAILED = 'f';
    private static final byte SEND = 's';
    private static final byte SET_TIMER = 't';
    private static final byte CANCEL_TIMER = 'c';

    static <S> Reactions<S> of(BusinessProcess<?, S> process) {
        return new Reactions<>(Messages.of(process.state()));
    }

    byte[] write(Reaction<S> reaction) {
        var bytes = new ByteArrayOutputStream();
        try (var out = new DataOutputStream(bytes)) {
            write(reaction, out);
        } catch (IOException e) {
            throw new UncheckedIOException("There is room in memory, or there is an OutOfMemoryError", e);
        }
        return bytes.toByteArray();
    }

    private void write(Reaction<S> reaction, DataOutputStream out) throws IOException {
        switch (reaction) {
            case Reaction.Done<S>(var actions, var stage, var state) -> {
                out.writeByte(DONE);
                out.writeInt(actions.size());
                for (var action : actions) {
                    write(action, out);
                }
                out.writeUTF(stage.name());
                states.write(state, out);
            }
            case Reaction.Elsewhere<S>(var instanceId) -> {
                out.writeByte(ELSEWHERE);
                out.writeUTF(instanceId);
            }
            case Reaction.Untold<S>() -> out.writeByte(UNTOLD);
            case Reaction.Failed<S>(var thrown) -> {
                out.writeByte(FAILED);
                out.writeUTF(thrown);
            }
        }
    }

    private static void write(Action action, DataOutputStream out) throws IOException {
        switch (action) {
            case Action.Send send -> {
                out.writeByte(SEND);
                Tidings.write(send, out);
            }
            case Action.SetTimer(var name, var due, var command) -> {
                out.writeByte(SET_TIMER);
                out.writeUTF(name);
                out.writeUTF(due.toString());
                Tidings.write(command, out);
            }
            case Action.CancelTimer(var name) -> {
                out.writeByte(CANCEL_TIMER);
                out.writeUTF(name);
            }
        }
    }

    List<Reaction<S>> read(int count, DataInputStream in) throws IOException {
        var reactions = new ArrayList<Reaction<S>>();
        while (reactions.size() < count) {
            reactions.add(read(in));
        }
        return reactions;
    }

    private Reaction<S> read(DataInputStream in) throws IOException {
        var kind = in.readByte();
        return switch (kind) {
            case DONE -> new Reaction.Done<>(actions(in), Stage.valueOf(in.readUTF()), states.read(in));
            case ELSEWHERE -> new Reaction.Elsewhere<>(in.readUTF());
            case UNTOLD -> new Reaction.Untold<>();
            case FAILED -> new Reaction.Failed<>(in.readUTF());
            default -> throw new IOException("Expected what a process did, but found the byte " + kind);
        };
    }

    private static List<Action> actions(DataInputStream in) throws IOException {
        var actions = new ArrayList<Action>();
        var count = in.readInt();
        while (actions.size() < count) {
            actions.add(action(in));
        }
        return List.copyOf(actions);
    }

    private static Action action(DataInputStream in) throws IOException {
        var kind = in.readByte();
        return switch (kind) {
            case SEND -> Tidings.send(in);
            case SET_TIMER -> {
                var name = in.readUTF();
                yield new Action.SetTimer(name, Instant.parse(in.readUTF()), Tidings.send(in));
            }
            case CANCEL_TIMER -> new Action.CancelTimer(in.readUTF());
            default -> throw new IOException("Expected an action, but found the byte " + kind);
        };
    }
}
