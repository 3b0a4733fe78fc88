package org.pergola.kernel.settings;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.service.metatype.AttributeDefinition;
import org.osgi.service.metatype.MetaTypeInformation;
import org.osgi.service.metatype.MetaTypeService;
import org.osgi.service.metatype.ObjectClassDefinition;
import org.pergola.kernel.declared.Owner;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The settings that bundles describe, as they are there now. */
final class Definitions {

    static final String PREFIX = "org.pergola.";

    private static final Logger LOG = LoggerFactory.getLogger(Definitions.class);

    /** The settings of one PID. */
    record Described(String pid, String plugin, String name, String help, Map<String, Definition> fields) {
    }

    private final BundleContext context;
    private final MetaTypeService metatype;

    Definitions(BundleContext context, MetaTypeService metatype) {
        this.context = context;
        this.metatype = metatype;
    }

    List<Described> all() {
        List<Described> all = new ArrayList<>();
        for (Bundle bundle : context.getBundles()) {
            MetaTypeInformation information = bundle.getState() == Bundle.ACTIVE
                    ? metatype.getMetaTypeInformation(bundle) : null;
            if (information == null) {
                continue;
            }
            for (String pid : information.getPids()) {
                if (pid.startsWith(PREFIX)) {
                    all.add(described(bundle, pid, information.getObjectClassDefinition(pid, null)));
                }
            }
        }
        return all;
    }

    Optional<Described> find(String pid) {
        return all().stream().filter(one -> one.pid().equals(pid)).findFirst();
    }

    private static Described described(Bundle bundle, String pid, ObjectClassDefinition definition) {
        Set<String> required = attributes(definition, ObjectClassDefinition.REQUIRED).stream()
                .map(AttributeDefinition::getID).collect(Collectors.toSet());
        Map<String, Definition.Limits> limits = limits(bundle);
        Map<String, Definition> fields = new LinkedHashMap<>();
        for (AttributeDefinition attribute : attributes(definition, ObjectClassDefinition.ALL)) {
            if (attribute.getCardinality() == 0) {
                fields.put(attribute.getID(), Definition.of(attribute, required.contains(attribute.getID()),
                        limits.getOrDefault(definition.getID() + "/" + attribute.getID(), Definition.Limits.NONE)));
            }
        }
        return new Described(pid, Owner.of(bundle).orElse(bundle.getSymbolicName()),
                Optional.ofNullable(definition.getName()).orElse(pid),
                Optional.ofNullable(definition.getDescription()).orElse(""), fields);
    }

    private static List<AttributeDefinition> attributes(ObjectClassDefinition definition, int filter) {
        AttributeDefinition[] attributes = definition.getAttributeDefinitions(filter);
        return attributes == null ? List.of() : Arrays.asList(attributes);
    }

    /** Smallest and largest values stand in the files only, by {@code <definition>/<attribute>}. */
    private static Map<String, Definition.Limits> limits(Bundle bundle) {
        Map<String, Definition.Limits> limits = new HashMap<>();
        Enumeration<URL> files = bundle.findEntries("OSGI-INF/metatype", "*.xml", false);
        for (URL file : files == null ? List.<URL>of() : Collections.list(files)) {
            try (InputStream xml = file.openStream()) {
                read(xml, limits);
            } catch (IOException | XMLStreamException | NumberFormatException e) {
                LOG.error("The limits of settings in {} cannot be read", file, e);
            }
        }
        return limits;
    }

    private static void read(InputStream xml, Map<String, Definition.Limits> limits) throws XMLStreamException {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        XMLStreamReader reader = factory.createXMLStreamReader(xml);
        String definition = "";
        while (reader.hasNext()) {
            if (reader.next() == XMLStreamReader.START_ELEMENT) {
                if (reader.getLocalName().equals("OCD")) {
                    definition = reader.getAttributeValue(null, "id");
                } else if (reader.getLocalName().equals("AD")) {
                    limits.put(definition + "/" + reader.getAttributeValue(null, "id"), new Definition.Limits(
                            number(reader.getAttributeValue(null, "min")),
                            number(reader.getAttributeValue(null, "max"))));
                }
            }
        }
        reader.close();
    }

    private static Optional<Double> number(String written) {
        return Optional.ofNullable(written).map(Double::valueOf);
    }
}
