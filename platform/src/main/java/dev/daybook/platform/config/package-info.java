/** Configuration: declared settings, read once from a file and the environment, all faults at once. */
@NullMarked
package dev.daybook.platform.config;

import org.jspecify.annotations.NullMarked;
