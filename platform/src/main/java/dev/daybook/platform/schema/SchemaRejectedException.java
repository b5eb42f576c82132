package dev.daybook.platform.schema;

import java.util.List;

/** The registry refuses a schema under a subject. */
public final class SchemaRejectedException extends RegistryException {
    private final String subject;
    private final String schema;
    private final List<String> reasons;

    /**
     * A refusal.
     *
     * @param schema the full name of the schema
     * @param reasons what is not compatible, one sentence each, naming field and rule
     */
    public SchemaRejectedException(String subject, String schema, List<String> reasons) {
        super(
                "The schema %s is refused under the subject %s: %s"
                        .formatted(schema, subject, String.join("; ", reasons)),
                null);
        this.subject = subject;
        this.schema = schema;
        this.reasons = List.copyOf(reasons);
    }

    public String subject() {
        return subject;
    }

    /** The full name of the refused schema. */
    public String schema() {
        return schema;
    }

    /** What is not compatible, one sentence each. */
    public List<String> reasons() {
        return reasons;
    }
}
