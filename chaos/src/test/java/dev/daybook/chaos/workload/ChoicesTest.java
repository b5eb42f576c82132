package dev.daybook.chaos.workload;

import static org.assertj.core.api.Assertions.assertThat;

import dev.daybook.chaos.workload.Choices.Ask;
import dev.daybook.chaos.workload.Choices.Choice;
import dev.daybook.chaos.workload.Choices.Send;
import dev.daybook.platform.message.Ack;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class ChoicesTest {
    private static final int MANY = 2_000;

    @Test
    void are_the_same_for_the_same_seed() {
        assertThat(choices(7)).isEqualTo(choices(7));
        assertThat(choices(7)).isNotEqualTo(choices(8));
    }

    @Test
    void have_something_of_everything() {
        var choices = choices(7);
        assertThat(choices).hasAtLeastOneElementOfType(Ask.class);
        assertThat(sent(choices)).extracting(Send::ack).contains(Ack.values());
        assertThat(sent(choices)).anyMatch(send -> send.task().expectedVersion() == null);
        assertThat(sent(choices)).anyMatch(send -> send.task().expectedVersion() != null);
        assertThat(sent(choices))
                .extracting(send -> send.task().aggregateId())
                .contains("basket-0", "invoice-1", "client-order-0");
    }

    @Test
    void repeat_commands_and_take_their_ids_for_others() {
        var tasks = sent(choices(7)).stream().map(Send::task).toList();
        var distinct = tasks.stream().distinct().toList();
        assertThat(distinct).hasSizeLessThan(tasks.size());
        assertThat(distinct.stream().map(Task::id).distinct()).hasSizeLessThan(distinct.size());
    }

    private static List<Send> sent(List<Choice> choices) {
        return choices.stream()
                .filter(Send.class::isInstance)
                .map(Send.class::cast)
                .toList();
    }

    private static List<Choice> choices(long seed) {
        var choices = new Choices("client", Orders.of(2), new KnownVersions(), new Random(seed));
        return Stream.generate(choices::next).limit(MANY).toList();
    }
}
