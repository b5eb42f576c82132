package dev.daybook.testkit.determinism;

import dev.daybook.core.Action;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;

/** How what comes to instances is written and read. */
final class Tidings {
    private static final byte HAPPENED = 'h';
    private static final byte ACCEPTED = 'a';
    private static final byte REFUSED = 'r';

    private Tidings() {}

    static void write(Inbox inbox, DataOutputStream out) throws IOException {
        out.writeUTF(inbox.instanceId());
        out.writeInt(inbox.tidings().size());
        for (var tiding : inbox.tidings()) {
            write(tiding, out);
        }
    }

    private static void write(Tiding tiding, DataOutputStream out) throws IOException {
        switch (tiding) {
            case Tiding.Happened(var event, var _) -> {
                out.writeByte(HAPPENED);
                AnyRecord.write(event, out);
            }
            case Tiding.Accepted(var command, var _) -> {
                out.writeByte(ACCEPTED);
                write(command, out);
            }
            case Tiding.Refused(var command, var code, var _) -> {
                out.writeByte(REFUSED);
                write(command, out);
                out.writeUTF(code);
            }
        }
        LogFile.write(tiding.metadata(), out);
    }

    static void write(Action.Send command, DataOutputStream out) throws IOException {
        out.writeUTF(command.aggregate());
        out.writeUTF(command.aggregateId());
        AnyRecord.write(command.command(), out);
    }

    static Inbox read(DataInputStream in) throws IOException {
        var instanceId = in.readUTF();
        var count = in.readInt();
        var tidings = new ArrayList<Tiding>();
        while (tidings.size() < count) {
            tidings.add(tiding(in));
        }
        return Inbox.of(instanceId, tidings);
    }

    private static Tiding tiding(DataInputStream in) throws IOException {
        var kind = in.readByte();
        return switch (kind) {
            case HAPPENED -> new Tiding.Happened(AnyRecord.read(in), LogFile.metadata(in));
            case ACCEPTED -> new Tiding.Accepted(send(in), LogFile.metadata(in));
            case REFUSED -> new Tiding.Refused(send(in), in.readUTF(), LogFile.metadata(in));
            default -> throw new IOException("Expected what an instance is told, but found the byte " + kind);
        };
    }

    static Action.Send send(DataInputStream in) throws IOException {
        return new Action.Send(in.readUTF(), in.readUTF(), AnyRecord.read(in));
    }
}
