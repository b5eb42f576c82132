package dev.daybook.cli.console;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** An argument that counts something; one that cannot be such a count is refused. */
public abstract sealed class WholeNumber implements ITypeConverter<Integer> {
    private final int least;
    private final int most;

    private WholeNumber(int least, int most) {
        this.least = least;
        this.most = most;
    }

    @Override
    public final Integer convert(String value) {
        try {
            var number = Integer.parseInt(value);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            // Said below.
        }
        throw new TypeConversionException(
                "expected a whole number from %d to %d, but was '%s'".formatted(least, most, value));
    }

    /** One of which there may be none, such as seconds to wait. */
    public static final class FromZero extends WholeNumber {
        public FromZero() {
            super(0, Integer.MAX_VALUE);
        }
    }

    /** One of which there is at least one, such as rows of a page. */
    public static final class FromOne extends WholeNumber {
        public FromOne() {
            super(1, Integer.MAX_VALUE);
        }
    }

    /** A port; 0 is any free one. */
    public static final class Port extends WholeNumber {
        public Port() {
            super(0, 65_535);
        }
    }
}
