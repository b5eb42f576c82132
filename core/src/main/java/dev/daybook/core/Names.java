package dev.daybook.core;

import java.util.regex.Pattern;

/** The rule for names that become parts of topics, stores and URLs. */
final class Names {
    private static final Pattern KEBAB_CASE = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");

    private Names() {}

    static void requireKebabCase(String what, String name) {
        if (!KEBAB_CASE.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    "The " + what + " must be in kebab case, such as 'sales-order', but is '" + name + "'");
        }
    }

    static void requireView(String name, int version) {
        requireKebabCase("view name", name);
        if (version < 1) {
            throw new IllegalArgumentException(
                    "The version of view '" + name + "' must be 1 or more, but is " + version);
        }
    }
}
