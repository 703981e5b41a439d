package io.usher.engine.workflow.internal.drawing;

import io.usher.engine.shared.ProblemException;
import io.usher.engine.shared.Problems;
import java.io.StringReader;
import java.util.List;
import java.util.function.Consumer;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Walks through XML from outside: no DTD, no entities but the five of XML itself, nothing is ever loaded. What is not well
 * formed is a problem with line and column.
 */
final class XmlCursor {

    private static final String PARSER_PREFIX = "Message: ";

    /** Without entities the size of the drawing is limit enough; the parser's own would refuse a long e-mail in a setting. */
    private static final List<String> LIMITS_LIFTED =
            List.of("jdk.xml.maxGeneralEntitySizeLimit", "jdk.xml.totalEntitySizeLimit", "jdk.xml.maxElementDepth");

    private static final XMLInputFactory FACTORY = factory();

    private final XMLStreamReader reader;

    XmlCursor(String text) {
        try {
            this.reader = FACTORY.createXMLStreamReader(new StringReader(text));
        } catch (XMLStreamException | RuntimeException e) {
            throw broken(e);
        }
    }

    private static XMLInputFactory factory() {
        var factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, false);
        LIMITS_LIFTED.forEach(limit -> factory.setProperty(limit, "0"));
        factory.setXMLResolver((publicId, systemId, base, namespace) -> {
            throw new XMLStreamException("Nothing outside of the drawing is loaded");
        });
        return factory;
    }

    /** Moves to the root element. */
    void root() {
        while (next() != XMLStreamConstants.START_ELEMENT) {
            // comments and processing instructions before the root
        }
    }

    /** Reads the rest of the document, so that what is broken behind the root is found too. */
    void end() {
        while (next() != XMLStreamConstants.END_DOCUMENT) {
            // comments and processing instructions behind the root
        }
    }

    /** Visits each child of the element the cursor is at; the visitor has to consume it, see {@link #skip()}. */
    void children(Runnable visitor) {
        for (int event = next(); event != XMLStreamConstants.END_ELEMENT; event = next()) {
            if (event == XMLStreamConstants.START_ELEMENT) {
                visitor.run();
            }
        }
    }

    /** Consumes the element the cursor is at with all that is in it. */
    void skip() {
        for (int depth = 1; depth > 0; ) {
            switch (next()) {
                case XMLStreamConstants.START_ELEMENT -> depth++;
                case XMLStreamConstants.END_ELEMENT -> depth--;
                default -> {
                    // text, comments
                }
            }
        }
    }

    boolean in(String namespace) {
        return namespace.equals(reader.getNamespaceURI());
    }

    String tag() {
        return reader.getLocalName();
    }

    /** The attribute without a namespace, empty when it is missing. */
    String attribute(String name) {
        var value = reader.getAttributeValue(null, name);
        return value == null ? "" : value;
    }

    void attribute(String name, Consumer<String> present) {
        var value = reader.getAttributeValue(null, name);
        if (value != null) {
            present.accept(value);
        }
    }

    int line() {
        return reader.getLocation().getLineNumber();
    }

    private int next() {
        int event;
        try {
            event = reader.next();
        } catch (XMLStreamException | RuntimeException e) {
            throw broken(e);
        }
        if (event == XMLStreamConstants.DTD) {
            throw Problems.invalid("drawing", "dtd", "A drawing must not have a document type declaration (DTD)");
        }
        return event;
    }

    private static ProblemException broken(Exception failure) {
        var problem = Problems.invalid("drawing", "well-formed", "The drawing is not well-formed XML" + words(failure));
        problem.initCause(failure);
        return problem;
    }

    private static String words(Exception failure) {
        if (!(failure instanceof XMLStreamException broken) || broken.getMessage() == null) {
            return "";
        }
        var location = broken.getLocation();
        var place = location == null
                ? ""
                : " (line " + location.getLineNumber() + ", column " + location.getColumnNumber() + ")";
        var text = broken.getMessage();
        int at = text.indexOf(PARSER_PREFIX);
        return place + ": " + (at < 0 ? text : text.substring(at + PARSER_PREFIX.length()));
    }
}
