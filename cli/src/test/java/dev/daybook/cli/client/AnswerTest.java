package dev.daybook.cli.client;

import static org.assertj.core.api.Assertions.assertThat;

import dev.daybook.cli.console.ExitCode;
import java.net.http.HttpHeaders;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class AnswerTest {
    @ParameterizedTest
    @CsvSource({"400,2", "404,5", "405,2", "412,3", "413,2", "415,2", "422,3", "500,1", "503,4"})
    void ends_the_command_with_the_exit_code_of_its_status(int status, int exitCode) {
        assertThat(answer(status, "{}").failure().exitCode()).isEqualTo(exitCode);
    }

    @Test
    void prints_a_problem_with_its_code_and_all_that_it_adds() {
        var answer = answer(412, """
            {"type": "about:blank", "title": "Precondition failed", "status": 412, "code": "version-conflict",
             "detail": "Order A-1 is at version 3, not 2", "actualVersion": 3}\
            """);

        assertThat(answer.failure().exitCode()).isEqualTo(ExitCode.REFUSED);
        assertThat(answer.failure())
                .hasMessage("Order A-1 is at version 3, not 2 (412, version-conflict)%n  actualVersion: 3".formatted());
    }

    @Test
    void says_the_status_of_an_answer_that_is_no_problem() {
        var answer = new Answer(
                502, HttpHeaders.of(Map.of("Content-Type", List.of("text/html")), (name, value) -> true), "<html>");

        assertThat(answer.failure()).hasMessage("The server answered with status 502");
    }

    private static Answer answer(int status, String json) {
        var headers =
                HttpHeaders.of(Map.of("Content-Type", List.of("application/problem+json")), (name, value) -> true);
        return new Answer(status, headers, json);
    }
}
