/** A lean HTTP client, so that the load costs little beside what it is put on. */
@NullMarked
package dev.daybook.benchmarks.http;

import org.jspecify.annotations.NullMarked;
