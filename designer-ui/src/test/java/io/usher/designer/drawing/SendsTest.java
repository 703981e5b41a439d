package io.usher.designer.drawing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SendsTest {

    @Test
    void shouldKnowTheKindsOfMessageThatADrawingSends() {
        assertThat(Sends.kinds(drawing(block("send-message", "{&#34;kind&#34;:&#34;marketing&#34;}"))))
                .containsExactly("marketing");
        assertThat(Sends.kinds(drawing(block("wait", "{&#34;kind&#34;:&#34;marketing&#34;}")
                        + block("send-message", "{&#34;kind&#34;:&#34;transactional&#34;}"))))
                .containsExactly("transactional");
    }

    @Test
    void shouldTakeAMessageWhoseKindIsNotChosenForOneThatIsSent() {
        assertThat(Sends.kinds(drawing(block("send-message", "{}")))).containsExactly("transactional");
        assertThat(Sends.kinds(drawing(block("send-message", "no JSON")))).containsExactly("transactional");
    }

    @Test
    void shouldFindNoneWhereNothingIsSentOrNothingCanBeRead() {
        assertThat(Sends.kinds(drawing(block("wait", "{}")))).isEmpty();
        assertThat(Sends.kinds("no drawing")).isEmpty();
        assertThat(Sends.kinds("<!DOCTYPE d [<!ENTITY e SYSTEM 'file:///etc/hostname'>]><d>&e;</d>"))
                .isEmpty();
    }

    static String drawing(String blocks) {
        return "<bpmn:definitions xmlns:bpmn='b' xmlns:zeebe='z'>" + blocks + "</bpmn:definitions>";
    }

    static String block(String key, String settings) {
        return "<zeebe:properties><zeebe:property name='usher.block' value='" + key
                + "'/><zeebe:property name='usher.settings' value='" + settings + "'/></zeebe:properties>";
    }
}
