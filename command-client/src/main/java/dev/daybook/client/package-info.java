/** Sends commands from a Java program and tells what became of them. */
@NullMarked
package dev.daybook.client;

import org.jspecify.annotations.NullMarked;
