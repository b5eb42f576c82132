package dev.daybook.projection.peer;

import dev.daybook.platform.config.ConfigException;
import dev.daybook.platform.config.ValueType;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.kafka.streams.state.HostInfo;
import org.jspecify.annotations.Nullable;

/**
 * Where an instance is reached by the others.
 *
 * @param host a name or an IP address
 * @param port the port of its HTTP server
 */
public record Address(String host, int port) {
    /** What a URL can have: a name with an underscore is none that it knows. */
    private static final Pattern FORMAT = Pattern.compile("(?:\\[([0-9a-fA-F:.%]+)]|([a-zA-Z0-9.-]+)):([0-9]{1,5})");

    private static final int LAST_PORT = 65_535;

    /** A setting's value. */
    public static ValueType<Address> type() {
        return new ValueType<>("a host and a port, such as projections-1:8081", Address::parse, Address::toString);
    }

    /** Of a server that listens on an address of this host, or on all of them. */
    public static Address of(String listensOn, int port) {
        try {
            return InetAddress.getByName(listensOn).isAnyLocalAddress()
                    ? named(InetAddress.getLocalHost().getHostName(), port)
                    : named(listensOn, port);
        } catch (UnknownHostException e) {
            throw new ConfigException(
                    List.of("This host does not know where others reach it (%s): set advertised.address"
                            .formatted(e.getMessage())));
        }
    }

    /** Of a server on a host. */
    static Address named(String host, int port) {
        var address = new Address(host, port);
        if (!FORMAT.matcher(address.toString()).matches()) {
            throw new ConfigException(
                    List.of("This host's name, '%s', cannot stand in a URL: set advertised.address".formatted(host)));
        }
        return address;
    }

    static Address of(HostInfo host) {
        return new Address(host.host(), host.port());
    }

    URI uri(String pathAndQuery) {
        return URI.create("http://" + this + pathAndQuery);
    }

    private static @Nullable Address parse(String value) {
        var parts = FORMAT.matcher(value);
        if (!parts.matches()) {
            return null;
        }
        var host = parts.group(1) == null ? parts.group(2) : parts.group(1);
        var port = Integer.parseInt(parts.group(3));
        return port < 1 || port > LAST_PORT ? null : new Address(host, port);
    }

    /** As Kafka Streams and URLs have it: {@code projections-1:8081}, {@code [::1]:8081}. */
    @Override
    public String toString() {
        return (host.contains(":") ? "[" + host + "]" : host) + ":" + port;
    }
}
