package dev.daybook.testkit.determinism;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

/** Takes all messages of a log in the world of this JVM. */
final class Replay {
    private Replay() {}

    public static void main(String[] args) throws Exception {
        var world = World.current();
        var courses = new LogFile(Path.of(args[0]))
                .read().stream().map(strand -> strand.course(world)).toList();
        run(world.threads(), world.isBusy() ? interleaved(courses) : inTurn(courses));
        try (var out = new BufferedOutputStream(Files.newOutputStream(Path.of(args[1])))) {
            write(courses, out);
        }
    }

    private static void run(int count, List<List<Callable<Void>>> rounds)
            throws InterruptedException, ExecutionException {
        try (var threads = Executors.newFixedThreadPool(count)) {
            for (var round : rounds) {
                for (var done : threads.invokeAll(round)) {
                    done.get();
                }
            }
        }
    }

    private static List<List<Callable<Void>>> inTurn(List<Course> courses) {
        return List.of(courses.stream()
                .<Callable<Void>>map(course -> () -> {
                    course.toTheEnd();
                    return null;
                })
                .toList());
    }

    /** In each round, every life and every story goes one message on. */
    private static List<List<Callable<Void>>> interleaved(List<Course> courses) {
        var longest = courses.stream().mapToInt(Course::length).max().orElse(0);
        return IntStream.range(0, longest)
                .mapToObj(round -> shuffled(courses, round))
                .toList();
    }

    private static List<Callable<Void>> shuffled(List<Course> courses, int round) {
        var steps = new ArrayList<Callable<Void>>();
        for (var course : courses) {
            if (round < course.length()) {
                steps.add(() -> {
                    course.step();
                    return null;
                });
            }
        }
        Collections.shuffle(steps, new Random(round));
        return steps;
    }

    private static void write(List<Course> courses, OutputStream out) throws IOException {
        for (var course : courses) {
            for (var verdict : course.verdicts()) {
                out.write(verdict);
            }
        }
    }
}
