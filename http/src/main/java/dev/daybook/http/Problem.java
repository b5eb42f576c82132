package dev.daybook.http;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * An answer that says what went wrong: the problem details of RFC 9457.
 *
 * @param status the HTTP status
 * @param code a stable, machine-readable name in kebab case, such as {@code unknown-command}
 * @param title what kind of problem it is; the same for every problem of one code
 * @param detail what was expected and what was found this time, and what to do
 * @param extensions further members, in the order in which they are written; a value is a string, a whole number, a
 *     boolean, or a list or a map of such
 * @param headers further response headers, such as {@code Retry-After}
 */
public record Problem(
        int status,
        String code,
        String title,
        String detail,
        Map<String, Object> extensions,
        Map<String, String> headers) {

    public static final String CONTENT_TYPE = "application/problem+json";

    public Problem {
        extensions = Collections.unmodifiableMap(new LinkedHashMap<>(extensions));
        headers = Map.copyOf(headers);
    }

    /** A problem without extensions. */
    public static Problem of(int status, String code, String title, String detail) {
        return new Problem(status, code, title, detail, Map.of(), Map.of());
    }

    /** The URI of the kind of problem; it names the kind and is not meant to be fetched. */
    public String type() {
        return "urn:problem-type:daybook:" + code;
    }

    /** The same with one more member. */
    public Problem with(String member, Object value) {
        var more = new LinkedHashMap<>(extensions);
        more.put(member, value);
        return new Problem(status, code, title, detail, more, headers);
    }

    /** The same with one more response header. */
    public Problem withHeader(String name, String value) {
        var more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new Problem(status, code, title, detail, extensions, more);
    }

    /** Its JSON, in UTF-8. */
    public byte[] json() {
        JsonBody body = out -> {
            out.writeStartObject();
            out.writeStringField("type", type());
            out.writeStringField("title", title);
            out.writeNumberField("status", status);
            out.writeStringField("code", code);
            out.writeStringField("detail", detail);
            for (var extension : extensions.entrySet()) {
                out.writeFieldName(extension.getKey());
                write(extension.getValue(), out);
            }
            out.writeEndObject();
        };
        return body.bytes();
    }

    private static void write(Object value, JsonGenerator out) throws IOException {
        switch (value) {
            case String text -> out.writeString(text);
            case Integer number -> out.writeNumber(number);
            case Long number -> out.writeNumber(number);
            case Boolean flag -> out.writeBoolean(flag);
            case Collection<?> elements -> {
                out.writeStartArray();
                for (var element : elements) {
                    write(element, out);
                }
                out.writeEndArray();
            }
            case Map<?, ?> members -> {
                out.writeStartObject();
                for (var member : members.entrySet()) {
                    out.writeFieldName(member.getKey().toString());
                    write(member.getValue(), out);
                }
                out.writeEndObject();
            }
            default -> throw new IllegalArgumentException("A problem cannot carry " + value.getClass());
        }
    }

    /** What there is instead of something that there is not, in words. */
    public static String choice(Collection<?> known) {
        return known.isEmpty() ? "there are none here" : "there are " + known;
    }

    /** There is nothing of a kind by a name; it says which there are. */
    public static Problem unknown(String code, String kind, String name, Collection<String> known) {
        return of(404, code, "There is no such " + kind, "There is no %s '%s'; %s".formatted(kind, name, choice(known)))
                .with("known", known);
    }

    /** The exception that ends a request with this problem. */
    public ProblemException exception() {
        return new ProblemException(this);
    }
}
