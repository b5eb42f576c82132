package dev.daybook.projection.parking;

import dev.daybook.platform.schema.RegistryUnavailableException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Calls the functions of a view, and tells a fault of theirs from one of what surrounds them: the first comes again with the
 * same event, the second passes.
 *
 * @param view the name of the view
 */
public record Guard(String view) {

    /**
     * Calls a function.
     *
     * @param function what it is to the view, such as {@code fold}
     * @throws UnfoldableException if it throws
     */
    public <T extends @Nullable Object> T call(String function, Supplier<T> call) {
        try {
            return call.get();
        } catch (RegistryUnavailableException e) {
            throw e;
        } catch (RuntimeException | StackOverflowError e) {
            throw new UnfoldableException("The %s of view '%s' threw %s".formatted(function, view, e), e);
        }
    }
}
