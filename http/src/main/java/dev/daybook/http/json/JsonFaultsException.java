package dev.daybook.http.json;

import java.util.List;
import java.util.stream.Collectors;

/** A JSON document does not fit its schema. */
public final class JsonFaultsException extends RuntimeException {
    private final transient List<JsonFault> faults;

    JsonFaultsException(List<JsonFault> faults) {
        super(faults.stream().map(JsonFault::toString).collect(Collectors.joining("; ")));
        this.faults = List.copyOf(faults);
    }

    /** All faults that were found, in the order of the document; at least one. */
    public List<JsonFault> faults() {
        return faults;
    }
}
