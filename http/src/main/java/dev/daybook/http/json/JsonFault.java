package dev.daybook.http.json;

/**
 * One thing that is wrong with a JSON document.
 *
 * @param pointer where: a JSON pointer (RFC 6901); empty for the document itself
 * @param expected what should stand there
 * @param found what stands there
 */
public record JsonFault(String pointer, String expected, String found) {

    @Override
    public String toString() {
        return (pointer.isEmpty() ? "the body" : pointer) + ": expected " + expected + ", found " + found;
    }
}
