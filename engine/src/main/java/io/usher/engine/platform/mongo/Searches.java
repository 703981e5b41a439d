package io.usher.engine.platform.mongo;

import com.mongodb.client.model.Filters;
import java.util.regex.Pattern;
import org.bson.conversions.Bson;

/** Filters for what people type into a search field. */
public final class Searches {

    private Searches() {}

    /** Documents whose field holds this text as it stands; control characters, which no pattern can carry, are left out. */
    public static Bson holds(String field, String text) {
        return Filters.regex(field, Pattern.quote(text.replaceAll("\\p{Cntrl}", "")));
    }
}
