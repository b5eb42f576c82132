package dev.daybook.testkit.determinism;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;

/** A record of whatever vocabulary in a file, behind the name of its class. */
final class AnyRecord {
    /** Built once for each class: there are many records of few. */
    private static final ClassValue<Messages<?>> MESSAGES = new ClassValue<>() {
        @Override
        protected Messages<?> computeValue(Class<?> type) {
            return Messages.of(type);
        }
    };

    private AnyRecord() {}

    static void write(Object record, DataOutputStream out) throws IOException {
        out.writeUTF(record.getClass().getName());
        write(MESSAGES.get(record.getClass()), record, out);
    }

    @SuppressWarnings("unchecked") // the messages are those of the record's own class
    private static <M> void write(Messages<M> messages, Object record, DataOutputStream out) throws IOException {
        messages.write((M) record, out);
    }

    static Object read(DataInputStream in) throws IOException {
        try {
            return MESSAGES.get(Class.forName(in.readUTF())).read(in);
        } catch (ClassNotFoundException e) {
            throw new IOException("All worlds must have the same classes", e);
        }
    }
}
