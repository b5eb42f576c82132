package dev.daybook.conventions;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import dev.daybook.conventions.purity.Impure;
import dev.daybook.conventions.purity.Pure;
import java.lang.reflect.Member;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;

class PurityTest {
    private static final List<String> FAULTS = faults(Impure.class);

    private static List<String> faults(Class<?> type) {
        var imported = new ClassFileImporter().importClasses(type);
        return Purity.RULES.stream()
                .flatMap(rule -> rule.evaluate(imported).getFailureReport().getDetails().stream())
                .toList();
    }

    @ParameterizedTest
    @MethodSource
    void finds_a_method_with_an_impure(String name) {
        assertThat(FAULTS).anyMatch(fault -> fault.startsWith("Method <" + Impure.class.getName() + "." + name + "("));
    }

    static List<String> finds_a_method_with_an_impure() {
        return names(Impure.class.getDeclaredMethods());
    }

    @ParameterizedTest
    @MethodSource
    void finds_a_field_that_is_a(String name) {
        assertThat(FAULTS).anyMatch(fault -> fault.contains("Field <" + Impure.class.getName() + "." + name + ">"));
    }

    static List<String> finds_a_field_that_is_a() {
        return List.of("staticArray", "staticCounter", "staticVariable", "variable");
    }

    @Test
    void finds_a_collection_that_is_kept_to_be_changed() {
        assertThat(FAULTS)
                .anyMatch(
                        fault -> fault.startsWith("Static Initializer <") && fault.contains("java.util.HashMap.<init>"))
                .anyMatch(fault -> fault.startsWith("Constructor <") && fault.contains("java.util.ArrayList.<init>"));
    }

    @Test
    void finds_nothing_in_what_is_pure() {
        assertThat(faults(Pure.class)).isEmpty();
    }

    @ParameterizedTest
    @FieldSource("dev.daybook.conventions.Purity#IMPURE_TYPES")
    void names_a_type_that_there_is(String type) throws ClassNotFoundException {
        assertThat(Class.forName(type).getName()).isEqualTo(type);
    }

    @ParameterizedTest
    @FieldSource("dev.daybook.conventions.Purity#IMPURE_CALLS")
    void names_a_call_that_there_is(String call) throws ClassNotFoundException {
        var name = call.replaceFirst("\\(.*", "");
        var dot = name.lastIndexOf('.');
        var members = Class.forName(name.substring(0, dot)).getDeclaredMethods();

        assertThat(name.substring(dot + 1))
                .satisfiesAnyOf(
                        member -> assertThat(names(members)).contains(member),
                        member -> assertThat(member).isEqualTo("<init>"));
    }

    private static List<String> names(Member... members) {
        return Arrays.stream(members)
                .filter(member -> !member.isSynthetic())
                .map(Member::getName)
                .toList();
    }
}
