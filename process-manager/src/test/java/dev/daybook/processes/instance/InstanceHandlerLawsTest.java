package dev.daybook.processes.instance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.daybook.process.OpenCommand;
import dev.daybook.process.ProcessStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class InstanceHandlerLawsTest {

    /** What happens next; which command it is about, if any, is counted from the first that is not answered. */
    record Step(What what, int which) {
        enum What {
            EVENT,
            ACCEPTED,
            REFUSED,
            ANSWERED_AGAIN,
            RETRIED
        }
    }

    /** An instance, and what a sender of answers knows of it. */
    private static final class Course {
        private final Told told = new Told();
        private final List<String> asked = new ArrayList<>();
        private final List<String> wordsRefused = new ArrayList<>();
        private final List<Runnable> answers = new ArrayList<>();
        private final List<String> answered = new ArrayList<>();

        void take(Step step) {
            switch (step.what()) {
                case EVENT -> {
                    asked.add("word" + (asked.size() + 1));
                    told.event("1", asked.size(), "send " + asked.getLast());
                }
                case ACCEPTED ->
                    unanswered(step).ifPresent(command -> answer(command, () -> told.accepted(id(command))));
                case REFUSED ->
                    unanswered(step).ifPresent(command -> {
                        wordsRefused.add(word(command));
                        answer(command, () -> told.refused(id(command)));
                    });
                case ANSWERED_AGAIN -> {
                    if (!answers.isEmpty()) {
                        answers.get(step.which() % answers.size()).run();
                    }
                }
                case RETRIED -> told.retry();
            }
        }

        private void answer(String command, Runnable answer) {
            answered.add(command);
            answers.add(answer);
            answer.run();
        }

        private Optional<String> unanswered(Step step) {
            var waiting = told.sent().stream()
                    .filter(command -> !answered.contains(command))
                    .toList();
            return waiting.isEmpty() ? Optional.empty() : Optional.of(waiting.get(step.which() % waiting.size()));
        }

        List<String> words() {
            return told.sent().stream().map(Course::word).toList();
        }

        private static String id(String command) {
            return command.substring(0, command.indexOf(' '));
        }

        private static String word(String command) {
            return command.substring(command.indexOf(' ') + 1);
        }
    }

    @Property
    void one_retry_answers_every_refusal_before_it(@ForAll("steps") List<Step> steps) {
        var course = new Course();
        course.take(new Step(Step.What.EVENT, 0));
        steps.forEach(course::take);
        course.take(new Step(Step.What.RETRIED, 0));

        var told = course.told;
        assertThat(told.instance().status()).isEqualTo(ProcessStatus.RUNNING);
        assertThat(told.heldBack()).isZero();
        assertThat(told.state())
                .isEqualTo(String.join(
                        ", ", course.asked.stream().map(word -> "send " + word).toList()));

        // Each once, and once more for each time that it was refused.
        var expected = new ArrayList<>(course.asked);
        expected.addAll(course.wordsRefused);
        assertThat(course.words()).containsExactlyInAnyOrderElementsOf(expected);
        assertThat(course.words().stream().distinct()).containsExactlyElementsOf(course.asked);
        assertThat(told.sent().stream().map(Course::id))
                .containsExactlyElementsOf(IntStream.rangeClosed(1, expected.size())
                        .mapToObj(number -> "talk:a:" + number)
                        .toList());
        assertThat(told.instance().open())
                .extracting(OpenCommand::id)
                .containsExactlyElementsOf(told.sent().stream()
                        .filter(command -> !course.answered.contains(command))
                        .map(Course::id)
                        .toList());
    }

    @Provide
    Arbitrary<List<Step>> steps() {
        return Combinators.combine(
                        Arbitraries.of(Step.What.class), Arbitraries.integers().between(0, 5))
                .as(Step::new)
                .list()
                .ofMaxSize(40);
    }
}
