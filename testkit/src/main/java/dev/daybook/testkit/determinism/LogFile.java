package dev.daybook.testkit.determinism;

import dev.daybook.core.Aggregate;
import dev.daybook.core.BoundedContext;
import dev.daybook.core.Metadata;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The file in which the worlds find the commands that all of them decide. */
record LogFile(Path path) {

    void write(Class<? extends BoundedContext> context, List<Life<?, ?, ?>> lives) throws IOException {
        try (var out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(path)))) {
            out.writeUTF(context.getName());
            out.writeInt(lives.size());
            for (var life : lives) {
                out.writeUTF(life.aggregate().type());
                write(life, out);
            }
        }
    }

    private static <C> void write(Life<C, ?, ?> life, DataOutputStream out) throws IOException {
        var messages = Messages.of(life.aggregate().commands());
        out.writeInt(life.commands().size());
        for (var sent : life.commands()) {
            write(sent.metadata(), out);
            messages.write(sent.command(), out);
        }
    }

    private static void write(Metadata metadata, DataOutputStream out) throws IOException {
        out.writeUTF(metadata.aggregateId());
        out.writeUTF(metadata.time().toString());
        out.writeUTF(metadata.commandId());
        out.writeUTF(metadata.correlationId());
        var principal = metadata.principal();
        out.writeBoolean(principal != null);
        if (principal != null) {
            out.writeUTF(principal);
        }
    }

    /** The lives, with the deciders of a context of this JVM. */
    List<Life<?, ?, ?>> read() throws IOException, ReflectiveOperationException {
        try (var in = new DataInputStream(new BufferedInputStream(Files.newInputStream(path)))) {
            var context = context(in.readUTF());
            var lives = new ArrayList<Life<?, ?, ?>>();
            var count = in.readInt();
            while (lives.size() < count) {
                lives.add(read(aggregate(context, in.readUTF()), in));
            }
            return lives;
        }
    }

    private static BoundedContext context(String name) throws ReflectiveOperationException {
        var constructor = Class.forName(name).getDeclaredConstructor();
        constructor.setAccessible(true);
        return (BoundedContext) constructor.newInstance();
    }

    private static Aggregate<?, ?, ?> aggregate(BoundedContext context, String type) {
        return context.aggregates().stream()
                .filter(aggregate -> aggregate.type().equals(type))
                .findFirst()
                .orElseThrow();
    }

    private static <C, E, S> Life<C, E, S> read(Aggregate<C, E, S> aggregate, DataInputStream in) throws IOException {
        var messages = Messages.of(aggregate.commands());
        var commands = new ArrayList<Sent<C>>();
        var count = in.readInt();
        while (commands.size() < count) {
            var metadata = metadata(aggregate.type(), in);
            commands.add(new Sent<>(messages.read(in), metadata));
        }
        return new Life<>(aggregate, commands);
    }

    private static Metadata metadata(String type, DataInputStream in) throws IOException {
        var id = in.readUTF();
        var time = Instant.parse(in.readUTF());
        return new Metadata(type, id, 0, time, in.readUTF(), in.readUTF(), in.readBoolean() ? in.readUTF() : null);
    }
}
