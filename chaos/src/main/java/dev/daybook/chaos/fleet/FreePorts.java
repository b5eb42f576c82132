package dev.daybook.chaos.fleet;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;

/** Ports of this machine that nothing else uses now, each another. */
final class FreePorts {
    private final Deque<Integer> free = new ArrayDeque<>();

    /** Finds some, all open at once so that none comes twice. */
    FreePorts(int count) {
        var sockets = new ArrayList<ServerSocket>();
        try {
            for (var i = 0; i < count; i++) {
                sockets.add(new ServerSocket(0, 1, InetAddress.getLoopbackAddress()));
            }
            for (var socket : sockets) {
                free.add(socket.getLocalPort());
                socket.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("There are no free ports", e);
        }
    }

    int next() {
        return free.remove();
    }
}
