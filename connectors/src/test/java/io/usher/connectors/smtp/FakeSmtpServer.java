package io.usher.connectors.smtp;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** A mail server by script: what it answers to a command, or {@link #HANG_UP} or {@link #SILENCE} in its place. */
final class FakeSmtpServer implements AutoCloseable {

    static final String HANG_UP = "hang up";
    static final String SILENCE = "silence";

    /** What clients said, line by line, without contents. */
    final List<String> heard = new CopyOnWriteArrayList<>();

    /** The Message-IDs of the contents that it has got whole. */
    final List<String> messageIds = new CopyOnWriteArrayList<>();

    private final ServerSocket socket;
    private final Map<String, String> answers = new ConcurrentHashMap<>(Map.of(
            "GREETING",
            "220 fake",
            "EHLO",
            "250 fake",
            "MAIL",
            "250 ok",
            "AUTH",
            "235 2.7.0 welcome",
            "RCPT",
            "250 ok",
            "DATA",
            "354 go on",
            "CONTENT",
            "250 2.0.0 queued as A1",
            "QUIT",
            "221 bye"));

    FakeSmtpServer(String... commandsAndAnswers) throws IOException {
        for (int i = 0; i < commandsAndAnswers.length; i += 2) {
            answers.put(commandsAndAnswers[i], commandsAndAnswers[i + 1]);
        }
        socket = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::accept);
    }

    void answer(String command, String answer) {
        answers.put(command, answer);
    }

    int port() {
        return socket.getLocalPort();
    }

    String url() {
        return "smtp://127.0.0.1:" + port() + "?starttls=off";
    }

    private void accept() {
        while (!socket.isClosed()) {
            try {
                var connection = socket.accept();
                Thread.ofVirtual().start(() -> serve(connection));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void serve(Socket connection) {
        try (connection) {
            var in = new BufferedReader(new InputStreamReader(connection.getInputStream(), StandardCharsets.UTF_8));
            if (!answer(connection, "GREETING")) {
                return;
            }
            for (var line = in.readLine(); line != null; line = in.readLine()) {
                heard.add(line);
                var command = line.split(" ")[0].toUpperCase(Locale.ROOT);
                if (!answer(connection, command)) {
                    return;
                }
                if (command.equals("DATA") && answers.get("DATA").startsWith("354")) {
                    readContent(in);
                    if (!answer(connection, "CONTENT")) {
                        return;
                    }
                }
            }
        } catch (IOException e) {
            // the client has gone
        }
    }

    private void readContent(BufferedReader in) throws IOException {
        var line = in.readLine();
        while (line != null && !line.equals(".")) {
            if (line.startsWith("Message-ID:")) {
                messageIds.add(line);
            }
            line = in.readLine();
        }
    }

    /** False: nothing more is said or read. */
    private boolean answer(Socket connection, String command) throws IOException {
        var answer = answers.getOrDefault(command, "502 what?");
        if (answer.equals(HANG_UP)) {
            return false;
        }
        if (answer.equals(SILENCE)) {
            return connection.getInputStream().read() >= 0;
        }
        connection.getOutputStream().write((answer + "\r\n").getBytes(StandardCharsets.UTF_8));
        return true;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
