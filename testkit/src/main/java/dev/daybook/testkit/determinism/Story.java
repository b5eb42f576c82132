package dev.daybook.testkit.determinism;

import dev.daybook.core.BusinessProcess;
import java.io.DataInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** All that one instance of a process is told, in the order of its inbox. */
record Story<I, S>(BusinessProcess<I, S> process, Inbox inbox) implements Strand {

    List<Tiding> tidings() {
        return inbox.tidings();
    }

    @Override
    public int length() {
        return tidings().size();
    }

    @Override
    public Course course(World world) {
        return new Telling<>(this, world);
    }

    @Override
    public Optional<DoneDifferently<S>> difference(DataInputStream quiet, DataInputStream busy) throws IOException {
        var format = Reactions.of(process);
        return DoneDifferently.find(this, format.read(length(), quiet), format.read(length(), busy));
    }
}
