package org.pergola.kernel.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Proxy;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Dictionary;
import java.util.HashMap;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.service.cm.Configuration;
import org.osgi.service.cm.ConfigurationAdmin;
import org.osgi.service.metatype.AttributeDefinition;
import org.osgi.service.metatype.MetaTypeInformation;
import org.osgi.service.metatype.MetaTypeService;
import org.osgi.service.metatype.ObjectClassDefinition;
import org.pergola.api.actor.Actor;
import org.pergola.api.error.Refused;
import org.pergola.api.settings.Settings;
import org.pergola.kernel.KernelUnderTest;
import org.pergola.kernel.folder.DataFolder;

class MetatypeSettingsTest {

    private static final String PID = "org.pergola.garden";

    @TempDir
    static Path folder;
    private static KernelUnderTest kernel;
    private static final Map<String, Map<String, Object>> HANDED_ON = new HashMap<>();

    @BeforeAll
    static void open() {
        kernel = new KernelUnderTest(folder.resolve("db"));
    }

    @AfterAll
    static void close() throws Exception {
        kernel.close();
    }

    /** Answers the named calls and nothing else. */
    private static <T> T stub(Class<T> type, Map<String, Object> answers) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type},
                (proxy, method, arguments) -> {
                    if (!answers.containsKey(method.getName())) {
                        throw new UnsupportedOperationException(method.toString());
                    }
                    return answers.get(method.getName());
                }));
    }

    private static AttributeDefinition attribute(String id, int type, String byDefault) {
        Map<String, Object> answers = new HashMap<>(Map.of("getID", id, "getName", id, "getDescription", "",
                "getType", type, "getCardinality", 0, "getDefaultValue", new String[] {byDefault}));
        answers.put("getOptionValues", null);
        answers.put("getOptionLabels", null);
        return stub(AttributeDefinition.class, answers);
    }

    private static Definitions definitions() throws Exception {
        AttributeDefinition[] attributes = {attribute("pots", AttributeDefinition.INTEGER, "3"),
            attribute("label", AttributeDefinition.STRING, "Bed"),
            attribute("secret", AttributeDefinition.PASSWORD, "")};
        Path xml = folder.resolve("garden.xml");
        Files.writeString(xml, "<MetaData><OCD id='garden'><AD id='pots' min='1' max='10'/></OCD></MetaData>");
        ObjectClassDefinition definition = stub(ObjectClassDefinition.class, Map.of("getID", "garden", "getName",
                "Garden", "getDescription", "", "getAttributeDefinitions", attributes));
        Map<String, Object> bundleAnswers = new HashMap<>(Map.of("getState", Bundle.ACTIVE, "getHeaders",
                new Hashtable<>(Map.of("Pergola-Module", "garden")), "findEntries",
                Collections.enumeration(List.<URL>of()), "getSymbolicName", "garden"));
        bundleAnswers.put("adapt", null);
        Bundle bundle = Bundle.class.cast(Proxy.newProxyInstance(Bundle.class.getClassLoader(),
                new Class<?>[] {Bundle.class}, (proxy, method, arguments) -> method.getName().equals("findEntries")
                        ? Collections.enumeration(List.of(xml.toUri().toURL())) : bundleAnswers.get(method.getName())));
        MetaTypeInformation information = stub(MetaTypeInformation.class,
                Map.of("getPids", new String[] {PID}, "getObjectClassDefinition", definition));
        return new Definitions(stub(BundleContext.class, Map.of("getBundles", new Bundle[] {bundle})),
                stub(MetaTypeService.class, Map.of("getMetaTypeInformation", information)));
    }

    private static ConfigurationAdmin configurations() {
        return ConfigurationAdmin.class.cast(Proxy.newProxyInstance(ConfigurationAdmin.class.getClassLoader(),
                new Class<?>[] {ConfigurationAdmin.class}, (admin, method, wanted) -> Proxy.newProxyInstance(
                        Configuration.class.getClassLoader(), new Class<?>[] {Configuration.class},
                        (configuration, update, arguments) -> {
                            Dictionary<?, ?> given = (Dictionary<?, ?>) arguments[0];
                            Map<String, Object> values = new HashMap<>();
                            Collections.list(given.keys()).forEach(key -> values.put(key.toString(), given.get(key)));
                            HANDED_ON.put(wanted[0].toString(), values);
                            return true;
                        })));
    }

    private static MetatypeSettings settings() throws Exception {
        return new MetatypeSettings(definitions(), configurations(), kernel.database, kernel.access.decision,
                kernel.clock, kernel.told, new DataFolder(folder));
    }

    @Test
    void what_is_saved_is_handed_on_and_a_file_wins_key_by_key() throws Exception {
        MetatypeSettings settings = settings();
        kernel.run(new Actor.Startup(), () -> settings.save(PID,
                Map.of("pots", "5", "label", "Herbs", "secret", "canary-4711")));
        assertEquals(Map.of("pots", "5", "label", "Herbs", "secret", "canary-4711"), HANDED_ON.get(PID));
        String stored = kernel.database.read(tx -> tx.sql().fetch("select setting from kernel_setting").toString());
        assertFalse(stored.contains("canary-4711"), "secrets are encrypted in the database");
        assertFalse(kernel.told.entries.toString().contains("canary-4711"), "and are no part of the audit");

        Files.createDirectories(folder.resolve("etc"));
        Files.writeString(folder.resolve("etc/" + PID + ".cfg"), "pots = 7\n");
        MetatypeSettings again = settings();
        assertEquals(Map.of("pots", "7", "label", "Herbs", "secret", "canary-4711"), HANDED_ON.get(PID));
        Settings.Page page = kernel.system(() -> again.find(PID)).orElseThrow();
        Settings.Field pots = page.fields().get(0);
        assertEquals(Optional.of("7"), pots.value());
        assertTrue(pots.file().orElseThrow().endsWith(PID + ".cfg"));
        assertEquals(Optional.of(10.0), pots.max());
        assertEquals(Optional.empty(), page.fields().get(2).value());
        Refused refused = assertThrows(Refused.class, () -> kernel.run(new Actor.Startup(),
                () -> again.save(PID, Map.of("pots", "8"))));
        assertEquals("kernel.settings.file", refused.text().key());
        kernel.run(new Actor.Startup(), () -> again.save(PID, Map.of("pots", "7", "secret", "")));
        Files.delete(folder.resolve("etc/" + PID + ".cfg"));
    }

    @Test
    void what_is_wrong_is_refused_at_its_field_and_nothing_is_stored() throws Exception {
        MetatypeSettings settings = settings();
        assertEquals(Optional.of("pots"), assertThrows(Refused.class, () -> kernel.run(new Actor.Startup(),
                () -> settings.save(PID, Map.of("pots", "11", "label", "Never")))).field());
        assertEquals(Optional.of("soil"), assertThrows(Refused.class, () -> kernel.run(new Actor.Startup(),
                () -> settings.save(PID, Map.of("soil", "clay")))).field());
        assertFalse(kernel.system(() -> settings.find(PID)).orElseThrow().toString().contains("Never"));
        assertEquals(Refused.Kind.UNAUTHENTICATED, assertThrows(Refused.class, () -> kernel.run(
                new Actor.Anonymous(), () -> settings.save(PID, Map.of()))).kind());
    }
}
