package dev.daybook.testkit.determinism;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WorldClockTest {

    @ParameterizedTest
    @ValueSource(
            classes = {
                Instant.class,
                LocalDate.class,
                LocalDateTime.class,
                LocalTime.class,
                MonthDay.class,
                OffsetDateTime.class,
                OffsetTime.class,
                Year.class,
                YearMonth.class,
                ZonedDateTime.class
            })
    void stands_in_wherever_a_type_asks_for_now(Class<?> type) {
        var asking = Arrays.stream(type.getMethods())
                .filter(method -> method.getName().equals("now") && !takesAClock(method))
                .map(method -> signature("now" + type.getSimpleName(), method));

        assertThat(standIns()).containsAll(asking.toList());
    }

    @Test
    void stands_in_for_every_clock_of_the_system() {
        var asking = Arrays.stream(Clock.class.getDeclaredMethods())
                .filter(method -> Modifier.isPublic(method.getModifiers()) && Modifier.isStatic(method.getModifiers()))
                .filter(method -> !takesAClock(method) && !method.getName().equals("fixed"))
                .map(method -> signature(method.getName(), method));

        assertThat(standIns()).containsAll(asking.toList());
    }

    private static boolean takesAClock(Method method) {
        return List.of(method.getParameterTypes()).contains(Clock.class);
    }

    private static Stream<String> standIns() {
        return Arrays.stream(WorldClock.class.getDeclaredMethods()).map(method -> signature(method.getName(), method));
    }

    private static String signature(String name, Method method) {
        return method.getReturnType() + " " + name + List.of(method.getParameterTypes());
    }
}
