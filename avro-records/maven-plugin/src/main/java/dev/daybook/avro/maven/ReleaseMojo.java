package dev.daybook.avro.maven;

import java.io.IOException;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;

/** Keeps each message that changed since its last release as its next version, if all fit to what was released. */
@Mojo(name = "release", defaultPhase = LifecyclePhase.PROCESS_SOURCES, threadSafe = true)
public final class ReleaseMojo extends ReleasedSchemasMojo {

    @Override
    void proceed(List<IdlFile> files, ReleasedSchemas released) throws IOException {
        for (IdlFile file : files) {
            for (Schema message : file.messages()) {
                if (released.add(message)) {
                    getLog().info("Released " + message.getFullName());
                }
            }
        }
    }
}
