package io.usher.engine.workflow.internal.compile;

import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes a process as BPMN, indented, always the same bytes for the same calls. */
final class ProcessWriter {

    private static final String BPMN = "http://www.omg.org/spec/BPMN/20100524/MODEL";
    private static final String ZEEBE = "http://camunda.org/schema/zeebe/1.0";
    private static final String XSI = "http://www.w3.org/2001/XMLSchema-instance";
    private static final String TARGET = "urn:usher:process";

    private final StringWriter text = new StringWriter();
    private final XMLStreamWriter xml;
    private int depth;

    ProcessWriter() {
        try {
            xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
    }

    /** One attribute. */
    record Attribute(String name, String value) {}

    static Attribute with(String name, String value) {
        return new Attribute(name, value);
    }

    /** The whole document around the process. */
    byte[] document(Runnable process) {
        step(() -> xml.writeStartDocument("UTF-8", "1.0"));
        newLine();
        step(() -> {
            xml.writeStartElement("bpmn:definitions");
            xml.writeAttribute("xmlns:bpmn", BPMN);
            xml.writeAttribute("xmlns:zeebe", ZEEBE);
            xml.writeAttribute("xmlns:xsi", XSI);
            xml.writeAttribute("id", "Definitions");
            xml.writeAttribute("targetNamespace", TARGET);
        });
        depth++;
        process.run();
        depth--;
        newLine();
        step(xml::writeEndElement);
        step(xml::writeEndDocument);
        step(xml::flush);
        return (text + "\n").getBytes(StandardCharsets.UTF_8);
    }

    /** An element with something in it. */
    void element(String name, List<Attribute> attributes, Runnable content) {
        newLine();
        step(() -> xml.writeStartElement(name));
        write(attributes);
        depth++;
        content.run();
        depth--;
        newLine();
        step(xml::writeEndElement);
    }

    /** An element with only attributes. */
    void empty(String name, Attribute... attributes) {
        newLine();
        step(() -> xml.writeEmptyElement(name));
        write(List.of(attributes));
    }

    /** An element with only attributes and text. */
    void text(String name, String content, Attribute... attributes) {
        newLine();
        step(() -> xml.writeStartElement(name));
        write(List.of(attributes));
        step(() -> xml.writeCharacters(content));
        step(xml::writeEndElement);
    }

    private void write(List<Attribute> attributes) {
        for (Attribute attribute : attributes) {
            step(() -> xml.writeAttribute(attribute.name(), attribute.value()));
        }
    }

    private void newLine() {
        step(() -> xml.writeCharacters("\n" + "  ".repeat(depth)));
    }

    /** One step of writing into memory, which cannot fail. */
    private interface Step {
        void run() throws XMLStreamException;
    }

    private static void step(Step step) {
        try {
            step.run();
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
    }
}
