package io.usher.engine.platform.web;

import io.netty.channel.ChannelException;
import io.usher.engine.platform.async.Failures;
import io.usher.engine.shared.Problem;
import io.usher.engine.shared.ProblemException;
import io.usher.engine.shared.Problems;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.TypeMismatchException;
import org.springframework.core.codec.CodecException;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.web.server.MethodNotAllowedException;
import org.springframework.web.server.MissingRequestValueException;
import org.springframework.web.server.NotAcceptableStatusException;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebInputException;
import org.springframework.web.server.UnsupportedMediaTypeStatusException;
import tools.jackson.core.JacksonException;

/** The one place that turns a throwable into a problem. */
final class ProblemMapping {

    private ProblemMapping() {}

    static Problem problemOf(Throwable failure) {
        if (failure instanceof ProblemException known) {
            return known.problem();
        }
        if (Failures.readTooLong(failure)) {
            return tookTooLong();
        }
        if (Failures.unavailable(failure)) {
            return Problems.unavailable("A server that Usher needs does not answer; send the request again")
                    .problem();
        }
        if (Failures.duplicateKey(failure)) {
            return Problems.conflict("duplicate", "There is one like this already")
                    .problem();
        }
        if (failure instanceof RejectedExecutionException) {
            return Problems.unavailable("Too much to do at the moment; send the request again")
                    .problem();
        }
        if (failure instanceof ResponseStatusException status) {
            return ofStatus(status);
        }
        if (cause(failure, ChannelException.class).isPresent()) {
            return RequestBodies.tooSlow().problem();
        }
        if (failure instanceof CodecException || failure instanceof JacksonException) {
            return ofBody(failure);
        }
        return cause(failure, DataBufferLimitException.class)
                .map(limit -> BodyLimit.tooLarge().problem())
                .orElseGet(ProblemMapping::unexpected);
    }

    private static Problem ofStatus(ResponseStatusException failure) {
        return switch (failure) {
            case MissingRequestValueException missing ->
                Problems.invalid(missing.getName(), "required", missing.getName() + " is required")
                        .problem();
            case ServerWebInputException input -> ofInput(input);
            case UnsupportedMediaTypeStatusException type -> ContentTypes.unsupported(type.getContentType());
            case MethodNotAllowedException method ->
                problem(
                        "method-not-allowed",
                        "Method not allowed",
                        405,
                        method.getHttpMethod() + " is not possible here");
            case NotAcceptableStatusException notAcceptable ->
                problem("not-acceptable", "Not acceptable", 406, "This answer has none of the accepted types");
            default -> ofPlainStatus(failure);
        };
    }

    private static Problem ofPlainStatus(ResponseStatusException failure) {
        int status = failure.getStatusCode().value();
        return switch (status) {
            case 404 -> problem("not-found", "Not found", 404, "There is nothing at this path");
            case 413 -> BodyLimit.tooLarge().problem();
            default -> {
                if (failure.getStatusCode().is4xxClientError()) {
                    yield ofBody(failure);
                }
                yield unexpected();
            }
        };
    }

    private static Problem ofInput(ServerWebInputException failure) {
        var mismatch = cause(failure, TypeMismatchException.class);
        var parameter = failure.getMethodParameter();
        if (mismatch.isPresent() && parameter != null && parameter.getParameterName() != null) {
            var name = String.valueOf(parameter.getParameterName());
            var known = cause(failure, ProblemException.class);
            return known.map(ProblemException::problem)
                    .orElseGet(() -> Problems.invalid(
                                    name,
                                    "type",
                                    name + " is not " + expected(mismatch.get().getRequiredType()))
                            .problem());
        }
        return ofBody(failure);
    }

    private static Problem ofBody(Throwable failure) {
        if (cause(failure, DataBufferLimitException.class).isPresent()) {
            return BodyLimit.tooLarge().problem();
        }
        var known = cause(failure, ProblemException.class);
        if (known.isPresent()) {
            return known.get().problem();
        }
        return cause(failure, JacksonException.class)
                .map(JsonProblems::of)
                .orElseGet(() -> Problems.invalid("", "readable", "The request has no body that can be read")
                        .problem());
    }

    private static String expected(@Nullable Class<?> type) {
        return type == null ? "of the right type" : JsonProblems.inWords(type);
    }

    private static Problem tookTooLong() {
        return problem(
                "search-took-too-long",
                "Took too long",
                503,
                "The search took longer than it may, so it was given up; ask for less, or send the request again later");
    }

    private static Problem unexpected() {
        return problem(
                "internal",
                "Something went wrong",
                500,
                "The engine failed unexpectedly; its log has the cause under this requestId");
    }

    private static Problem problem(String code, String title, int status, String detail) {
        return new Problem(code, title, status, detail, List.of());
    }

    private static <T extends Throwable> Optional<T> cause(Throwable failure, Class<T> type) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (type.isInstance(cause)) {
                return Optional.of(type.cast(cause));
            }
        }
        return Optional.empty();
    }
}
