package dev.daybook.testkit.audit;

/**
 * A reply, possibly one of a transaction that was aborted: a client that waits for {@code decided} reads those too.
 *
 * @param key which message it answers
 */
public record LoggedReply(int partition, long offset, String key, Verdict verdict, boolean committed)
        implements Placed {

    @Override
    public String place() {
        return (committed ? "replies " : "aborted replies ") + partition + "@" + offset;
    }
}
