package dev.daybook.cli.console;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** An argument that names something: an empty one, such as an unset variable leaves behind, is refused. */
public final class NonEmpty implements ITypeConverter<String> {

    @Override
    public String convert(String value) {
        if (value.isBlank()) {
            throw new TypeConversionException("it is empty; is a variable not set?");
        }
        return value;
    }
}
