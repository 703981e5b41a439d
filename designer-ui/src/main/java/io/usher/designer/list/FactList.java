package io.usher.designer.list;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.DescriptionList.Description;
import com.vaadin.flow.component.html.DescriptionList.Term;
import com.vaadin.flow.component.html.Span;
import org.jspecify.annotations.Nullable;

/** A list of names and values of one thing, one beside the other; a value that is missing has no line. */
public class FactList extends DescriptionList {

    public FactList() {
        addClassName("us-facts");
    }

    public FactList put(String name, @Nullable String value) {
        return value == null || value.isBlank() ? this : put(name, new Span(value));
    }

    public FactList put(String name, Component value) {
        add(new Term(name), new Description(value));
        return this;
    }
}
