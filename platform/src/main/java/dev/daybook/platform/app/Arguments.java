package dev.daybook.platform.app;

import dev.daybook.platform.config.ConfigException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The arguments of an app. */
record Arguments(boolean help, @Nullable Path config) {

    static Arguments parse(String[] args) {
        var help = false;
        Path config = null;
        for (var i = 0; i < args.length; i++) {
            switch (args[i]) {
                case "--help", "-h" -> help = true;
                case "--config" -> {
                    i++;
                    if (i == args.length) {
                        throw new ConfigException(List.of("--config must be followed by a file"));
                    }
                    config = Path.of(args[i]);
                }
                default ->
                    throw new ConfigException(List.of(
                            "The argument '%s' is not known; there are --help and --config FILE".formatted(args[i])));
            }
        }
        return new Arguments(help, config);
    }
}
