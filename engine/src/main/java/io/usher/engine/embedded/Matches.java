package io.usher.engine.embedded;

import de.bwaldvogel.mongo.backend.DefaultQueryMatcher;
import de.bwaldvogel.mongo.bson.Document;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/** The documents behind index entries that match a query. */
final class Matches extends LookAhead<Matches.Match> {

    record Match(byte[] bson, Document document) {}

    private final Iterator<IndexEntries.Entry> entries;
    private final PrimaryIndex documents;
    private final Document filter;
    private final FullScans.@Nullable Scan scan;
    private final SearchCosts.@Nullable Meter meter;
    private final DefaultQueryMatcher matcher = new DefaultQueryMatcher();

    Matches(
            Iterator<IndexEntries.Entry> entries,
            PrimaryIndex documents,
            Document filter,
            FullScans.@Nullable Scan scan,
            SearchCosts.@Nullable Meter meter) {
        this.entries = entries;
        this.documents = documents;
        this.filter = filter;
        this.scan = scan;
        this.meter = meter;
    }

    @Override
    @Nullable
    Match advance() {
        while (entries.hasNext()) {
            IndexEntries.Entry entry = entries.next();
            byte[] bson =
                    entry.stored() != null ? entry.stored() : documents.map().get(new Object[] {entry.id()});
            if (bson == null) {
                continue; // deleted since the search began, which says nothing of the index
            }
            if (meter != null) {
                meter.examined();
            }
            if (scan != null) {
                scan.read();
            }
            Document document = Bson.decode(bson);
            if (filter.isEmpty() || matcher.matches(document, filter)) {
                return new Match(bson, document);
            }
        }
        return null;
    }
}
