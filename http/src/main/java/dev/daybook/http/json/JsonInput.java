package dev.daybook.http.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A JSON document being read: the parser, the place it has come to, and the faults found so far. A reader of a value
 * finds the parser at the value's first token and leaves it at its last.
 */
final class JsonInput {
    // A body of faults must not become an answer many times its size.
    private static final int MAX_FAULTS = 100;
    private static final int MAX_QUOTE = 40;

    private final JsonParser parser;
    private final JsonLimits limits;
    private final Deque<String> path = new ArrayDeque<>();
    private final List<JsonFault> faults = new ArrayList<>();

    JsonInput(JsonParser parser, JsonLimits limits) {
        this.parser = parser;
        this.limits = limits;
    }

    JsonLimits limits() {
        return limits;
    }

    List<JsonFault> faults() {
        return faults;
    }

    /** The current token; null after the end of the document. */
    @Nullable
    JsonToken token() {
        return parser.currentToken();
    }

    @Nullable
    JsonToken next() throws IOException {
        return parser.nextToken();
    }

    boolean at(JsonToken token) {
        return parser.hasToken(token);
    }

    String text() throws IOException {
        return parser.getText();
    }

    /** Steps into the field or element of this name. */
    void enter(String segment) {
        path.addLast(segment);
    }

    void leave() {
        path.removeLast();
    }

    /** Notes that the current value is not what was expected, and skips it. */
    @Nullable
    Object fault(String expected) throws IOException {
        return fault(expected, found());
    }

    @Nullable
    Object fault(String expected, String found) throws IOException {
        faults.add(new JsonFault(pointer(), expected, found));
        if (faults.size() == MAX_FAULTS) {
            throw new JsonFaultsException(faults);
        }
        parser.skipChildren();
        return null;
    }

    /** Notes that something follows the document. */
    void trailing() throws IOException {
        fault("the end of the body", found());
    }

    /** Notes that the document cannot be read from here on. */
    void broken(String expected, String reason) {
        var place = parser.currentLocation();
        var found = reason + " at line " + place.getLineNr() + ", column " + place.getColumnNr();
        faults.add(new JsonFault(pointer(), expected, found));
    }

    private String found() throws IOException {
        return switch (token()) {
            case null -> "nothing";
            case START_OBJECT -> "an object";
            case START_ARRAY -> "an array";
            case VALUE_STRING -> "the string \"" + shortened(text()) + '"';
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> "the number " + shortened(text());
            default -> text();
        };
    }

    private String pointer() {
        var pointer = new StringBuilder();
        for (var segment : path) {
            pointer.append('/').append(printable(segment).replace("~", "~0").replace("/", "~1"));
        }
        return pointer.toString();
    }

    private static String shortened(String text) {
        return printable(text.length() <= MAX_QUOTE ? text : text.substring(0, MAX_QUOTE) + "…");
    }

    /** The text with a question mark for every half of a surrogate pair, which no answer could carry. */
    private static String printable(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    }
}
