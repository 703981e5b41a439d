package io.usher.engine.bench;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** One kept HTTP connection by hand: a client that takes next to nothing of the machine which it measures. For one thread. */
final class Wire implements AutoCloseable {

    private static final int TIMEOUT_MILLIS = 120_000;

    private final String key;
    private final Socket socket;
    private final InputStream in;

    Wire(int port, String key) {
        this.key = key;
        try {
            socket = new Socket("127.0.0.1", port);
            socket.setTcpNoDelay(true);
            socket.setSoTimeout(TIMEOUT_MILLIS);
            in = new BufferedInputStream(socket.getInputStream(), 16_384);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The answer's body; anything but 2xx ends the bench. */
    byte[] post(String path, byte[] body) {
        return call("POST", path, body);
    }

    byte[] get(String path) {
        return call("GET", path, new byte[0]);
    }

    private byte[] call(String method, String path, byte[] body) {
        var head = method + " /api/v1" + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer " + key
                + "\r\nContent-Type: application/json\r\nContent-Length: " + body.length + "\r\n\r\n";
        try {
            var begin = head.getBytes(StandardCharsets.US_ASCII);
            var request = java.util.Arrays.copyOf(begin, begin.length + body.length);
            System.arraycopy(body, 0, request, begin.length, body.length);
            socket.getOutputStream().write(request);
            var status = line();
            var answer = read();
            if (!status.startsWith("HTTP/1.1 2")) {
                throw new IllegalStateException(method + " " + path + " was answered " + status + " "
                        + new String(answer, StandardCharsets.UTF_8));
            }
            return answer;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private byte[] read() throws IOException {
        int length = 0;
        boolean chunked = false;
        for (var header = line(); !header.isEmpty(); header = line()) {
            var lower = header.toLowerCase(Locale.ROOT);
            if (lower.startsWith("content-length:")) {
                length = Integer.parseInt(lower.substring(15).strip());
            }
            chunked |= lower.startsWith("transfer-encoding:") && lower.contains("chunked");
        }
        return chunked ? chunks() : in.readNBytes(length);
    }

    private byte[] chunks() throws IOException {
        var all = new java.io.ByteArrayOutputStream();
        for (int size = Integer.parseInt(line(), 16); size > 0; size = Integer.parseInt(line(), 16)) {
            all.write(in.readNBytes(size));
            line();
        }
        line();
        return all.toByteArray();
    }

    private String line() throws IOException {
        var text = new StringBuilder();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new EOFException("The engine ended the connection");
            }
            if (next != '\r') {
                text.append((char) next);
            }
        }
        return text.toString();
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
