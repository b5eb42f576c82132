package dev.daybook.conventions;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaConstructor;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaStaticInitializer;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What keeps an outcome a function of the log: rules for the programming model and for business code. They see what is
 * written down in a class; what comes about only when it runs, such as the order of a {@code HashSet} of objects, is for
 * the testkit's determinism check to find.
 */
final class Purity {
    /** A library of pure functions may be added here, by name. */
    private static final String[] KNOWN_PACKAGES = {
        "dev.daybook..",
        "java.lang",
        "java.math",
        "java.nio.charset",
        "java.time..",
        "java.util",
        "java.util.function",
        "java.util.regex",
        "java.util.stream",
        "org.apache.avro..",
        "org.jspecify.."
    };

    /** Of these packages, what is not pure. A currency's digits change with the JDK. */
    static final Set<String> IMPURE_TYPES = Set.of(
            "java.lang.ClassLoader",
            "java.lang.InheritableThreadLocal",
            "java.lang.Module",
            "java.lang.Process",
            "java.lang.ProcessBuilder",
            "java.lang.ProcessHandle",
            "java.lang.Runtime",
            "java.lang.ScopedValue",
            "java.lang.StackWalker",
            "java.lang.Thread",
            "java.lang.ThreadLocal",
            "java.time.Clock",
            "java.time.InstantSource",
            "java.util.Calendar",
            "java.util.Currency",
            "java.util.Formatter",
            "java.util.GregorianCalendar",
            "java.util.IdentityHashMap",
            "java.util.Properties",
            "java.util.Random",
            "java.util.ResourceBundle",
            "java.util.Scanner",
            "java.util.ServiceLoader",
            "java.util.SplittableRandom",
            "java.util.Timer",
            "java.util.WeakHashMap");

    /**
     * Of these types, what answers differently elsewhere or later: by the clock, by chance, by the default of the
     * machine, or, for functions that {@code StrictMath} has too, by the processor.
     */
    static final Set<String> IMPURE_CALLS = Set.of(
            "java.lang.Class.forName",
            "java.lang.Enum.hashCode",
            "java.lang.Math.acos",
            "java.lang.Math.asin",
            "java.lang.Math.atan",
            "java.lang.Math.atan2",
            "java.lang.Math.cbrt",
            "java.lang.Math.cos",
            "java.lang.Math.cosh",
            "java.lang.Math.exp",
            "java.lang.Math.expm1",
            "java.lang.Math.hypot",
            "java.lang.Math.log",
            "java.lang.Math.log10",
            "java.lang.Math.log1p",
            "java.lang.Math.pow",
            "java.lang.Math.random",
            "java.lang.Math.sin",
            "java.lang.Math.sinh",
            "java.lang.Math.tan",
            "java.lang.Math.tanh",
            "java.lang.Object.hashCode",
            "java.lang.StrictMath.random",
            "java.lang.String.<init>([B)",
            "java.lang.String.format(java.lang.String, [Ljava.lang.Object;)",
            "java.lang.String.formatted",
            "java.lang.String.getBytes()",
            "java.lang.String.toLowerCase()",
            "java.lang.String.toUpperCase()",
            "java.nio.charset.Charset.defaultCharset",
            "java.time.ZoneId.systemDefault",
            "java.time.format.DateTimeFormatter.ofLocalizedDate",
            "java.time.format.DateTimeFormatter.ofLocalizedDateTime",
            "java.time.format.DateTimeFormatter.ofLocalizedTime",
            "java.time.format.DateTimeFormatter.ofPattern(java.lang.String)",
            "java.util.Collections.shuffle",
            "java.util.Date.<init>()",
            "java.util.Locale.getDefault",
            "java.util.Objects.hash",
            "java.util.Objects.hashCode",
            "java.util.TimeZone.getDefault",
            "java.util.UUID.randomUUID");

    /** All of them. */
    static final List<ArchRule> RULES = List.of(
            classes().should().onlyDependOnClassesThat().resideInAnyPackage(KNOWN_PACKAGES),
            noClasses()
                    .should()
                    .dependOnClassesThat(
                            describe("are not pure", (JavaClass type) -> IMPURE_TYPES.contains(type.getFullName()))),
            noClasses().should().accessTargetWhere(describe("is not pure", Purity::isImpure)),
            noClasses()
                    .should()
                    .accessTargetWhere(describe("makes what can be changed, to be kept", Purity::makesKept)),
            fields().should().beFinal(),
            fields().that()
                    .areStatic()
                    .and()
                    // Those that the compiler makes for enums.
                    .doNotHaveModifier(JavaModifier.SYNTHETIC)
                    .should()
                    .notHaveRawType(describe("an array", JavaClass::isArray))
                    .allowEmptyShould(true),
            methods().should().notHaveModifier(JavaModifier.NATIVE));

    private Purity() {}

    private static boolean isImpure(JavaAccess<?> access) {
        var owner = access.getTargetOwner();
        var name = owner.getFullName() + "." + access.getName();
        return IMPURE_CALLS.contains(name)
                || IMPURE_CALLS.contains(access.getTarget().getFullName())
                || (access.getName().equals("now") && owner.getPackageName().startsWith("java.time"))
                || (access.getName().equals("hashCode") && owner.isEnum())
                || access.getName().startsWith("parallel")
                || (owner.isEquivalentTo(System.class) && !access.getName().equals("arraycopy"));
    }

    private static boolean makesKept(JavaAccess<?> access) {
        return isInitialiser(access.getOrigin())
                && access.getName().equals(JavaConstructor.CONSTRUCTOR_NAME)
                && isMutable(access.getTargetOwner());
    }

    private static boolean isInitialiser(JavaCodeUnit origin) {
        return origin instanceof JavaStaticInitializer || origin instanceof JavaConstructor;
    }

    private static boolean isMutable(JavaClass type) {
        return type.getPackageName().equals("java.util")
                && (type.isAssignableTo(Collection.class) || type.isAssignableTo(Map.class));
    }
}
