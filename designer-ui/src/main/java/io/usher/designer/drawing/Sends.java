package io.usher.designer.drawing;

import io.usher.designer.channels.Mail;
import java.io.StringReader;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Which kinds of message a drawing sends. */
final class Sends {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String BLOCK = "usher.block";
    private static final String SETTINGS = "usher.settings";
    private static final String SEND = "send-message";

    private Sends() {}

    /** None when nothing is sent, or the drawing cannot be read; a message whose kind is not chosen yet is transactional. */
    static Set<String> kinds(String bpmn) {
        var kinds = new TreeSet<String>();
        try {
            var reader = factory().createXMLStreamReader(new StringReader(bpmn));
            var properties = new HashMap<String, String>();
            while (reader.hasNext()) {
                int event = reader.next();
                if (event == XMLStreamConstants.START_ELEMENT
                        && reader.getLocalName().equals("property")) {
                    properties.put(attribute(reader, "name"), attribute(reader, "value"));
                } else if (event == XMLStreamConstants.END_ELEMENT
                        && reader.getLocalName().equals("properties")) {
                    if (SEND.equals(properties.get(BLOCK))) {
                        kinds.add(kind(properties));
                    }
                    properties.clear();
                }
            }
        } catch (XMLStreamException e) {
            return Set.of();
        }
        return kinds;
    }

    private static String kind(Map<String, String> properties) {
        try {
            var settings = JSON.readTree(properties.getOrDefault(SETTINGS, "{}"));
            return Mail.MARKETING.equals(settings.path("kind").asString("")) ? Mail.MARKETING : Mail.TRANSACTIONAL;
        } catch (JacksonException e) {
            return Mail.TRANSACTIONAL;
        }
    }

    private static String attribute(XMLStreamReader reader, String name) {
        var value = reader.getAttributeValue(null, name);
        return value == null ? "" : value;
    }

    private static XMLInputFactory factory() {
        var factory = XMLInputFactory.newInstance();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        return factory;
    }
}
