package dev.daybook.platform.topic;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ContextTopicsTest {

    @Test
    void every_name_begins_with_the_context() {
        var topics = new ContextTopics("orders");

        assertThat(topics.commands("order")).isEqualTo("orders.order.commands");
        assertThat(topics.events("order")).isEqualTo("orders.order.events");
        assertThat(topics.replies()).isEqualTo("orders.replies");
        assertThat(topics.deadLetters()).isEqualTo("orders.dead-letters");
        assertThat(topics.viewBuilds()).isEqualTo("orders.view-builds");
    }
}
