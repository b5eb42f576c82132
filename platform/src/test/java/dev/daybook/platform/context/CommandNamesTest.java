package dev.daybook.platform.context;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CommandNamesTest {

    @Test
    void words_are_joined_by_hyphens() {
        assertThat(CommandNames.kebab(AddItem.class)).isEqualTo("add-item");
    }

    @Test
    void an_abbreviation_is_one_word() {
        assertThat(CommandNames.kebab(SendVATInvoice.class)).isEqualTo("send-vat-invoice");
    }

    @Test
    void digits_belong_to_the_word_before_them() {
        assertThat(CommandNames.kebab(Form10Filed.class)).isEqualTo("form10-filed");
    }

    private record AddItem() {}

    private record SendVATInvoice() {}

    private record Form10Filed() {}
}
