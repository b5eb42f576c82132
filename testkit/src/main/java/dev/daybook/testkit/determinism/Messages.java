package dev.daybook.testkit.determinism;

import dev.daybook.avro.Vocabulary;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;

/** The messages of a vocabulary in a file: for each its name, its length and its Avro binary. */
record Messages<M>(Vocabulary<M> vocabulary) {

    static <M> Messages<M> of(Class<M> type) {
        return new Messages<>(Vocabulary.of(type));
    }

    void write(M message, DataOutputStream out) throws IOException {
        var bytes = vocabulary.encode(message);
        out.writeUTF(vocabulary.codecOf(message).fullName());
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    M read(DataInputStream in) throws IOException {
        var codec = vocabulary.find(in.readUTF()).orElseThrow();
        var bytes = in.readNBytes(in.readInt());
        return codec.decode(bytes, 0, bytes.length);
    }

    /** The message as it comes back from its wire form. */
    M copy(M message) {
        var bytes = vocabulary.encode(message);
        return vocabulary.codecOf(message).decode(bytes, 0, bytes.length);
    }
}
