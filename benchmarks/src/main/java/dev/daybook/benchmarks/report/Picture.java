package dev.daybook.benchmarks.report;

/** A picture of figures. */
public interface Picture {

    /** The picture as an SVG document. */
    String svg();
}
