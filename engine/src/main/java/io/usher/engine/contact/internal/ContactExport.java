package io.usher.engine.contact.internal;

import io.usher.engine.account.Right;
import io.usher.engine.contact.Contact;
import io.usher.engine.job.JobKind;
import io.usher.engine.platform.async.Async;
import io.usher.engine.platform.async.Failures;
import io.usher.engine.shared.Page;
import io.usher.engine.shared.PageRequest;
import io.usher.engine.shared.Params;
import io.usher.engine.shared.WorkspaceId;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** All contacts of a workspace as a file, the newest first. Who comes while it is made is not in it. */
@Component
public class ContactExport implements JobKind {

    public static final String KEY = "contact-export";

    private static final int COUNTED = 1_000_000;
    private static final int READ_AT_ONCE = 100;
    private static final int LONG_ENOUGH = 1 << 20;

    private final ContactService contacts;
    private final ContactStore store;

    ContactExport(ContactService contacts, ContactStore store) {
        this.contacts = contacts;
        this.store = store;
    }

    @Override
    public String key() {
        return KEY;
    }

    @Override
    public Right right() {
        return Right.CONTACT_EXPORT;
    }

    @Override
    public Optional<ResultFile> file(Task task) {
        var format = ExportOrder.of(task.params()).format();
        var day = LocalDate.ofInstant(task.at(), ZoneOffset.UTC);
        return Optional.of(new ResultFile("contacts-" + day + "." + format.key(), format.mediaType()));
    }

    @Override
    public Mono<Long> total(WorkspaceId workspace, Params params) {
        return store.count(workspace, COUNTED)
                .filter(count -> count < COUNTED)
                .onErrorResume(Failures::readTooLong, tooMany -> Mono.empty());
    }

    @Override
    public Worked work(Task task, @Nullable String cursor) {
        var rows = new ExportRows(ExportOrder.of(task.params()));
        var text = new StringBuilder(cursor == null ? rows.head() : "");
        long done = 0;
        var next = cursor;
        int most = READ_AT_ONCE;
        boolean more = true;
        while (more) {
            int limit = (int) Math.min(most, task.pageSize() - done);
            Page<Contact> page = Async.value(contacts.list(task.workspace(), new PageRequest(next, limit)));
            var lines = page.items().stream().map(rows::line).collect(Collectors.joining());
            if (lines.length() > LONG_ENOUGH && page.items().size() > 1) {
                // large contacts: fewer are read at once, so that no page grows too long to be kept
                most = Math.max(1, page.items().size() / 10);
                continue;
            }
            text.append(lines);
            done += page.items().size();
            next = page.next();
            more = next != null && done < task.pageSize() && text.length() < LONG_ENOUGH;
        }
        return new Worked(next, done, Map.of("contacts", done), text.toString().getBytes(StandardCharsets.UTF_8));
    }
}
