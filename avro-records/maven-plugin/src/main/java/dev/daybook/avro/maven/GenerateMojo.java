package dev.daybook.avro.maven;

import java.io.File;
import java.io.IOException;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;

/** Generates Java records, enums, sealed interfaces and codecs from Avro IDL. */
@Mojo(name = "generate", defaultPhase = LifecyclePhase.GENERATE_SOURCES, threadSafe = true)
public final class GenerateMojo extends AbstractMojo {
    @Parameter(defaultValue = "${project}", readonly = true, required = true)
    private MavenProject project;

    /** The folder of the IDL files. */
    @Parameter(defaultValue = "${project.basedir}/src/main/avro", required = true)
    private File sourceDirectory;

    /** Where the Java goes. */
    @Parameter(defaultValue = "${project.build.directory}/generated-sources/avro", required = true)
    private File outputDirectory;

    @Override
    public void execute() throws MojoExecutionException, MojoFailureException {
        try {
            var sources = JavaSources.of(IdlFiles.read(sourceDirectory.toPath()));
            int changes = new SourceFolder(outputDirectory.toPath()).update(sources);
            getLog().info(changes == 0 ? "The generated Java is up to date" : "Files generated or removed: " + changes);
        } catch (IdlException e) {
            throw new MojoFailureException(e.getMessage(), e);
        } catch (IOException e) {
            throw new MojoExecutionException("Cannot generate Java from " + sourceDirectory, e);
        }
        project.addCompileSourceRoot(outputDirectory.getPath());
    }
}
