package io.usher.connectors.channel;

import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;

/** The text of an HTML mail for readers that show none: a line for each block, links with their addresses. */
public final class PlainText {

    private static final Set<String> OWN_LINE = Set.of(
            "p", "div", "h1", "h2", "h3", "h4", "h5", "h6", "tr", "ul", "ol", "table", "blockquote", "hr", "section");

    private PlainText() {}

    public static String of(String html) {
        var body = Jsoup.parse(html).body();
        body.select("style, script, head, title").remove();
        var text = new StringBuilder();
        body.traverse(new Writer(text));
        return text.toString()
                .replaceAll("[ \\t\\u00a0]+", " ")
                .replaceAll(" ?\n ?", "\n")
                .replaceAll("\n{3,}", "\n\n")
                .strip();
    }

    private record Writer(StringBuilder text) implements NodeVisitor {

        @Override
        public void head(Node node, int depth) {
            switch (node) {
                case TextNode words -> text.append(words.getWholeText().replaceAll("\\s+", " "));
                case Element element when element.normalName().equals("br") -> text.append('\n');
                case Element element when element.normalName().equals("li") -> text.append("\n- ");
                case Element element when OWN_LINE.contains(element.normalName()) -> text.append('\n');
                case Element element when element.normalName().equals("td") -> text.append(' ');
                case Element element when element.normalName().equals("img") -> text.append(element.attr("alt"));
                default -> {}
            }
        }

        @Override
        public void tail(Node node, int depth) {
            if (!(node instanceof Element element)) {
                return;
            }
            if (element.normalName().equals("a") && element.hasAttr("href")) {
                var address = element.attr("href");
                if (!address.startsWith("#") && !element.text().equals(address)) {
                    text.append(" (").append(address).append(')');
                }
            } else if (OWN_LINE.contains(element.normalName())) {
                text.append('\n');
            }
        }
    }
}
