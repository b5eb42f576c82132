package dev.daybook.conventions;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds of the programming model and of business code: an outcome is a function of the log, and of nothing else. */
class DomainTest {
    private static final String[] OUTSIDE_WORLD = {
        "org.apache.kafka..",
        "io.javalin..",
        "org.slf4j..",
        "java.io..",
        "java.net..",
        "java.nio.file..",
        "java.nio.channels..",
        "java.sql..",
        "java.util.concurrent..",
        "java.util.random.."
    };

    private static final Set<String> NOT_PURE = Set.of(
            "java.lang.Process",
            "java.lang.ProcessBuilder",
            "java.lang.Runtime",
            "java.lang.Thread",
            "java.security.SecureRandom",
            "java.time.Clock",
            "java.util.Random",
            "java.util.SplittableRandom");

    private static final Set<String> NOT_REPEATABLE = Set.of(
            "java.lang.Math.random",
            "java.lang.System.currentTimeMillis",
            "java.lang.System.nanoTime",
            "java.lang.System.getenv",
            "java.lang.System.getProperty",
            "java.time.Instant.now",
            "java.time.LocalDate.now",
            "java.time.LocalDateTime.now",
            "java.time.OffsetDateTime.now",
            "java.time.Year.now",
            "java.time.ZonedDateTime.now",
            "java.time.ZoneId.systemDefault",
            "java.util.Locale.getDefault",
            "java.util.UUID.randomUUID");

    @ParameterizedTest
    @ValueSource(strings = {"core", "orders", "examples/loyalty"})
    void knows_no_kafka_no_http_and_no_io(String module) {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(OUTSIDE_WORLD)
                .check(Module.named(module).classes());
    }

    @ParameterizedTest
    @ValueSource(strings = {"core", "orders", "examples/loyalty"})
    void sees_no_clock_and_no_randomness(String module) {
        DescribedPredicate<JavaClass> notPure = describe("are not pure", type -> NOT_PURE.contains(type.getFullName()));
        DescribedPredicate<JavaCall<?>> notRepeatable = describe(
                "gives another result each time",
                call -> NOT_REPEATABLE.contains(call.getTargetOwner().getFullName() + "." + call.getName()));
        noClasses()
                .should()
                .dependOnClassesThat(notPure)
                .orShould()
                .callCodeUnitWhere(notRepeatable)
                .check(Module.named(module).classes());
    }
}
