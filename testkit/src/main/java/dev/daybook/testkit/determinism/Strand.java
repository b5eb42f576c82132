package dev.daybook.testkit.determinism;

import java.io.DataInputStream;
import java.io.IOException;
import java.util.Optional;

/** What one aggregate or one instance of a process gets, in the order of the log. */
sealed interface Strand permits Life, Story {

    /** The count of its messages. */
    int length();

    /** The course that it takes in a world. */
    Course course(World world);

    /** The first message of which two worlds make something else, as they have written it. */
    Optional<? extends Difference> difference(DataInputStream quiet, DataInputStream busy) throws IOException;
}
