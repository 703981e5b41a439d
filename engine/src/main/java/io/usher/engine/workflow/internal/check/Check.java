package io.usher.engine.workflow.internal.check;

import io.usher.engine.workflow.internal.drawing.DrawingProblem;
import java.util.List;

/** One family of things that can be wrong. */
interface Check {

    List<DrawingProblem> check(Subject subject);
}
