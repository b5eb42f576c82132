package dev.daybook.processes.store;

import java.nio.ByteBuffer;

/** The kinds of entries that share a partition's store: the first byte of a key tells them apart, in this order. */
enum EntryKind {
    /** The count of events in the partition's history: one entry. */
    POSITION(0),
    /** An instance. */
    INSTANCE(1),
    /** A timer of an instance, under its time. */
    TIMER(2),
    /** A message that is held back for an instance, under its number. */
    HELD(3);

    private final byte mark;

    EntryKind(int mark) {
        this.mark = (byte) mark;
    }

    /** Before every key of this kind, and after every key of the kind before. */
    byte[] first() {
        return new byte[] {mark};
    }

    /** A buffer for a key of this kind, for {@code length} bytes more. */
    ByteBuffer key(int length) {
        return ByteBuffer.allocate(1 + length).put(mark);
    }
}
