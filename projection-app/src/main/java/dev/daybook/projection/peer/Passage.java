package dev.daybook.projection.peer;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.javalin.http.Context;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;

/** What of a request goes on to the instance that answers it. */
final class Passage {
    /** Who sent it, how fresh the answer must be, what is made of it. */
    private static final List<String> HEADERS = List.of(
            "Accept",
            "Authorization",
            "Content-Type",
            "Daybook-Max-Staleness",
            "Daybook-Token",
            "Last-Event-ID",
            "Prefer",
            "traceparent",
            "tracestate");

    private static final String LEGAL =
            "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~!$&'()*+,;=:@/?";
    private static final HexFormat HEX = HexFormat.of().withUpperCase();

    private Passage() {}

    /** The same request to another instance. */
    static HttpRequest.Builder of(Context ctx, Address instance) {
        return to(ctx, instance, ctx.req().getRequestURI())
                .method(ctx.req().getMethod(), BodyPublishers.ofByteArray(ctx.bodyAsBytes()));
    }

    /** A question to another instance with the same parameters, on behalf of the same caller. */
    static HttpRequest.Builder to(Context ctx, Address instance, String path) {
        return to(ctx, instance, path, Map.of());
    }

    /** The same, where some of the parameters are passed on as they were understood. */
    static HttpRequest.Builder to(Context ctx, Address instance, String path, Map<String, String> understood) {
        var query = understood.isEmpty() ? ctx.req().getQueryString() : query(ctx.queryParamMap(), understood);
        var request = HttpRequest.newBuilder(instance.uri(legal(query == null ? path : path + "?" + query)));
        for (var name : HEADERS) {
            for (var value : Collections.list(ctx.req().getHeaders(name))) {
                request.header(name, value);
            }
        }
        return request;
    }

    static String query(Map<String, List<String>> given, Map<String, String> understood) {
        var query = new StringJoiner("&");
        given.forEach((name, values) -> values.forEach(
                value -> query.add(encoded(name) + "=" + encoded(understood.getOrDefault(name, value)))));
        return query.toString();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, UTF_8);
    }

    /** Percent-encodes what a server takes in a request line although RFC 3986 does not have it there. */
    static String legal(String target) {
        var legal = new StringBuilder(target.length());
        target.codePoints().forEach(c -> {
            if (LEGAL.indexOf(c) >= 0 || c == '%') {
                legal.appendCodePoint(c);
            } else {
                for (var encoded : Character.toString(c).getBytes(UTF_8)) {
                    HEX.toHexDigits(legal.append('%'), encoded);
                }
            }
        });
        return legal.toString().replaceAll("%(?![0-9a-fA-F]{2})", "%25");
    }
}
