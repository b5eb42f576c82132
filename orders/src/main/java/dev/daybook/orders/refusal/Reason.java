package dev.daybook.orders.refusal;

import dev.daybook.core.Decision;
import java.util.Locale;
import java.util.Map;

/** The reason for which an aggregate refuses a command: a constant of an enum, whose name gives the code. */
public interface Reason<E> {

    String name();

    /** The code, such as {@code order-not-paid}. */
    default String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The refusal for this reason. */
    default Decision<E> because(String message) {
        return Decision.reject(code(), message);
    }

    /** The refusal for this reason, with details for programs. */
    default Decision<E> because(String message, Map<String, String> details) {
        return Decision.reject(code(), message, details);
    }
}
