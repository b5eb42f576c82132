package dev.daybook.testkit.determinism;

import dev.daybook.core.Aggregate;
import dev.daybook.core.BoundedContext;
import dev.daybook.core.BusinessProcess;
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

/** The file in which the worlds find the messages that all of them take. */
record LogFile(Path path) {
    private static final byte LIFE = 'l';
    private static final byte STORY = 's';

    void write(Class<? extends BoundedContext> context, List<Strand> strands) throws IOException {
        try (var out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(path)))) {
            out.writeUTF(context.getName());
            out.writeInt(strands.size());
            for (var strand : strands) {
                write(strand, out);
            }
        }
    }

    private static void write(Strand strand, DataOutputStream out) throws IOException {
        switch (strand) {
            case Life<?, ?, ?> life -> {
                out.writeByte(LIFE);
                out.writeUTF(life.aggregate().type());
                write(life, out);
            }
            case Story<?, ?> story -> {
                out.writeByte(STORY);
                out.writeUTF(story.process().name());
                Tidings.write(story.inbox(), out);
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

    static void write(Metadata metadata, DataOutputStream out) throws IOException {
        out.writeUTF(metadata.aggregate());
        out.writeUTF(metadata.aggregateId());
        out.writeLong(metadata.version());
        out.writeUTF(metadata.time().toString());
        out.writeUTF(metadata.commandId());
        out.writeUTF(metadata.correlationId());
        var principal = metadata.principal();
        out.writeBoolean(principal != null);
        if (principal != null) {
            out.writeUTF(principal);
        }
    }

    /** The strands, with the deciders and processes of a context of this JVM. */
    List<Strand> read() throws IOException, ReflectiveOperationException {
        try (var in = new DataInputStream(new BufferedInputStream(Files.newInputStream(path)))) {
            var context = context(in.readUTF());
            var strands = new ArrayList<Strand>();
            var count = in.readInt();
            while (strands.size() < count) {
                strands.add(read(context, in));
            }
            return strands;
        }
    }

    private static BoundedContext context(String name) throws ReflectiveOperationException {
        var constructor = Class.forName(name).getDeclaredConstructor();
        constructor.setAccessible(true);
        return (BoundedContext) constructor.newInstance();
    }

    private static Strand read(BoundedContext context, DataInputStream in) throws IOException {
        var kind = in.readByte();
        return switch (kind) {
            case LIFE -> life(aggregate(context, in.readUTF()), in);
            case STORY -> new Story<>(process(context, in.readUTF()), Tidings.read(in));
            default -> throw new IOException("Expected a life or a story, but found the byte " + kind);
        };
    }

    private static Aggregate<?, ?, ?> aggregate(BoundedContext context, String type) {
        return context.aggregates().stream()
                .filter(aggregate -> aggregate.type().equals(type))
                .findFirst()
                .orElseThrow();
    }

    private static BusinessProcess<?, ?> process(BoundedContext context, String name) {
        return context.processes().stream()
                .filter(process -> process.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static <C, E, S> Life<C, E, S> life(Aggregate<C, E, S> aggregate, DataInputStream in) throws IOException {
        var messages = Messages.of(aggregate.commands());
        var commands = new ArrayList<Sent<C>>();
        var count = in.readInt();
        while (commands.size() < count) {
            var metadata = metadata(in);
            commands.add(new Sent<>(messages.read(in), metadata));
        }
        return new Life<>(aggregate, commands);
    }

    static Metadata metadata(DataInputStream in) throws IOException {
        return new Metadata(
                in.readUTF(),
                in.readUTF(),
                in.readLong(),
                Instant.parse(in.readUTF()),
                in.readUTF(),
                in.readUTF(),
                in.readBoolean() ? in.readUTF() : null);
    }
}
