package io.usher.engine.account.web;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;

/** What a request brings to say who sends it: the password of Basic, or a bearer token. Not looked at yet. */
final class Credential extends AbstractAuthenticationToken {

    private static final long serialVersionUID = 1;

    /** How the credential came. */
    enum Scheme {
        BASIC,
        BEARER
    }

    private final Scheme scheme;
    private final String secret;

    Credential(Scheme scheme, String secret) {
        super(AuthorityUtils.NO_AUTHORITIES);
        this.scheme = scheme;
        this.secret = secret;
    }

    /** Reads an {@code Authorization} header; what cannot be read is a credential that nobody has. */
    static Credential parse(String header) {
        int space = header.indexOf(' ');
        var name = space < 0 ? header : header.substring(0, space);
        var value = space < 0 ? "" : header.substring(space + 1).strip();
        return switch (name.toLowerCase(Locale.ROOT)) {
            case "bearer" -> new Credential(Scheme.BEARER, value);
            case "basic" -> new Credential(Scheme.BASIC, basicPassword(value).orElse(""));
            default -> new Credential(Scheme.BEARER, "");
        };
    }

    Scheme scheme() {
        return scheme;
    }

    String secret() {
        return secret;
    }

    @Override
    public Object getCredentials() {
        return secret;
    }

    @Override
    public Object getPrincipal() {
        return "";
    }

    private static Optional<String> basicPassword(String encoded) {
        try {
            var pair = new String(Base64.getDecoder().decode(encoded), StandardCharsets.UTF_8);
            int colon = pair.indexOf(':');
            return colon < 0 ? Optional.empty() : Optional.of(pair.substring(colon + 1));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
