package io.usher.designer.look;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.internal.LocaleUtil;
import com.vaadin.flow.server.CustomizedSystemMessages;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.SystemMessages;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinServiceInitListener;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** What a page says beyond its components: its language, that the connection is lost, that the session has ended. */
@Component
class PageTexts implements VaadinServiceInitListener {

    private static final String CONNECTION = """
            const tell = () => {
              const indicator = document.querySelector('vaadin-connection-indicator');
              if (!indicator) { return setTimeout(tell, 500); }
              indicator.onlineText = $0;
              indicator.offlineText = $1;
              indicator.reconnectingText = $2;
            };
            tell();
            """;

    private final Languages languages;

    PageTexts(Languages languages) {
        this.languages = languages;
    }

    @Override
    public void serviceInit(ServiceInitEvent init) {
        init.addIndexHtmlRequestListener(page -> page.getDocument()
                .child(0)
                .attr("lang", locale(page.getVaadinRequest()).toLanguageTag()));
        init.getSource().setSystemMessagesProvider(info -> messages(info.getLocale()));
        init.getSource().addUIInitListener(made -> speak(made.getUI()));
    }

    private Locale locale(VaadinRequest request) {
        var provided = languages.getProvidedLocales();
        return LocaleUtil.getExactLocaleMatch(request, provided)
                .or(() -> LocaleUtil.getLocaleMatchByLanguage(request, provided))
                .orElse(provided.getFirst());
    }

    /** Each page as its browser asks for it: the session keeps the language of the page that began it. */
    private void speak(UI ui) {
        var request = VaadinRequest.getCurrent();
        if (request != null) {
            ui.setLocale(locale(request));
        }
        connection(ui);
    }

    private void connection(UI ui) {
        ui.getPage()
                .executeJs(
                        CONNECTION,
                        text(ui.getLocale(), "page.online"),
                        text(ui.getLocale(), "page.offline"),
                        text(ui.getLocale(), "page.reconnecting"));
    }

    private SystemMessages messages(Locale locale) {
        var messages = new CustomizedSystemMessages();
        messages.setSessionExpiredCaption(text(locale, "page.expired"));
        messages.setSessionExpiredMessage(text(locale, "page.expired.what"));
        messages.setInternalErrorCaption(text(locale, "page.failed"));
        messages.setInternalErrorMessage(text(locale, "page.failed.what"));
        messages.setCookiesDisabledCaption(text(locale, "page.cookies"));
        messages.setCookiesDisabledMessage(text(locale, "page.cookies.what"));
        return messages;
    }

    private String text(Locale locale, String key) {
        return languages.getTranslation(key, locale);
    }
}
