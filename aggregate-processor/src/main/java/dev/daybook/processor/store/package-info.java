/** What a partition remembers, in RocksDB: states, outcomes and how far it has come. */
@NullMarked
package dev.daybook.processor.store;

import org.jspecify.annotations.NullMarked;
