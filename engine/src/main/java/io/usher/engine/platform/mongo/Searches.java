package io.usher.engine.platform.mongo;

import com.mongodb.client.model.Filters;
import java.util.Collection;
import java.util.regex.Pattern;
import org.bson.conversions.Bson;

/** Filters for what people type into a search field. */
public final class Searches {

    private Searches() {}

    /** Documents whose field holds this text as it stands; control characters, which no pattern can carry, are left out. */
    public static Bson holds(String field, String text) {
        return Filters.regex(field, Pattern.quote(text.replaceAll("\\p{Cntrl}", "")));
    }

    /** Documents whose field has one of these values; of a single one as a plain comparison, which keeps a query's order. */
    public static Bson oneOf(String field, Collection<String> values) {
        return values.size() == 1 ? Filters.eq(field, values.iterator().next()) : Filters.in(field, values);
    }
}
