package io.usher.engine.testing;

import io.camunda.client.CamundaClient;
import io.grpc.CallOptions;
import io.grpc.ClientCall;
import io.grpc.HandlerRegistry;
import io.grpc.ManagedChannel;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.MethodDescriptor.Marshaller;
import io.grpc.MethodDescriptor.MethodType;
import io.grpc.Server;
import io.grpc.ServerCall;
import io.grpc.ServerMethodDefinition;
import io.grpc.Status;
import io.grpc.netty.NettyChannelBuilder;
import io.grpc.netty.NettyServerBuilder;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A gateway before a broker: passes calls on as they are, or answers every one with a status. */
public final class GrpcGate implements AutoCloseable {

    private static final Metadata.Key<String> AUTHORIZATION =
            Metadata.Key.of("authorization", Metadata.ASCII_STRING_MARSHALLER);

    private final @Nullable ManagedChannel broker;
    private final Server server;
    private final List<String> authorizations = new CopyOnWriteArrayList<>();
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final List<String> answered = new CopyOnWriteArrayList<>();
    private volatile @Nullable Status refusal;

    private GrpcGate(@Nullable String broker, @Nullable TestAuthority authority) {
        this.broker = broker == null
                ? null
                : NettyChannelBuilder.forTarget(broker).usePlaintext().build();
        var builder = NettyServerBuilder.forAddress(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))
                .permitKeepAliveTime(1, TimeUnit.SECONDS)
                .fallbackHandlerRegistry(new Calls());
        if (authority != null) {
            builder.useTransportSecurity(
                    authority.serverCertificate().toFile(),
                    authority.serverKey().toFile());
        }
        try {
            this.server = builder.build().start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Before the broker at {@code host:port}. */
    public static GrpcGate to(String broker) {
        return new GrpcGate(broker, null);
    }

    /** With TLS, before the broker at {@code host:port}. */
    public static GrpcGate withTls(String broker, TestAuthority authority) {
        return new GrpcGate(broker, authority);
    }

    /** Before nothing: every call has this answer. */
    public static GrpcGate answering(Status status) {
        var gate = new GrpcGate(null, null);
        gate.refuse(status);
        return gate;
    }

    /** With TLS, before nothing: every call has this answer. */
    public static GrpcGate answeringWithTls(Status status, TestAuthority authority) {
        var gate = new GrpcGate(null, authority);
        gate.refuse(status);
        return gate;
    }

    /** Every call from now on has this answer; null: calls are passed on. */
    public void refuse(@Nullable Status status) {
        refusal = status;
    }

    public int port() {
        return server.getPort();
    }

    public String address() {
        return "127.0.0.1:" + port();
    }

    /** A client of this gate that nothing in the environment shapes; close it before the gate. */
    public CamundaClient client() {
        return CamundaClient.newClientBuilder()
                .applyEnvironmentVariableOverrides(false)
                .grpcAddress(URI.create("http://" + address()))
                .preferRestOverGrpc(false)
                .build();
    }

    /** What callers said of themselves, in the order of their calls. */
    public List<String> authorizations() {
        return authorizations;
    }

    /** How often a method was called, such as {@code CreateProcessInstance}. */
    public int asked(String method) {
        return count(asked, method);
    }

    /** How often the broker did what this method asks for. */
    public int answered(String method) {
        return count(answered, method);
    }

    private static int count(List<String> calls, String method) {
        return (int) calls.stream().filter(name -> name.endsWith("/" + method)).count();
    }

    @Override
    public void close() {
        server.shutdownNow();
        if (broker != null) {
            broker.shutdownNow();
        }
    }

    private ServerCall.Listener<byte[]> answer(
            MethodDescriptor<byte[], byte[]> method, ServerCall<byte[], byte[]> call, Metadata headers) {
        Optional.ofNullable(headers.get(AUTHORIZATION)).ifPresent(authorizations::add);
        asked.add(method.getFullMethodName());
        var status = refusal;
        if (status != null || broker == null) {
            call.close(status == null ? Status.UNAVAILABLE : status, new Metadata());
            return new ServerCall.Listener<>() {};
        }
        var onward = broker.newCall(method, CallOptions.DEFAULT);
        onward.start(new Answers(call, onward, () -> answered.add(method.getFullMethodName())), headers);
        onward.request(1);
        call.request(1);
        return new Questions(call, onward);
    }

    private final class Calls extends HandlerRegistry {

        @Override
        public ServerMethodDefinition<?, ?> lookupMethod(String name, @Nullable String authority) {
            var method = MethodDescriptor.newBuilder(Bytes.AS_THEY_ARE, Bytes.AS_THEY_ARE)
                    .setFullMethodName(name)
                    .setType(MethodType.UNKNOWN)
                    .build();
            return ServerMethodDefinition.create(method, (call, headers) -> answer(method, call, headers));
        }
    }

    private static final class Answers extends ClientCall.Listener<byte[]> {

        private final ServerCall<byte[], byte[]> call;
        private final ClientCall<byte[], byte[]> onward;
        private final Runnable done;

        Answers(ServerCall<byte[], byte[]> call, ClientCall<byte[], byte[]> onward, Runnable done) {
            this.call = call;
            this.onward = onward;
            this.done = done;
        }

        @Override
        public void onHeaders(Metadata headers) {
            call.sendHeaders(headers);
        }

        @Override
        public void onMessage(byte[] message) {
            call.sendMessage(message);
            onward.request(1);
        }

        @Override
        public void onClose(Status status, Metadata trailers) {
            if (status.isOk()) {
                done.run();
            }
            call.close(status, trailers);
        }
    }

    private static final class Questions extends ServerCall.Listener<byte[]> {

        private final ServerCall<byte[], byte[]> call;
        private final ClientCall<byte[], byte[]> onward;

        Questions(ServerCall<byte[], byte[]> call, ClientCall<byte[], byte[]> onward) {
            this.call = call;
            this.onward = onward;
        }

        @Override
        public void onMessage(byte[] message) {
            onward.sendMessage(message);
            call.request(1);
        }

        @Override
        public void onHalfClose() {
            onward.halfClose();
        }

        @Override
        public void onCancel() {
            onward.cancel("The caller has gone", null);
        }
    }

    private enum Bytes implements Marshaller<byte[]> {
        AS_THEY_ARE;

        @Override
        public InputStream stream(byte[] value) {
            return new ByteArrayInputStream(value);
        }

        @Override
        public byte[] parse(InputStream stream) {
            try {
                return stream.readAllBytes();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
