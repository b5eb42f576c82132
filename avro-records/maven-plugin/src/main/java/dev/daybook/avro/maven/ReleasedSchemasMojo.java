package dev.daybook.avro.maven;

import java.io.File;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Parameter;

/** What the goals about released schemas share. */
abstract class ReleasedSchemasMojo extends AbstractMojo {
    /** The folder of the IDL files. */
    @Parameter(defaultValue = "${project.basedir}/src/main/avro", required = true)
    File sourceDirectory;

    /** The folder of the released schemas. */
    @Parameter(defaultValue = "${project.basedir}/released", required = true)
    File releasedDirectory;

    /** By a vocabulary's full name: NONE, BACKWARD, FORWARD or FULL, towards all versions; FULL where none is given. */
    @Parameter
    Map<String, Compatibility> compatibility = Map.of();

    @Override
    public final void execute() throws MojoExecutionException, MojoFailureException {
        try {
            List<IdlFile> files = IdlFiles.read(sourceDirectory.toPath());
            ReleasedSchemas released = new ReleasedSchemas(releasedDirectory.toPath());
            List<String> faults = ReleaseCheck.faults(files, released, compatibility);
            if (!faults.isEmpty()) {
                throw new MojoFailureException(
                        "The schemas do not fit to what was released:\n" + String.join("\n", faults));
            }
            proceed(files, released);
        } catch (IdlException e) {
            throw new MojoFailureException(e.getMessage(), e);
        } catch (IOException e) {
            throw new MojoExecutionException("Cannot compare " + sourceDirectory + " with " + releasedDirectory, e);
        }
    }

    /** What to do with schemas that fit to what was released. */
    abstract void proceed(List<IdlFile> files, ReleasedSchemas released) throws IOException;
}
