/** Replays the Northwind orders as commands and checks that every figure adds up. */
@NullMarked
package dev.daybook.cli.demo;

import org.jspecify.annotations.NullMarked;
