package dev.daybook.avro.maven;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
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
    @Parameter(defaultValue = "${project}", readonly = true)
    private MavenProject project;

    /** The folder of the IDL files. */
    @Parameter(defaultValue = "${project.basedir}/src/main/avro")
    private File sourceDirectory;

    /** Where the Java goes. */
    @Parameter(defaultValue = "${project.build.directory}/generated-sources/avro")
    private File outputDirectory;

    @Override
    public void execute() throws MojoExecutionException, MojoFailureException {
        try {
            int changes = new SourceFolder(outputDirectory.toPath()).update(JavaSources.of(IdlFiles.read(sourceDirectory.toPath())));
            getLog().info(changes == 0 ? "The Java of the schemas is up to date" : "Generated the Java of the schemas: " + changes + " files changed");
        } catch (IdlException e) {
            throw new MojoFailureException(e.getMessage(), e);
        } catch (IOException e) {
            throw new MojoExecutionException("Cannot generate Java from " + sourceDirectory, e);
        }
        project.addCompileSourceRoot(outputDirectory.getPath());
    }
}
