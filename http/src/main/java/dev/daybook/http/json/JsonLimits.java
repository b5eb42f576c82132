package dev.daybook.http.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;

/**
 * What a JSON document may cost its reader. The size of the document is limited before it gets here.
 *
 * @param nesting how many levels deep objects and arrays may be
 * @param numberLength how many characters a number may have, written as a number or as a string
 */
public record JsonLimits(int nesting, int numberLength) {

    private static final int MAX_NAME_LENGTH = 1000;

    /** 32 levels and 100 characters. */
    public static final JsonLimits DEFAULT = new JsonLimits(32, 100);

    JsonFactory factory() {
        return JsonFactory.builder()
                // Field names come from strangers: they are not to fill a table that lives as long as the process.
                .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
                .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
                // A location in a fault must not quote the body.
                .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(nesting)
                        .maxNumberLength(numberLength)
                        .maxNameLength(MAX_NAME_LENGTH)
                        .build())
                .build();
    }

    String inWords() {
        return "at most %d levels of nesting, numbers of at most %d characters, and names of at most %d"
                .formatted(nesting, numberLength, MAX_NAME_LENGTH);
    }
}
