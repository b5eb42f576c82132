package dev.daybook.platform.schema;

/** The registry says that it has no schema with an id. */
public final class UnknownSchemaIdException extends RegistryException {
    private final int id;

    public UnknownSchemaIdException(int id) {
        super("The schema registry has no schema with the id " + id, null);
        this.id = id;
    }

    UnknownSchemaIdException(int id, String reason) {
        super("The schema registry has no schema of use with the id %d: %s".formatted(id, reason), null);
        this.id = id;
    }

    public int id() {
        return id;
    }
}
