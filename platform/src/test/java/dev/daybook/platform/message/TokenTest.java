package dev.daybook.platform.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TokenTest {

    @Test
    void reads_what_it_writes() {
        var token = new Token("sales-order", 3, 1287);

        assertThat(token).hasToString("sales-order:3:1287");
        assertThat(Token.parse(token.toString())).isEqualTo(token);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "order",
                "order:3",
                "order:3:",
                ":3:1",
                "order:-1:1",
                "order:3:x",
                "order:3:1:1",
                "order:3:99999999999999999999",
                "Order:3:1",
                "order: 3:1"
            })
    void refuses_what_is_none(String text) {
        assertThatThrownBy(() -> Token.parse(text))
                .isInstanceOf(MalformedTokenException.class)
                .hasMessageContaining("order:3:1287")
                .hasMessageContaining("'" + text + "'");
    }
}
