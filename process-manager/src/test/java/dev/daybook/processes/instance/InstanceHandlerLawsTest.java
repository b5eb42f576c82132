package dev.daybook.processes.instance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.daybook.process.OpenCommand;
import dev.daybook.process.ProcessFailed;
import dev.daybook.process.ProcessRetried;
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
            THROWN_AT,
            ACCEPTED,
            REFUSED,
            ANSWERED_AGAIN,
            RETRIED
        }
    }

    /** An instance, and what a sender of answers knows of it. */
    private static final class Course {
        private final Told told = new Told();
        private final List<String> events = new ArrayList<>();
        private final List<String> asked = new ArrayList<>();
        private final List<String> wordsRefused = new ArrayList<>();
        private final List<Runnable> answers = new ArrayList<>();
        private final List<String> answered = new ArrayList<>();

        void take(Step step) {
            switch (step.what()) {
                case EVENT -> {
                    asked.add("word" + (asked.size() + 1));
                    happen("send " + asked.getLast());
                }
                case THROWN_AT -> happen("throw");
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

        private void happen(String words) {
            events.add(words);
            told.event("1", events.size(), words);
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

        requireDone(course);
    }

    @Property
    void a_second_retry_answers_what_came_while_it_had_failed_otherwise(@ForAll("stepsOfAnyKind") List<Step> steps) {
        var course = new Course();
        try {
            Talk.broken = true;
            course.take(new Step(Step.What.EVENT, 0));
            steps.forEach(course::take);
            Talk.broken = false;
            course.take(new Step(Step.What.RETRIED, 0));
            course.take(new Step(Step.What.RETRIED, 0));
        } finally {
            Talk.broken = true;
        }

        requireDone(course);
    }

    @Property
    void nothing_is_sent_again_before_a_refusal_is_seen(@ForAll("stepsOfAnyKind") List<Step> steps) {
        var course = new Course();
        course.take(new Step(Step.What.EVENT, 0));
        steps.forEach(course::take);
        course.take(new Step(Step.What.RETRIED, 0));

        var code = "";
        for (var event : course.told.history()) {
            if (event instanceof ProcessFailed failed) {
                code = failed.code();
            }
            if (event instanceof ProcessRetried retried) {
                assertThat(retried.commands().isEmpty()).isEqualTo(code.equals(InstanceHandler.THREW));
            }
        }
    }

    private static void requireDone(Course course) {
        var told = course.told;
        assertThat(told.instance().status()).isEqualTo(ProcessStatus.RUNNING);
        assertThat(told.heldBack()).isZero();
        assertThat(told.state()).isEqualTo(String.join(", ", course.events));

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
        return steps(Arbitraries.of(Step.What.class).filter(what -> what != Step.What.THROWN_AT));
    }

    @Provide
    Arbitrary<List<Step>> stepsOfAnyKind() {
        return steps(Arbitraries.of(Step.What.class));
    }

    private static Arbitrary<List<Step>> steps(Arbitrary<Step.What> whats) {
        return Combinators.combine(whats, Arbitraries.integers().between(0, 5))
                .as(Step::new)
                .list()
                .ofMaxSize(40);
    }
}
