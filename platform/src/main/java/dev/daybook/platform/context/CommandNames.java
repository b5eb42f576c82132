package dev.daybook.platform.context;

import java.util.Locale;
import java.util.regex.Pattern;

/** The names of commands in URLs. */
public final class CommandNames {
    private static final Pattern WORD_START = Pattern.compile("(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])");

    private CommandNames() {}

    /** The name of a record in kebab case: {@code AddItem} is {@code add-item}. */
    public static String kebab(Class<?> record) {
        return kebab(record.getSimpleName());
    }

    /** The same of the simple name of a record. */
    public static String kebab(String record) {
        return WORD_START.matcher(record).replaceAll("-").toLowerCase(Locale.ROOT);
    }
}
