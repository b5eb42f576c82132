/** What is measured: a broker, a registry and Daybook's apps in this JVM. */
@NullMarked
package dev.daybook.benchmarks.stack;

import org.jspecify.annotations.NullMarked;
