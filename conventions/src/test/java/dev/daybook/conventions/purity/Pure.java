package dev.daybook.conventions.purity;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/** Code that may look impure at a glance, and is not. */
public record Pure(List<String> lines) {
    private static final Pattern WORD = Pattern.compile("\\w+");
    private static final Map<String, BigDecimal> RATES = Map.of("standard", BigDecimal.ONE);

    public Pure {
        lines = List.copyOf(lines);
    }

    Pure with(String line) {
        var more = new ArrayList<>(lines);
        more.add(line);
        return new Pure(more);
    }

    String text(Instant time, int count) {
        UnaryOperator<String> small = text -> text.toLowerCase(Locale.ROOT);
        return switch (count) {
            case 0 -> small.apply(WORD.pattern());
            case 1 -> String.format(Locale.ROOT, "%s %d", RATES, "ü".getBytes(UTF_8).length);
            default -> time.atZone(ZoneOffset.UTC).getDayOfWeek() + " " + StrictMath.pow(count, Math.abs(-2));
        };
    }
}
