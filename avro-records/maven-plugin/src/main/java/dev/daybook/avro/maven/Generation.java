package dev.daybook.avro.maven;

import java.io.File;
import java.io.IOException;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugin.logging.Log;

/** From a folder of IDL to a folder of Java. */
final class Generation {
    private Generation() {}

    static void run(File idl, File java, Log log) throws MojoExecutionException, MojoFailureException {
        try {
            var sources = JavaSources.of(IdlFiles.read(idl.toPath()));
            int changes = new SourceFolder(java.toPath()).update(sources);
            log.info(changes == 0 ? "The generated Java is up to date" : "Files generated or removed: " + changes);
        } catch (IdlException e) {
            throw new MojoFailureException(e.getMessage(), e);
        } catch (IOException e) {
            throw new MojoExecutionException("Cannot generate Java from " + idl, e);
        }
    }
}
