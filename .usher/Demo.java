import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Pattern;

/**
 * Fills a running house with something to look at, by its public API alone: the samples activated, contacts under
 * example.com, some weeks of history and some dozens of live events. What it makes has fixed ids, so a second run on the
 * same day adds nothing; another day brings new live events. Arguments: the engine's address; the key comes by standard input.
 */
class Demo {

    private static final int CONTACTS = 160;
    private static final int DAYS = 28;
    private static final int BATCH = 250;
    private static final List<String> FIRST = List.of(
            "Ada", "Bo", "Cleo", "Dag", "Elin", "Finn", "Greta", "Hugo", "Ines", "Jonas", "Kaja", "Liv", "Mats", "Nora",
            "Olle", "Pia", "Runa", "Signe", "Tove", "Ulf", "Vera", "Wim", "Ylva", "Åsa");
    private static final List<String> LAST = List.of(
            "Berg", "Dahl", "Ek", "Fors", "Grip", "Holm", "Lind", "Moe", "Nyberg", "Oberlin", "Quist", "Ros", "Sand",
            "Torp", "Vik", "Wall-Andersson", "Åkerman");
    private static final List<String> SHOWS = List.of(
            "Swan Lake", "Hamlet", "Aida", "The Nutcracker", "La Traviata", "A Doll's House", "Carmen", "Jazz in the Foyer");
    private static final List<String> CITIES = List.of("Stockholm", "Oslo", "Copenhagen", "Gothenburg", "Malmö");

    /** Somebody made up; {@code consent} is what they said to marketing e-mail, or nothing. */
    record Contact(int n, String first, String last, String email, String phone, Optional<String> consent) {}

    private final DemoApi api;
    private final Random random = new Random(1865);
    private final Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    private final String today = LocalDate.ofInstant(now, ZoneOffset.UTC).toString();
    private final List<Contact> contacts = new ArrayList<>();

    Demo(DemoApi api) {
        this.api = api;
    }

    public static void main(String[] args) throws Exception {
        try {
            new Demo(new DemoApi(URI.create(args[0]), new BufferedReader(new InputStreamReader(System.in)).readLine())).fill();
        } catch (DemoApi.Refused e) {
            System.err.println("usher: " + e.getMessage());
            System.exit(1);
        } catch (IOException e) {
            System.err.println("usher: the engine at " + args[0] + " does not answer; what was sent is kept, run it again.");
            System.exit(1);
        }
    }

    private void fill() throws Exception {
        makeContacts();
        sendContacts();
        sendHistory();
        sendOldOrders();
        say("workflows", "samples, activated");
        sample("order-confirmation", "Order confirmation");
        sample("welcome-series", "Welcome series");
        sample("abandoned-cart", "Abandoned cart");
        lastCall();
        unfinished();
        sendLiveOrders();
        sendLiveEvents();
        say("ready", "Nobody is mailed: addresses of example.com are held or dropped.");
    }

    // people

    private void makeContacts() {
        for (int n = 1; n <= CONTACTS; n++) {
            var first = FIRST.get(random.nextInt(FIRST.size()));
            var last = LAST.get(random.nextInt(LAST.size()));
            int said = random.nextInt(10);
            contacts.add(new Contact(
                    n,
                    first,
                    last,
                    "guest-" + n + "@example.com",
                    "+4670174%04d".formatted(n),
                    said < 6 ? Optional.of("given") : said == 6 ? Optional.of("refused") : Optional.empty()));
        }
    }

    private void sendContacts() throws Exception {
        for (var contact : contacts) {
            progress("contacts", contact.n(), CONTACTS);
            var answer = api.post(
                    "contacts",
                    map("externalCustomerId", "guest-" + contact.n(), "email", contact.email(), "phone", contact.phone(),
                            "firstName", contact.first(), "lastName", contact.last(),
                            "language", contact.n() % 3 == 0 ? "en" : "sv",
                            "timeZone", "Europe/Stockholm"));
            if (contact.consent().isPresent()) {
                api.put("contacts/" + DemoApi.first(answer, "id") + "/consents/email",
                        map("state", contact.consent().get(), "source", "newsletter form (demo)"));
            }
        }
        say("contacts", CONTACTS + " under example.com, most agreed to marketing");
    }

    // what was

    private void sendHistory() throws Exception {
        var types = List.of(
                List.of("pageView", "Page viewed", "activity"),
                List.of("newsletterSubscribed", "Newsletter subscribed", "subscription"),
                List.of("ticketBought", "Ticket bought", "order"),
                List.of("cartLeft", "Cart left", "activity"),
                List.of("orderPaid", "Order paid", "order"),
                List.of("lastCall", "Last call for a show", "other"),
                List.of("ticketScanned", "Ticket scanned at the door", "activity"));
        for (var type : types) {
            if (api.get("event-types/" + type.get(0)).statusCode() == 404) {
                api.post("event-types", map("key", type.get(0), "name", type.get(1), "category", type.get(2)));
            }
        }
        var events = new ArrayList<Map<String, Object>>();
        for (int day = DAYS; day >= 1; day--) {
            var date = now.minus(day, ChronoUnit.DAYS);
            boolean weekend = date.atZone(ZoneOffset.UTC).getDayOfWeek().getValue() >= 5;
            int many = (weekend ? 130 : 80) + random.nextInt(30);
            for (int i = 0; i < many; i++) {
                events.add(old(DAYS - day, i, date));
            }
        }
        for (int from = 0; from < events.size(); from += BATCH) {
            progress("history", from, events.size());
            api.post("event/batch", events.subList(from, Math.min(from + BATCH, events.size())));
        }
        say("history", events.size() + " events of the last " + DAYS + " days; as history they start nothing");
    }

    private Map<String, Object> old(int day, int i, Instant date) {
        var contact = anybody();
        var show = SHOWS.get(random.nextInt(SHOWS.size()));
        // most of it in the evening, as in a real house
        var at = date.truncatedTo(ChronoUnit.DAYS).plusSeconds(60L * (8 * 60 + (int) (Math.sqrt(random.nextDouble()) * 15 * 60)));
        int kind = random.nextInt(100);
        var type = kind < 62 ? "pageView"
                : kind < 76 ? "ticketBought"
                : kind < 86 ? "cartLeft"
                : kind < 92 ? "orderPaid"
                : kind < 97 ? "ticketScanned"
                : "newsletterSubscribed";
        var params = new LinkedHashMap<String, Object>();
        // some visitors of the site are not known
        if (!type.equals("pageView") || i % 4 != 0) {
            params.put("EmailAddress", contact.email());
        }
        switch (type) {
            case "pageView" -> {
                params.put("url", "https://tickets.example.com/" + slug(show));
                params.put("show", show);
                params.put("device", i % 3 == 0 ? "desktop" : "phone");
            }
            case "ticketBought", "ticketScanned" -> {
                params.put("show", show);
                params.put("city", CITIES.get(random.nextInt(CITIES.size())));
                params.put("seats", 1 + random.nextInt(4));
                params.put("total", (1 + random.nextInt(4)) * 480);
            }
            case "cartLeft" -> {
                params.put("cartUrl", "https://tickets.example.com/cart/H-" + day + "-" + i);
                params.put("items", List.of(map("name", show, "price", 480)));
            }
            case "orderPaid" -> params.put("total", (1 + random.nextInt(5)) * 480);
            default -> params.put("list", "Season news");
        }
        var event = map("eventTypeKey", type, "id", "demo-h-" + day + "-" + i, "occurredAt", at.toString(), "history", true);
        event.put("keyValue", type.charAt(0) + "-" + day + "-" + i);
        event.put("params", params);
        return event;
    }

    private void sendOldOrders() throws Exception {
        var orders = new ArrayList<Map<String, Object>>();
        for (int n = 1; n <= 120; n++) {
            var order = order("H" + (1000 + n), anybody(), now.minus(1 + random.nextInt(DAYS), ChronoUnit.DAYS), "DELIVERED");
            order.put("history", true);
            orders.add(order);
        }
        api.post("orders", map("orders", orders));
        say("orders", orders.size() + " of the past");
    }

    private Map<String, Object> order(String id, Contact contact, Instant date, String status) {
        int seats = 1 + random.nextInt(4);
        var show = SHOWS.get(random.nextInt(SHOWS.size()));
        var order = map("externalOrderId", id, "externalCustomerId", "guest-" + contact.n(), "totalCost", seats * 480.0,
                "status", status, "date", date.toString(), "currency", "SEK", "email", contact.email());
        order.put("firstName", contact.first());
        order.put("lastName", contact.last());
        order.put("items", List.of(map("externalItemId", "T-" + slug(show), "name", show + ", stalls row " + (1 + random.nextInt(20)),
                "category", "ticket", "quantity", seats, "cost", 480.0, "url", "https://tickets.example.com/" + slug(show))));
        return order;
    }

    // workflows

    /** The sample as a workflow of that name, active; one that is there is left as it is. */
    private void sample(String sample, String name) throws Exception {
        if (workflow(name).isEmpty()) {
            var id = DemoApi.first(api.post("samples/" + sample + "/use", map("name", name)), "id");
            api.activate(id);
        }
    }

    /** One whose message cannot be made for everybody: a journey that waits for somebody to look at it. */
    private void lastCall() throws Exception {
        var name = "Last call: price per guest";
        if (workflow(name).isEmpty()) {
            var id = DemoApi.first(api.post("workflows", map("name", name, "tags", List.of("demo", "needs a look"))), "id");
            draft(id, "last-call.bpmn");
            api.putTriggers(id,
                    map("start", List.of(map("eventType", "lastCall", "reentry", map("mode", "each"))), "stop", List.of()));
            api.activate(id);
        }
    }

    /** One that somebody is still drawing. */
    private void unfinished() throws Exception {
        var name = "Summer season: early birds";
        if (workflow(name).isEmpty()) {
            var id = DemoApi.first(api.post("workflows", map("name", name, "tags", List.of("demo", "summer"))), "id");
            draft(id, "early-birds.bpmn");
        }
    }

    private void draft(String id, String file) throws Exception {
        var bytes = Files.readAllBytes(Path.of(".usher", "demo", file));
        api.putXml("workflows/" + id + "/draft", bytes);
    }

    private Optional<String> workflow(String name) throws Exception {
        var found = api.get("workflows?limit=50&search=" + java.net.URLEncoder.encode(name, StandardCharsets.UTF_8)).body();
        var row = Pattern.compile("\"id\":\"([^\"]+)\",\"name\":\"" + Pattern.quote(name) + "\"").matcher(found);
        return row.find() ? Optional.of(row.group(1)) : Optional.empty();
    }

    // what happens now

    private void sendLiveOrders() throws Exception {
        int many = 14;
        for (int n = 1; n <= many; n++) {
            progress("live", n, many);
            var id = today + "-" + n;
            var contact = contacts.get(n * 3);
            var fresh = order(id, contact, now, "INITIALIZED");
            api.post("orders", map("orders", List.of(fresh)));
        }
        for (int n = 1; n <= 5; n++) {
            var changed = order(today + "-" + n, contacts.get(n * 3), now, n <= 2 ? "CANCELLED" : "DELIVERED");
            api.post("orders", map("orders", List.of(changed)));
        }
        say("orders", many + " of today, two of them cancelled again");
    }

    private void sendLiveEvents() throws Exception {
        int n = 0;
        for (; n < 12; n++) {
            live("cartLeft", n, contacts.get(60 + n),
                    map("cartUrl", "https://tickets.example.com/cart/L-" + n, "items",
                            List.of(map("name", SHOWS.get(n % SHOWS.size()), "price", 480))));
        }
        // again within the hour: not a second reminder
        live("cartLeft", n++, contacts.get(60), map("cartUrl", "https://tickets.example.com/cart/L-x", "items", List.of()));
        for (int paid = 0; paid < 4; paid++) {
            live("orderPaid", n++, contacts.get(61 + paid), map("total", 960));
        }
        for (int bought = 0; bought < 18; bought++) {
            live("ticketBought", n++, contacts.get(90 + bought),
                    map("show", SHOWS.get(bought % SHOWS.size()), "city", CITIES.get(bought % CITIES.size()), "seats", 2, "total", 960));
        }
        for (int call = 0; call < 5; call++) {
            live("lastCall", n++, contacts.get(120 + call), map("show", "Carmen", "price", 960, "guests", call == 3 ? 0 : 2));
        }
        // an event about nobody is kept, and says so
        api.post("event", map("eventTypeKey", "pageView", "id", "demo-l-" + today + "-" + n++,
                "params", map("url", "https://tickets.example.com/")));
        say("live", n + " events of today: journeys start, wait, end; one is stuck and wants a look");
    }

    private void live(String type, int n, Contact contact, Map<String, Object> params) throws Exception {
        params.put("EmailAddress", contact.email());
        api.post("event", map("eventTypeKey", type, "keyValue", type.charAt(0) + "-" + today + "-" + n,
                "id", "demo-l-" + today + "-" + n, "params", params));
    }

    private Contact anybody() {
        return contacts.get(random.nextInt(contacts.size()));
    }

    private static String slug(String text) {
        return text.toLowerCase(java.util.Locale.ROOT).replaceAll("[^a-z]+", "-");
    }

    private static Map<String, Object> map(Object... namesAndValues) {
        var map = new LinkedHashMap<String, Object>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            map.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return map;
    }

    // what a person sees

    static void say(String what, String text) {
        clear();
        System.out.printf("  %-10s %s%n", what, text);
    }

    private static void progress(String what, int done, int all) {
        if (System.console() != null && System.console().isTerminal()) {
            System.out.printf("\r\033[K  %-10s %d of %d", what, done, all);
            System.out.flush();
        }
    }

    private static void clear() {
        if (System.console() != null && System.console().isTerminal()) {
            System.out.print("\r\033[K");
        }
    }
}
