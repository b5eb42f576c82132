package dev.daybook.platform.schema;

import java.util.List;
import org.apache.avro.Schema;

/**
 * A registry of schemas: it gives each schema a number, which travels before every message, and guards that the
 * versions under a subject stay compatible. Implementations are thread-safe. Every method may throw
 * {@link RegistryUnavailableException}.
 */
public interface SchemaRegistry extends AutoCloseable {

    /**
     * Registers a schema under a subject. Registering it again changes nothing and gives the same id.
     *
     * @return the schema's id
     * @throws SchemaRejectedException if the subject's compatibility level does not admit it
     */
    int register(String subject, Schema schema);

    /**
     * The schema with an id. Ids are for ever, so implementations keep what they have seen.
     *
     * @throws UnknownSchemaIdException if the registry says that there is none
     */
    Schema byId(int id);

    /** The schemas under a subject, oldest first; none if the subject is unknown. */
    List<Schema> versions(String subject);

    /** Sets the compatibility level of a subject, which need not have a version yet. */
    void requireCompatibility(String subject, Compatibility level);

    @Override
    void close();
}
