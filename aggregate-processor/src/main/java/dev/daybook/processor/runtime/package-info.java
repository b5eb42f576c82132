/** Starting the write side: what is checked before a context runs. */
@NullMarked
package dev.daybook.processor.runtime;

import org.jspecify.annotations.NullMarked;
