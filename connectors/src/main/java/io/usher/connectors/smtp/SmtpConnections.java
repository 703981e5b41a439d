package io.usher.connectors.smtp;

import io.usher.connectors.smtp.SmtpServer.Encryption;
import jakarta.mail.Session;
import jakarta.mail.URLName;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.Properties;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/** Opens connections to one server. Ours is the socket, so that it can be cut from outside at any moment. */
final class SmtpConnections {

    private final SmtpServer server;
    private final Duration connect;
    private final Duration read;
    private final Session session;
    private final Session international;

    SmtpConnections(SmtpServer server, Duration connect, Duration read) {
        this.server = server;
        this.connect = connect;
        this.read = read;
        this.session = Session.getInstance(properties());
        var utf8 = properties();
        utf8.put("mail.mime.allowutf8", "true");
        this.international = Session.getInstance(utf8);
    }

    SmtpServer server() {
        return server;
    }

    /** For mail to or from an international address another one, which sends addresses and headers as UTF-8. */
    Session session(boolean forInternational) {
        return forInternational ? international : session;
    }

    ObservedTransport transport(Session session) {
        var login = server.login();
        var url = new URLName(
                "smtp",
                server.host(),
                server.port(),
                null,
                login == null ? null : login.user(),
                login == null ? null : login.password());
        return new ObservedTransport(session, url);
    }

    Socket open() throws IOException {
        var socket = new Socket();
        try {
            socket.connect(new InetSocketAddress(InetAddress.getByName(server.host()), server.port()), (int)
                    connect.toMillis());
            socket.setSoTimeout((int) read.toMillis());
            return server.encryption() == Encryption.TLS ? secured(socket) : socket;
        } catch (IOException e) {
            socket.close();
            throw e;
        }
    }

    private Socket secured(Socket plain) throws IOException {
        var factory = (SSLSocketFactory) SSLSocketFactory.getDefault();
        var socket = (SSLSocket) factory.createSocket(plain, server.host(), server.port(), true);
        var parameters = socket.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        socket.setSSLParameters(parameters);
        socket.startHandshake();
        return socket;
    }

    private Properties properties() {
        var properties = new Properties();
        properties.put("mail.smtp.auth", String.valueOf(server.login() != null));
        properties.put("mail.smtp.timeout", String.valueOf(read.toMillis()));
        properties.put("mail.smtp.writetimeout", String.valueOf(read.toMillis()));
        properties.put("mail.smtp.quitwait", "false");
        properties.put("mail.smtp.sendpartial", "false");
        properties.put("mail.mime.charset", "UTF-8");
        switch (server.encryption()) {
            case OFF, TLS -> properties.put("mail.smtp.starttls.enable", "false");
            case OPTIONAL -> {
                properties.put("mail.smtp.starttls.enable", "true");
                properties.put("mail.smtp.ssl.trust", "*");
                properties.put("mail.smtp.ssl.checkserveridentity", "false");
            }
            case STARTTLS -> {
                properties.put("mail.smtp.starttls.enable", "true");
                properties.put("mail.smtp.starttls.required", "true");
                properties.put("mail.smtp.ssl.checkserveridentity", "true");
            }
        }
        return properties;
    }
}
