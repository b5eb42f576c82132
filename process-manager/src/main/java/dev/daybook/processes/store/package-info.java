/** What a partition remembers of its instances and their timers, in RocksDB. */
@NullMarked
package dev.daybook.processes.store;

import org.jspecify.annotations.NullMarked;
