/** Members' accounts: earning points, redeeming them, and the gift for gold. */
@NullMarked
package dev.daybook.loyalty.account;

import org.jspecify.annotations.NullMarked;
