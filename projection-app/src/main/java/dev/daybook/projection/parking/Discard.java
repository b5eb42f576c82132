package dev.daybook.projection.parking;

/** Which parked events of an aggregate are dropped before the others are tried again. */
public enum Discard {
    NONE,
    FIRST,
    ALL
}
