package io.usher.engine.testing;

import java.io.Closeable;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.bson.BsonDocument;
import org.bson.RawBsonDocument;
import org.bson.codecs.BsonDocumentCodec;
import org.jspecify.annotations.Nullable;

/**
 * Stands on the wire before the store and answers some commands itself, as servers that move, step down or are too slow answer
 * them: the error of a whole command, of single writes, or beside a success; or hangs up instead of answering. A command may be
 * carried out before the wrong answer.
 */
public final class WireTap implements Closeable {

    private static final int OP_MSG = 2013;
    private static final int HEADER = 16;
    private static final int BODY = HEADER + 5;

    private final String host;
    private final int port;
    private final ServerSocket door;
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
    private final Queue<Planned> planned = new ConcurrentLinkedQueue<>();

    /** Null for an answer: the line is cut. */
    private record Planned(Step step, @Nullable String answer, boolean carriedOut) {}

    /**
     * A command of the engine's, by its name, its collection and a text that stands in it; empty for a collection or a text: any.
     */
    public record Step(String command, String collection, String text) {}

    /** A tap before the store of this URI. */
    public WireTap(String uri) {
        var server = uri.replaceFirst("^mongodb://(?:[^@/]*@)?([^/?]+).*$", "$1");
        host = server.substring(0, server.lastIndexOf(':'));
        port = Integer.parseInt(server.substring(server.lastIndexOf(':') + 1));
        try {
            door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().start(this::accept);
    }

    /** The URI with this tap instead of the store. */
    public String through(String uri) {
        return uri.replace(host + ":" + port, "127.0.0.1:" + door.getLocalPort());
    }

    /** The next such command does not reach the store; this JSON is its answer. */
    public void answer(String command, String json) {
        answer(new Step(command, "", ""), json);
    }

    /** The next such step does not reach the store; this JSON is its answer. */
    public void answer(Step step, String json) {
        planned.add(new Planned(step, json, false));
    }

    /** The next such command is carried out, but this JSON is its answer. */
    public void answerAfter(String command, String json) {
        answerAfter(new Step(command, "", ""), json);
    }

    /** The next such step is carried out, but this JSON is its answer. */
    public void answerAfter(Step step, String json) {
        planned.add(new Planned(step, json, true));
    }

    /** The line is cut at the next such step, before it reaches the store. */
    public void cut(Step step) {
        planned.add(new Planned(step, null, false));
    }

    /** The next such step is carried out, and the line is cut instead of an answer. */
    public void cutAfter(Step step) {
        planned.add(new Planned(step, null, true));
    }

    /** Whether every planned answer was given. */
    public boolean done() {
        return planned.isEmpty();
    }

    /** No planned answer is given any more. */
    public void forget() {
        planned.clear();
    }

    /** The steps that have not come yet. */
    public List<Step> open() {
        return planned.stream().map(Planned::step).toList();
    }

    private void accept() {
        while (!door.isClosed()) {
            try {
                var client = door.accept();
                var store = new Socket(host, port);
                sockets.add(client);
                sockets.add(store);
                Thread.ofVirtual().start(() -> serve(client, store));
            } catch (IOException e) {
                if (!door.isClosed()) {
                    throw new UncheckedIOException(e);
                }
            }
        }
    }

    /** One message after another; the driver waits for each answer on its connection. */
    private void serve(Socket client, Socket store) {
        try (client;
                store) {
            var asked = new DataInputStream(client.getInputStream());
            var answered = new DataInputStream(store.getInputStream());
            while (true) {
                var question = message(asked);
                var plan = plan(question);
                byte[] answer = null;
                if (plan == null || plan.carriedOut()) {
                    send(store.getOutputStream(), question);
                    answer = message(answered);
                }
                if (plan != null && plan.answer() == null) {
                    return;
                }
                send(client.getOutputStream(), plan == null ? answer : reply(question, plan.answer()));
            }
        } catch (IOException e) {
            // one of the two hung up
        }
    }

    private @Nullable Planned plan(byte[] question) {
        if (planned.isEmpty() || integer(question, 12) != OP_MSG || question[HEADER + 4] != 0) {
            return null;
        }
        var body = new RawBsonDocument(question, BODY, integer(question, BODY));
        var text = new String(question, StandardCharsets.ISO_8859_1);
        return planned.stream()
                .filter(next -> is(next.step(), body, text) && planned.remove(next))
                .findFirst()
                .orElse(null);
    }

    private static boolean is(Step step, BsonDocument body, String text) {
        return body.getFirstKey().equals(step.command())
                && (step.collection().isEmpty()
                        || body.getString(step.command()).getValue().equals(step.collection()))
                && text.contains(step.text());
    }

    private static byte[] reply(byte[] question, String answer) {
        var bson = new RawBsonDocument(BsonDocument.parse(answer), new BsonDocumentCodec());
        var bytes = bson.getByteBuffer();
        var reply = ByteBuffer.allocate(BODY + bytes.remaining()).order(ByteOrder.LITTLE_ENDIAN);
        reply.putInt(reply.capacity()).putInt(1).putInt(integer(question, 4)).putInt(OP_MSG);
        reply.putInt(0).put((byte) 0);
        reply.put(bytes.asNIO());
        return reply.array();
    }

    private static byte[] message(DataInputStream in) throws IOException {
        var length = Integer.reverseBytes(in.readInt());
        var message = new byte[length];
        ByteBuffer.wrap(message).order(ByteOrder.LITTLE_ENDIAN).putInt(length);
        in.readFully(message, 4, length - 4);
        return message;
    }

    private static void send(OutputStream out, byte[] message) throws IOException {
        out.write(message);
        out.flush();
    }

    private static int integer(byte[] bytes, int at) {
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getInt(at);
    }

    @Override
    public void close() {
        try {
            door.close();
            for (Socket socket : sockets) {
                socket.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
