package dev.daybook.cli.console;

import java.util.function.LongFunction;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** An argument that counts something; one that cannot be such a count is refused. */
public abstract sealed class WholeNumber<N extends Number> implements ITypeConverter<N> {
    private final long least;
    private final long most;
    private final LongFunction<N> number;

    private WholeNumber(long least, long most, LongFunction<N> number) {
        this.least = least;
        this.most = most;
        this.number = number;
    }

    @Override
    public final N convert(String value) {
        try {
            var found = Long.parseLong(value);
            if (found >= least && found <= most) {
                return number.apply(found);
            }
        } catch (NumberFormatException e) {
            // Said below.
        }
        throw new TypeConversionException(
                "expected a whole number from %d to %d, but was '%s'".formatted(least, most, value));
    }

    /** One of which there may be none, such as seconds to wait. */
    public static final class FromZero extends WholeNumber<Integer> {
        public FromZero() {
            super(0, Integer.MAX_VALUE, Math::toIntExact);
        }
    }

    /** One of which there is at least one, such as rows of a page. */
    public static final class FromOne extends WholeNumber<Integer> {
        public FromOne() {
            super(1, Integer.MAX_VALUE, Math::toIntExact);
        }
    }

    /** A port; 0 is any free one. */
    public static final class Port extends WholeNumber<Integer> {
        public Port() {
            super(0, 65_535, Math::toIntExact);
        }
    }

    /** A version of an aggregate, which is that of its last event. */
    public static final class Version extends WholeNumber<Long> {
        public Version() {
            super(1, Long.MAX_VALUE, Long::valueOf);
        }
    }

    /** The version of an aggregate that need not exist yet; then it is 0. */
    public static final class ExpectedVersion extends WholeNumber<Long> {
        public ExpectedVersion() {
            super(0, Long.MAX_VALUE, Long::valueOf);
        }
    }
}
