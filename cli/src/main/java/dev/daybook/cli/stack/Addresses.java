package dev.daybook.cli.stack;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;

/** Where servers listen, and how they are reached from this machine. */
final class Addresses {
    static final String LOOPBACK = "127.0.0.1";

    private Addresses() {}

    /** The URL of a server; one that listens on all addresses is reached on loopback. */
    static URI http(String host, int port) {
        return URI.create("http://" + (isAny(host) ? LOOPBACK : host) + ":" + port);
    }

    private static boolean isAny(String host) {
        try {
            return InetAddress.getByName(host).isAnyLocalAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }
}
