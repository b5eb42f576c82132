package dev.daybook.gateway.catalog;

import dev.daybook.avro.AvroRecord;
import dev.daybook.http.json.RecordJson;

/**
 * A command that an aggregate takes.
 *
 * @param name its name in URLs, such as {@code add-item}
 * @param json its JSON
 */
public record CommandType<C extends AvroRecord>(String name, RecordJson<C> json) {}
