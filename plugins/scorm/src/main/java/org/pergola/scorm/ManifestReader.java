package org.pergola.scorm;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.pergola.api.error.Refused;
import org.pergola.api.file.FileSet;
import org.pergola.api.text.Text;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.ErrorHandler;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/**
 * Reads {@code imsmanifest.xml} of SCORM 1.2 and of every edition of SCORM 2004. Names are matched without their
 * namespace, since packages in the field use many prefixes and some none; document types and entities are refused.
 */
final class ManifestReader {

    static final String FILE = "imsmanifest.xml";

    private static final int LARGEST = 10_000_000;
    private static final int MOST_ITEMS = 5_000;
    private static final int DEEPEST = 32;

    private final FileSet files;
    private final Map<String, Element> resources = new HashMap<>();
    private final Map<String, Element> sequencings = new HashMap<>();
    private final Set<String> ids = new HashSet<>();
    private Edition edition = Edition.SCORM_12;
    private String base = "";

    private ManifestReader(FileSet files) {
        this.files = files;
    }

    /**
     * @return empty where the files are no SCORM package at all
     * @throws Refused (invalid) where they are one that cannot be played, saying why
     */
    static Optional<Manifest> read(FileSet files) {
        return new ManifestReader(files).read();
    }

    private Optional<Manifest> read() {
        Optional<byte[]> bytes = files.read(FILE, LARGEST);
        if (bytes.isEmpty()) {
            Optional<String> below = files.files().keySet().stream()
                    .filter(path -> path.toLowerCase(Locale.ROOT).endsWith("/" + FILE)).findFirst();
            if (below.isPresent()) {
                throw refuse("scorm.refused.manifest.below", below.get());
            }
            return Optional.empty();
        }
        Element root = parse(bytes.get()).getDocumentElement();
        if (!Xml.is(root, "manifest")) {
            throw refuse("scorm.refused.manifest.root", root.getLocalName());
        }
        Optional<Edition> found = edition(root);
        if (found.isEmpty()) {
            return Optional.empty();
        }
        edition = found.get();
        base = Xml.attribute(root, "base");
        collect(root);
        return Optional.of(organisation(root));
    }

    private static Document parse(byte[] bytes) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            factory.setXIncludeAware(false);
            factory.setExpandEntityReferences(false);
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            factory.setFeature("http://xml.org/sax/features/external-general-entities", false);
            factory.setFeature("http://xml.org/sax/features/external-parameter-entities", false);
            DocumentBuilder builder = factory.newDocumentBuilder();
            builder.setErrorHandler(new Strict());
            return builder.parse(new ByteArrayInputStream(bytes));
        } catch (SAXParseException broken) {
            String key = String.valueOf(broken.getMessage()).contains("DOCTYPE") ? "scorm.refused.manifest.doctype"
                    : "scorm.refused.manifest.xml";
            throw Refused.invalid(Text.of(key, broken.getLineNumber())).because(broken);
        } catch (SAXException | IOException | ParserConfigurationException broken) {
            throw Refused.invalid(Text.of("scorm.refused.manifest.xml", 1)).because(broken);
        }
    }

    private static Optional<Edition> edition(Element root) {
        String version = Xml.child(root, "metadata").map(metadata -> Xml.text(metadata, "schemaversion")).orElse("");
        String schema = Xml.child(root, "metadata").map(metadata -> Xml.text(metadata, "schema")).orElse("");
        boolean names = schema.toUpperCase(Locale.ROOT).contains("SCORM");
        if (version.equals("1.2") && (names || schema.isEmpty())) {
            return Optional.of(Edition.SCORM_12);
        }
        if (version.contains("2004") || version.contains("CAM 1.3") || names && version.startsWith("1.3")) {
            return Optional.of(Edition.SCORM_2004);
        }
        if (Xml.usesNamespace(root, "adlcp_v1p3")) {
            return Optional.of(Edition.SCORM_2004);
        }
        return Xml.usesNamespace(root, "adlcp_rootv1p2") || names ? Optional.of(Edition.SCORM_12) : Optional.empty();
    }

    private void collect(Element root) {
        Optional<Element> list = Xml.child(root, "resources");
        String listBase = list.map(found -> Xml.attribute(found, "base")).orElse("");
        base = base + listBase;
        list.ifPresent(found -> Xml.children(found, "resource")
                .forEach(resource -> resources.put(Xml.attribute(resource, "identifier"), resource)));
        Xml.child(root, "sequencingCollection").ifPresent(found -> Xml.children(found, "sequencing")
                .forEach(sequencing -> sequencings.put(Xml.attribute(sequencing, "ID"), sequencing)));
    }

    private Manifest organisation(Element root) {
        Element all = Xml.child(root, "organizations").orElseThrow(() -> refuse("scorm.refused.organisation"));
        List<Element> organisations = Xml.children(all, "organization");
        if (organisations.isEmpty()) {
            throw refuse("scorm.refused.organisation");
        }
        String wanted = Xml.attribute(all, "default");
        Element chosen = organisations.stream().filter(one -> Xml.attribute(one, "identifier").equals(wanted))
                .findFirst().orElse(organisations.get(0));
        List<Item> items = items(chosen, 0);
        String title = Xml.text(chosen, "title");
        Manifest manifest = new Manifest(edition, title.isEmpty() && !items.isEmpty() ? items.get(0).title() : title,
                "", items);
        if (manifest.playable().isEmpty()) {
            throw refuse("scorm.refused.nothing");
        }
        return manifest;
    }

    private List<Item> items(Element parent, int depth) {
        if (depth > DEEPEST) {
            throw refuse("scorm.refused.deep", DEEPEST);
        }
        List<Item> items = new ArrayList<>();
        for (Element element : Xml.children(parent, "item")) {
            items.add(item(element, depth));
        }
        return items;
    }

    private Item item(Element element, int depth) {
        String id = Xml.attribute(element, "identifier");
        if (id.isEmpty() || id.length() > 255 || !ids.add(id)) {
            throw refuse("scorm.refused.item.id", Xml.text(element, "title"));
        }
        if (ids.size() > MOST_ITEMS) {
            throw refuse("scorm.refused.items", MOST_ITEMS);
        }
        String reference = Xml.attribute(element, "identifierref");
        Optional<Element> resource = reference.isEmpty() ? Optional.empty()
                : Optional.of(Optional.ofNullable(resources.get(reference))
                        .orElseThrow(() -> refuse("scorm.refused.resource", Xml.text(element, "title"), reference)));
        Optional<Element> sequencing = sequencing(element);
        Optional<Element> primary = sequencing.flatMap(found -> Xml.child(found, "objectives"))
                .flatMap(found -> Xml.child(found, "primaryObjective"));
        return new Item(id, title(element, id), resource.flatMap(this::start), Xml.attribute(element, "parameters"),
                resource.map(found -> Xml.attribute(found, "scormtype").equalsIgnoreCase("sco")).orElse(false),
                !List.of("false", "0").contains(Xml.attribute(element, "isvisible")),
                Xml.number(Xml.text(element, "masteryscore")),
                primary.map(ManifestReader::passingScore).orElse(OptionalDouble.empty()), threshold(element),
                first(Xml.text(element, "dataFromLMS"), Xml.text(element, "datafromlms")),
                maxTime(element, sequencing),
                first(Xml.text(element, "timeLimitAction"), Xml.text(element, "timelimitaction")),
                objectives(sequencing), items(element, depth + 1));
    }

    private static String title(Element element, String id) {
        String title = Xml.text(element, "title");
        return title.isEmpty() ? id : title;
    }

    private Optional<Element> sequencing(Element item) {
        return Xml.child(item, "sequencing").map(own -> {
            Element shared = sequencings.get(Xml.attribute(own, "IDRef"));
            return shared != null && Xml.child(own, "objectives").isEmpty() ? shared : own;
        });
    }

    private static OptionalDouble passingScore(Element primary) {
        if (!yes(primary, "satisfiedByMeasure")) {
            return OptionalDouble.empty();
        }
        OptionalDouble given = Xml.number(Xml.text(primary, "minNormalizedMeasure"));
        return given.isPresent() ? given : OptionalDouble.of(1.0);
    }

    private static OptionalDouble threshold(Element item) {
        Optional<Element> element = Xml.child(item, "completionThreshold");
        if (element.isEmpty()) {
            return OptionalDouble.empty();
        }
        if (yes(element.get(), "completedByMeasure")) {
            OptionalDouble measure = Xml.number(Xml.attribute(element.get(), "minProgressMeasure"));
            return measure.isPresent() ? measure : OptionalDouble.of(1.0);
        }
        return Xml.number(element.get().getTextContent().strip());
    }

    private static boolean yes(Element element, String attribute) {
        return List.of("true", "1").contains(Xml.attribute(element, attribute));
    }

    private static String maxTime(Element item, Optional<Element> sequencing) {
        String old = Xml.text(item, "maxtimeallowed");
        return old.isEmpty() ? sequencing.flatMap(found -> Xml.child(found, "limitConditions"))
                .map(limits -> Xml.attribute(limits, "attemptAbsoluteDurationLimit")).orElse("") : old;
    }

    private static List<String> objectives(Optional<Element> sequencing) {
        List<String> found = new ArrayList<>();
        sequencing.flatMap(element -> Xml.child(element, "objectives")).ifPresent(list -> {
            Xml.children(list, "primaryObjective").forEach(one -> found.add(Xml.attribute(one, "objectiveID")));
            Xml.children(list, "objective").forEach(one -> found.add(Xml.attribute(one, "objectiveID")));
        });
        found.removeIf(String::isEmpty);
        return found;
    }

    /** The start file of a resource, which has to be in the package. */
    private Optional<String> start(Element resource) {
        String href = Xml.attribute(resource, "href").strip();
        if (href.isEmpty()) {
            return Optional.empty();
        }
        String address = (base + Xml.attribute(resource, "base") + href).replace('\\', '/');
        if (address.matches("[A-Za-z][A-Za-z0-9+.-]*:.*") || address.startsWith("//")) {
            throw refuse("scorm.refused.outside", address);
        }
        String normal = Paths.normal(address).orElseThrow(() -> refuse("scorm.refused.outside", address));
        if (files.find(Paths.decoded(Paths.file(normal))).isEmpty() && files.find(Paths.file(normal)).isEmpty()) {
            throw refuse("scorm.refused.start", Paths.file(normal));
        }
        return Optional.of(normal);
    }

    private static String first(String one, String other) {
        return one.isEmpty() ? other : one;
    }

    private static Refused refuse(String key, Object... args) {
        return Refused.invalid(Text.of(key, args));
    }

    /** Every error of the parser is one; nothing is printed. */
    private static final class Strict implements ErrorHandler {

        @Override
        public void warning(SAXParseException exception) {
            // a warning breaks nothing: such as an attribute declared twice in a schema location
        }

        @Override
        public void error(SAXParseException exception) throws SAXException {
            throw exception;
        }

        @Override
        public void fatalError(SAXParseException exception) throws SAXException {
            throw exception;
        }
    }
}
