/** The life of an app: its main, its health, its metrics. */
@NullMarked
package dev.daybook.platform.app;

import org.jspecify.annotations.NullMarked;
