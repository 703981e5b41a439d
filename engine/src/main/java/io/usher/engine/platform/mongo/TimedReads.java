package io.usher.engine.platform.mongo;

import com.mongodb.client.model.CountOptions;
import com.mongodb.reactivestreams.client.AggregatePublisher;
import com.mongodb.reactivestreams.client.DistinctPublisher;
import com.mongodb.reactivestreams.client.FindPublisher;
import com.mongodb.reactivestreams.client.MongoCollection;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/**
 * A collection whose every read ends on the server after a time: what nobody waits for any more would go on there and hold up the
 * others. Writes by id are short, and those with majority have their own limit.
 */
final class TimedReads implements InvocationHandler {

    private final MongoCollection<Document> collection;
    private final long limitMillis;

    private TimedReads(MongoCollection<Document> collection, long limitMillis) {
        this.collection = collection;
        this.limitMillis = limitMillis;
    }

    @SuppressWarnings("unchecked")
    static MongoCollection<Document> of(MongoCollection<Document> collection, Duration limit) {
        return (MongoCollection<Document>) Proxy.newProxyInstance(
                MongoCollection.class.getClassLoader(),
                new Class<?>[] {MongoCollection.class},
                new TimedReads(collection, limit.toMillis()));
    }

    @Override
    public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments) throws Throwable {
        try {
            return method.getName().equals("countDocuments") ? count(arguments) : limited(call(method, arguments));
        } catch (InvocationTargetException e) {
            throw e.getTargetException();
        }
    }

    private @Nullable Object call(Method method, Object @Nullable [] arguments) throws ReflectiveOperationException {
        return method.invoke(collection, arguments);
    }

    private @Nullable Object limited(@Nullable Object answer) {
        return switch (answer) {
            case FindPublisher<?> find -> find.maxTime(limitMillis, TimeUnit.MILLISECONDS);
            case AggregatePublisher<?> aggregate -> aggregate.maxTime(limitMillis, TimeUnit.MILLISECONDS);
            case DistinctPublisher<?> distinct -> distinct.maxTime(limitMillis, TimeUnit.MILLISECONDS);
            case null, default -> answer;
        };
    }

    private Object count(Object @Nullable [] arguments) {
        var given = Arrays.asList(arguments == null ? new Object[0] : arguments);
        var filter = part(Bson.class, new Document(), given);
        var options = part(CountOptions.class, new CountOptions(), given);
        return collection.countDocuments(filter, options.maxTime(limitMillis, TimeUnit.MILLISECONDS));
    }

    private static <T> T part(Class<T> type, T otherwise, Iterable<Object> given) {
        for (Object each : given) {
            if (type.isInstance(each)) {
                return type.cast(each);
            }
        }
        return otherwise;
    }
}
