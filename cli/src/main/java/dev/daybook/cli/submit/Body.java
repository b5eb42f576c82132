package dev.daybook.cli.submit;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.daybook.cli.console.CommandFailure;
import dev.daybook.cli.console.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Where a command's JSON comes from: the argument itself, a file, or the standard input. */
final class Body {
    private Body() {}

    static byte[] read(String argument) throws IOException {
        if (argument.equals("-")) {
            return System.in.readAllBytes();
        }
        return argument.startsWith("@") ? file(Path.of(argument.substring(1))) : argument.getBytes(UTF_8);
    }

    private static byte[] file(Path path) {
        try {
            return Files.readAllBytes(path);
        } catch (NoSuchFileException e) {
            throw new CommandFailure(ExitCode.USAGE, "There is no file " + path.toAbsolutePath(), e);
        } catch (IOException e) {
            throw new CommandFailure(ExitCode.USAGE, "Cannot read the file " + path.toAbsolutePath() + ": " + e, e);
        }
    }
}
