package dev.daybook.cli.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;

final class PortsTest {
    @Test
    void names_each_port_that_is_taken_and_the_option_to_choose_another() throws IOException {
        var loopback = InetAddress.getLoopbackAddress();
        try (var one = new ServerSocket(0, 1, loopback);
                var other = new ServerSocket(0, 1, loopback)) {
            var ports = Ports.free();
            ports.gateway = one.getLocalPort();
            ports.broker = other.getLocalPort();

            assertThatThrownBy(() -> ports.requireFree("127.0.0.1"))
                    .hasMessageContaining("Port " + one.getLocalPort() + " is taken")
                    .hasMessageContaining("--gateway-port")
                    .hasMessageContaining("Port " + other.getLocalPort() + " is taken")
                    .hasMessageContaining("--broker-port")
                    .hasMessageNotContainingAny("--query-port", "--registry-port");
        }
    }

    @Test
    void takes_any_free_port_for_zero() {
        Ports.free().requireFree("127.0.0.1");
    }

    @Test
    void gives_several_instances_the_ports_that_follow_and_none_twice() throws IOException {
        var ports = Ports.free();
        ports.gateway = 21_100;
        ports.query = 21_101;
        ports.processorAdmin = 21_103;
        try (var taken = new ServerSocket(21_102, 1, InetAddress.getLoopbackAddress())) {
            assertThat(taken.isBound()).isTrue();
            assertThat(ports.following("127.0.0.1", 21_100, 3)).containsExactly(21_100, 21_104, 21_105);
            assertThat(ports.following("127.0.0.1", 21_103, 2)).containsExactly(21_103, 21_106);
        }
    }

    @Test
    void gives_several_instances_any_free_ports_for_zero() {
        assertThat(Ports.free().following("127.0.0.1", 0, 3))
                .doesNotHaveDuplicates()
                .doesNotContain(0);
    }
}
