package io.usher.designer.canvas;

import com.vaadin.flow.router.RouteConfiguration;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Component;

/** Puts the canvas bench at its address, where a test asks for it. */
@Component
@ConditionalOnBooleanProperty("usher.designer.canvas-bench")
class CanvasBenchRoute implements VaadinServiceInitListener {

    @Override
    public void serviceInit(ServiceInitEvent event) {
        RouteConfiguration.forApplicationScope().setAnnotatedRoute(CanvasBench.class);
    }
}
