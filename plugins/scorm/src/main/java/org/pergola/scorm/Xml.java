package org.pergola.scorm;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.w3c.dom.Attr;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.Node;

/** Looks up elements and attributes by their local names. */
final class Xml {

    private Xml() {
    }

    static boolean is(Element element, String name) {
        return element.getLocalName().equals(name);
    }

    static List<Element> children(Element parent, String name) {
        List<Element> found = new ArrayList<>();
        for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element element && is(element, name)) {
                found.add(element);
            }
        }
        return found;
    }

    static Optional<Element> child(Element parent, String name) {
        return children(parent, name).stream().findFirst();
    }

    /** The text of the first child of that name, stripped and with single spaces; empty where there is none. */
    static String text(Element parent, String name) {
        return child(parent, name).map(element -> element.getTextContent().strip().replaceAll("\\s+", " ")).orElse("");
    }

    /** An attribute by its local name in any letter case, since {@code scormType} is spelt two ways. */
    static String attribute(Element element, String name) {
        NamedNodeMap attributes = element.getAttributes();
        for (int i = 0; i < attributes.getLength(); i++) {
            Attr attribute = (Attr) attributes.item(i);
            String local = attribute.getLocalName() == null ? attribute.getName() : attribute.getLocalName();
            if (local.equalsIgnoreCase(name)) {
                return attribute.getValue();
            }
        }
        return "";
    }

    static OptionalDouble number(String words) {
        try {
            return words.isBlank() ? OptionalDouble.empty() : OptionalDouble.of(Double.parseDouble(words.strip()));
        } catch (NumberFormatException none) {
            return OptionalDouble.empty();
        }
    }

    static boolean usesNamespace(Element root, String part) {
        NamedNodeMap attributes = root.getAttributes();
        for (int i = 0; i < attributes.getLength(); i++) {
            Node attribute = attributes.item(i);
            if (attribute.getNodeName().startsWith("xmlns") && attribute.getNodeValue().contains(part)) {
                return true;
            }
        }
        return false;
    }
}
