package dev.daybook.testkit.audit;

/** Something that a violation can point at. */
interface Placed {

    /** Where it is, for a person. */
    String place();
}
