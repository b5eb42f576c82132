package dev.daybook.testkit.determinism;

/** The first message of which two worlds make something else. */
sealed interface Difference permits DecidedDifferently, DoneDifferently {

    /** The type of aggregate, or the process. */
    String whose();

    /** It as a reader wants to see it. */
    String transcript();
}
