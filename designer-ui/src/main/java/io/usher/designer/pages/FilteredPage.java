package io.usher.designer.pages;

import io.usher.designer.list.EmptyState;
import io.usher.designer.list.Filter;
import io.usher.designer.list.FilterBar;
import io.usher.designer.list.ListPage;
import io.usher.designer.list.Rows;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A page of one list below its filters: another filter begins the list anew, and an empty list says why it is empty. */
public abstract class FilteredPage extends ListPage {

    private record Parts(FilterBar filters, Rows<?> rows, EmptyState empty, String none, String noneMore) {}

    private @Nullable Parts parts;

    /** @param names of the filters in the address */
    protected FilteredPage(String titleKey, String... names) {
        super(titleKey, names);
    }

    /**
     * What the filter narrows.
     *
     * @param noneKey of what is said when there is nothing at all, and {@code noneMoreKey} of how that changes
     */
    protected void narrows(FilterBar filters, Rows<?> rows, EmptyState empty, String noneKey, String noneMoreKey) {
        rows.whenEmpty(empty);
        parts = new Parts(filters, rows, empty, noneKey, noneMoreKey);
    }

    @Override
    protected void narrowed(Filter asked, boolean other) {
        var page = Objects.requireNonNull(parts);
        page.filters().show(asked);
        if (asked.isEmpty()) {
            page.empty().first(getTranslation(page.none()), getTranslation(page.noneMore()));
        } else {
            page.empty().filtered(() -> go(Filter.none()));
        }
        if (other) {
            anew();
            // the links of rows that stay narrow what is asked for now
            page.rows().redraw();
            page.rows().load();
        }
    }

    /** The list is about to begin anew. */
    protected void anew() {}
}
