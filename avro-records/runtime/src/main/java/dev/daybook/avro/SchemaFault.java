package dev.daybook.avro;

/**
 * One reason why records of a writer's schema cannot be read with a reader's schema.
 *
 * @param field the path of the reader's field, such as {@code lines.amount}; empty for the record itself
 * @param rule the rule that is broken, such as {@code READER_FIELD_MISSING_DEFAULT_VALUE}
 * @param reason what was expected and what was found
 */
public record SchemaFault(String field, String rule, String reason) {

    @Override
    public String toString() {
        return (field.isEmpty() ? "" : "field " + field + ": ") + rule + ": " + reason;
    }
}
