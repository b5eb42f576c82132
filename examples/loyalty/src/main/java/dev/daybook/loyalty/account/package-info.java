/** Members' accounts: earning points and redeeming them. */
@NullMarked
package dev.daybook.loyalty.account;

import org.jspecify.annotations.NullMarked;
