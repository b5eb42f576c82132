package dev.daybook.platform.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.daybook.platform.schema.RegistryConfig;
import dev.daybook.platform.schema.RegistryConfig.Basic;
import dev.daybook.platform.schema.RegistryConfig.Bearer;
import dev.daybook.platform.schema.RegistryConfig.Client;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CommonConfigTest {

    @Test
    void brokers_and_registry_are_enough() {
        var config = read(Map.of());

        assertThat(config.kafka()).isEqualTo(Map.of("bootstrap.servers", "a:1"));
        assertThat(config.registry()).isEqualTo(RegistryConfig.of(URI.create("http://r:8081/apis/ccompat/v7")));
    }

    @Test
    void credentials_are_a_user_with_a_password_or_a_token() {
        assertThat(read(Map.of("registry.user", "me", "registry.password", "pw"))
                        .registry()
                        .credentials())
                .isEqualTo(new Basic("me", "pw"));
        assertThat(read(Map.of("registry.token", "t")).registry().credentials()).isEqualTo(new Bearer("t"));
    }

    @Test
    void half_of_the_credentials_or_both_kinds_are_refused() {
        assertRefused(Map.of("registry.user", "me"));
        assertRefused(Map.of("registry.password", "pw"));
        assertRefused(Map.of("registry.user", "me", "registry.password", "pw", "registry.token", "t"));
    }

    @Test
    void confluents_client_is_a_choice() {
        assertThat(read(Map.of("registry.client", "confluent")).registry().client())
                .isEqualTo(Client.CONFLUENT);
    }

    @Test
    void credentials_are_not_printed() {
        assertThat(read(Map.of("registry.user", "me", "registry.password", "pw9"))
                        .toString())
                .doesNotContain("pw9");
        assertThat(read(Map.of("registry.token", "t9")).toString()).doesNotContain("t9");
    }

    private static void assertRefused(Map<String, String> credentials) {
        assertThatThrownBy(() -> read(credentials))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("registry.user with registry.password, or registry.token, or none");
    }

    private static CommonConfig read(Map<String, String> more) {
        var values = new HashMap<>(more);
        values.put("kafka.bootstrap.servers", "a:1");
        values.put("registry.url", "http://r:8081/apis/ccompat/v7");
        return CommonConfig.from(Settings.of(CommonConfig.settings(), values));
    }
}
