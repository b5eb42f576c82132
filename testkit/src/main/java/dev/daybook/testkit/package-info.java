/** What the tests of a bounded context stand on: given/when/then for deciders and views, and the laws they obey. */
@NullMarked
package dev.daybook.testkit;

import org.jspecify.annotations.NullMarked;
