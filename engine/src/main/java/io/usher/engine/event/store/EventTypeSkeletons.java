package io.usher.engine.event.store;

import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Updates;
import io.usher.engine.platform.schema.Migration;
import io.usher.engine.shared.VisibleText;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Gives event types of before there were migrations the skeleton of their key, by which look-alikes are found. */
@Component
class EventTypeSkeletons implements Migration {

    @Override
    public int version() {
        return 1;
    }

    @Override
    public String what() {
        return "event types can be found by what their keys look like";
    }

    @Override
    public String collection() {
        return EventCollections.TYPES;
    }

    @Override
    public Bson reads() {
        return Projections.include("key", "skeleton");
    }

    @Override
    public @Nullable Bson change(Document type) {
        return type.getString("skeleton") == null
                ? Updates.set("skeleton", VisibleText.skeleton(type.getString("key")))
                : null;
    }
}
