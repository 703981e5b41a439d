package io.usher.designer.list;

/** What an element scrolls in: a margin around what is in view counts only for that, not for the window beyond it. */
final class Scroller {

    /** {@code scrollerOf(element)}: the nearest that scrolls around it, also behind a slot; null where that is the window. */
    static final String OF = """
            const scrollerOf = (element) => {
              const around = (each) => each.assignedSlot ?? each.parentElement ?? each.getRootNode().host ?? null;
              let each = around(element);
              while (each && !/auto|scroll/.test(getComputedStyle(each).overflowY)) each = around(each);
              return each === document.documentElement || each === document.body ? null : each;
            };
            """;

    private Scroller() {}
}
