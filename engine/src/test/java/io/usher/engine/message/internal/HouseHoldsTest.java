package io.usher.engine.message.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.usher.connectors.channel.OutgoingMail.Address;
import io.usher.engine.message.Channels.Hold;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HouseHoldsTest {

    @ParameterizedTest
    @CsvSource({
        "false, false, '',             'no-mail-server no-sender-address', 'no-unsubscribe-page no-mail-server no-sender-address'",
        "false, false, a@usher.se,     'no-mail-server',                   'no-unsubscribe-page no-mail-server'",
        "true,  false, a@usher.se,     '',                                 'no-unsubscribe-page'",
        "true,  false, '',             'no-sender-address',                'no-unsubscribe-page no-sender-address'",
        "true,  true,  a@usher.se,     '',                                 ''"
    })
    void shouldSayWhatHoldsEveryMessageOfAKind(
            boolean server, boolean catcher, String from, String transactional, String marketing) {
        // given
        var sender = from.isEmpty() ? null : new Address(from, "Shop");

        // when
        var email = new HouseHolds(new MailServer(server ? new HandOverRulesTest.NoMail() : null, sender, catcher))
                .all()
                .getFirst();

        // then
        assertThat(codes(email.transactional())).isEqualTo(transactional);
        assertThat(codes(email.marketing())).isEqualTo(marketing);
        assertThat(email.server()).isEqualTo(server);
        assertThat(email.sender()).isEqualTo(from.isEmpty() ? null : "Shop <a@usher.se>");
    }

    private static String codes(Iterable<Hold> holds) {
        var codes = new StringBuilder();
        holds.forEach(hold -> codes.append(codes.isEmpty() ? "" : " ").append(hold.code()));
        return codes.toString();
    }
}
