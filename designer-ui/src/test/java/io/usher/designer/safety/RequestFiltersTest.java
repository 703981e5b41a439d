package io.usher.designer.safety;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.servlet.Filter;
import jakarta.servlet.ServletRequest;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.util.unit.DataSize;

class RequestFiltersTest {

    private static final SafetyProperties PROPERTIES = new SafetyProperties(
            List.of("usher.example.com"), DataSize.ofBytes(10), Duration.ofHours(1), Duration.ofHours(1), 5, 5);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "localhost",
                "127.0.0.1",
                "192.168.1.7",
                "[::1]",
                "2001:db8::1",
                "usher.example.com",
                "USHER.example.com"
            })
    void shouldAnswerUnderKnownNamesAndPlainAddresses(String host) throws Exception {
        assertThat(through(new HostFilter(PROPERTIES), request(host)).getStatus())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "evil.example",
                "localhost.evil.example",
                "127.0.0.1.evil.example",
                "usher.example.com.",
                "fe80.example"
            })
    void shouldNotAnswerUnderAnyOtherNameAndSayWhatToDo(String host) throws Exception {
        var answer = through(new HostFilter(PROPERTIES), request(host));

        assertThat(answer.getStatus()).isEqualTo(400);
        assertThat(answer.getContentAsString()).contains("USHER_HOSTS").doesNotContain(host);
    }

    @ParameterizedTest
    @ValueSource(strings = {"evil.example", "evil.example:8090", "EVIL.example:", "1.evil.example:80"})
    void shouldNotBelieveAProxysHeaderThatThePageOfSomebodyElseMaySend(String host) throws Exception {
        assertThat(through(new HostFilter(PROPERTIES), forwarded(host, "localhost"))
                        .getStatus())
                .isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"usher.example.com", "usher.example.com:8443", "127.0.0.1:8090", "[::1]:8090", "localhost:"})
    void shouldAnswerBehindAProxyThatCallsItUnderAKnownName(String host) throws Exception {
        assertThat(through(new HostFilter(PROPERTIES), forwarded(host, "usher.example.com"))
                        .getStatus())
                .isEqualTo(200);
    }

    /** As Tomcat hands it on when a proxy that is trusted says under which name it was called. */
    private static MockHttpServletRequest forwarded(String host, String name) {
        var request = new MockHttpServletRequest() {
            @Override
            public String getServerName() {
                return name;
            }
        };
        request.addHeader("Host", host);
        return request;
    }

    @Test
    void shouldRefuseABodyThatSaysItIsTooLong() throws Exception {
        var request = request("localhost");
        request.setContent(new byte[11]);

        assertThat(through(new BodyFilter(PROPERTIES), request).getStatus()).isEqualTo(413);
    }

    @Test
    void shouldStopReadingABodyThatTurnsOutTooLong() throws Exception {
        var bytes = chunked(11);
        assertThatThrownBy(() -> bytes.getInputStream().readAllBytes()).isInstanceOf(IOException.class);
        var text = chunked(11);
        assertThatThrownBy(() -> text.getReader().readLine()).isInstanceOf(IOException.class);
        assertThat(chunked(10).getInputStream().readAllBytes()).hasSize(10);
    }

    private static ServletRequest chunked(int length) throws Exception {
        var request = new MockHttpServletRequest() {
            @Override
            public long getContentLengthLong() {
                return -1;
            }
        };
        request.addHeader("Transfer-Encoding", "chunked");
        request.setContent(new byte[length]);
        var chain = new MockFilterChain();
        new BodyFilter(PROPERTIES).doFilter(request, new MockHttpServletResponse(), chain);
        return Objects.requireNonNull(chain.getRequest());
    }

    private static MockHttpServletRequest request(String host) {
        var request = new MockHttpServletRequest();
        request.setServerName(host);
        return request;
    }

    private static MockHttpServletResponse through(Filter filter, MockHttpServletRequest request) throws Exception {
        var response = new MockHttpServletResponse();
        filter.doFilter(request, response, new MockFilterChain());
        return response;
    }
}
