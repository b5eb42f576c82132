package dev.daybook.cli.console;

import java.net.URI;
import java.net.URISyntaxException;
import picocli.CommandLine.TypeConversionException;

/** URLs of servers on the command line. */
public final class Urls {
    private Urls() {}

    /** The URL that a text says, of HTTP with or without TLS. */
    public static URI parse(String text) {
        try {
            var url = new URI(text);
            var scheme = url.getScheme();
            if (url.getHost() != null && ("http".equalsIgnoreCase(scheme) || "https".equalsIgnoreCase(scheme))) {
                return url;
            }
        } catch (URISyntaxException e) {
            // Said below.
        }
        throw new TypeConversionException("expected a URL, such as http://127.0.0.1:8080, but was '" + text + "'");
    }
}
