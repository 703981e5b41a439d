package io.usher.designer.look;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LanguagesTest {

    private static final Locale MACHINE = Locale.getDefault();

    private final Languages languages = new Languages();

    @AfterEach
    void restore() {
        Locale.setDefault(MACHINE);
    }

    @Test
    void shouldSpeakSwedishToSwedesAndEnglishToAllOthersWhateverTheMachineSpeaks() {
        Locale.setDefault(Locale.of("sv", "SE"));

        assertThat(languages.getTranslation("sign-in.title", Locale.of("sv", "SE")))
                .isEqualTo("Logga in");
        assertThat(languages.getTranslation("sign-in.title", Locale.of("sv", "FI")))
                .isEqualTo("Logga in");
        assertThat(languages.getTranslation("sign-in.title", Locale.US)).isEqualTo("Sign in");
        assertThat(languages.getTranslation("sign-in.title", Locale.GERMANY)).isEqualTo("Sign in");
    }

    @Test
    void shouldWriteNumbersAsTheReadersRegionDoes() {
        assertThat(languages.getTranslation("workflows.number", Locale.UK, 1234))
                .isEqualTo("1,234");
        assertThat(languages.getTranslation("workflows.number", Locale.of("sv", "SE"), 1234))
                .isEqualTo("1\u00a0234");
    }

    @Test
    void shouldBeginWithEnglishForBrowsersThatAskForNeither() {
        assertThat(languages.getProvidedLocales().getFirst()).isEqualTo(Locale.ENGLISH);
        assertThat(languages.getProvidedLocales()).contains(Locale.US, Locale.UK, Locale.of("sv", "SE"));
    }
}
