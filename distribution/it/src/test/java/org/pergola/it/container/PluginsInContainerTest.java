package org.pergola.it.container;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;
import static org.ops4j.pax.exam.CoreOptions.systemProperty;
import static org.ops4j.pax.exam.CoreOptions.vmOption;
import static org.ops4j.pax.exam.karaf.options.KarafDistributionOption.configureConsole;
import static org.ops4j.pax.exam.karaf.options.KarafDistributionOption.editConfigurationFilePut;
import static org.ops4j.pax.exam.karaf.options.KarafDistributionOption.karafDistributionConfiguration;
import static org.ops4j.pax.exam.karaf.options.KarafDistributionOption.keepRuntimeFolder;

import java.io.File;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import javax.inject.Inject;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.ops4j.pax.exam.Configuration;
import org.ops4j.pax.exam.Option;
import org.ops4j.pax.exam.junit.PaxExam;
import org.ops4j.pax.exam.spi.reactors.ExamReactorStrategy;
import org.ops4j.pax.exam.spi.reactors.PerClass;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;

/** Looks into the container of the distribution as it is shipped: what is installed there, and that all of it runs. */
@RunWith(PaxExam.class)
@ExamReactorStrategy(PerClass.class)
public class PluginsInContainerTest {

    @Inject
    private BundleContext context;

    @Configuration
    public Option[] distribution() {
        String archive = new File(System.getProperty("pergola.archive")).toURI().toString();
        File data = new File("target/exam-data").getAbsoluteFile();
        return new Option[] {
            karafDistributionConfiguration().frameworkUrl(archive).karafVersion("4.4.10").useDeployFolder(false)
                    .unpackDirectory(new File("target/exam")),
            keepRuntimeFolder(),
            configureConsole().ignoreLocalConsole().ignoreRemoteShell(),
            vmOption("-Duser.timezone=UTC"),
            vmOption("--add-opens=java.base/java.net=ALL-UNNAMED"),
            vmOption("--add-opens=java.base/java.lang=ALL-UNNAMED"),
            systemProperty("pergola.data").value(data.getPath()),
            systemProperty("pergola.port").value("18199"),
            editConfigurationFilePut("etc/org.apache.felix.http.cfg", "org.osgi.service.http.port", "18199"),
            editConfigurationFilePut("etc/org.apache.felix.http.cfg", "org.apache.felix.http.host", "127.0.0.1"),
            systemProperty("pergola.bundled").value(new File(System.getProperty("pergola.bundled")).getPath()),
        };
    }

    @Test
    public void every_bundle_of_the_platform_and_of_every_plugin_is_active() throws InterruptedException {
        awaitPlugins();
        List<String> idle = new ArrayList<>();
        for (Bundle bundle : context.getBundles()) {
            boolean fragment = bundle.getHeaders().get("Fragment-Host") != null;
            if (!fragment && bundle.getState() != Bundle.ACTIVE && bundle.getState() != Bundle.STARTING) {
                idle.add(bundle.getSymbolicName() + " is in state " + bundle.getState());
            }
        }
        assertEquals(List.of(), idle);
    }

    @Test
    public void the_plugins_that_come_with_it_are_installed_by_the_plugin_manager() throws InterruptedException {
        awaitPlugins();
        TreeSet<String> found = new TreeSet<>();
        for (Bundle bundle : context.getBundles()) {
            if (bundle.getLocation().startsWith("pergola:")) {
                found.add(bundle.getSymbolicName());
            }
        }
        assertTrue(found.toString(), found.containsAll(Arrays.asList("org.pergola.learning", "org.pergola.learning.api",
                "org.pergola.courses", "org.pergola.page", "org.pergola.scorm")));
    }

    @Test
    public void nothing_of_karafs_shell_ssh_or_management_is_there() {
        for (Bundle bundle : context.getBundles()) {
            String name = String.valueOf(bundle.getSymbolicName());
            assertTrue(name, !name.matches("org\\.apache\\.karaf\\.(shell|management|jaas|instance|deployer|kar|http|war)\\b.*")
                    && !name.contains("sshd"));
        }
    }

    private void awaitPlugins() throws InterruptedException {
        for (int i = 0; i < 600; i++) {
            ServiceReference<?> plugins = context.getServiceReference("org.pergola.api.plugin.Plugins");
            if (plugins != null) {
                return;
            }
            TimeUnit.MILLISECONDS.sleep(200);
        }
        throw new AssertionError("the plugin manager did not come");
    }
}
