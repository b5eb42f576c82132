package dev.daybook.projection.peer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.daybook.platform.config.ConfigException;
import org.apache.kafka.streams.state.HostInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressTest {

    @ParameterizedTest
    @CsvSource({"projections-1:8081, projections-1, 8081", "10.0.0.7:1, 10.0.0.7, 1", "[fe80::1]:65535, fe80::1, 65535"
    })
    void reads_what_kafka_streams_reads(String text, String host, int port) {
        var address = Address.type().parse().apply(text);

        assertThat(address).isEqualTo(new Address(host, port)).hasToString(text);
        assertThat(HostInfo.buildFromEndpoint(text)).isEqualTo(new HostInfo(host, port));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "host", "host:0", "host:65536", "http://host:1", "host:1/path", "::1:80", "my_host:1", "ä:1"
            })
    void refuses_what_is_no_address(String text) {
        assertThat(Address.type().parse().apply(text)).isNull();
    }

    @Test
    void a_host_whose_name_cannot_stand_in_a_url_is_to_be_given_another() {
        assertThatThrownBy(() -> Address.named("my_host", 8081))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("my_host")
                .hasMessageContaining("advertised.address");
    }

    @Test
    void who_listens_on_one_address_is_reached_there() {
        assertThat(Address.of("127.0.0.1", 8081)).isEqualTo(new Address("127.0.0.1", 8081));
    }

    @Test
    void who_listens_on_all_addresses_is_reached_by_name() {
        assertThat(Address.of("0.0.0.0", 8081).host()).isNotEmpty().isNotEqualTo("0.0.0.0");
    }
}
