package io.usher.engine.shared;

/** Carries a {@link Problem} to the edge, where it becomes the answer. Made by {@link Problems}. */
public final class ProblemException extends RuntimeException {

    private final transient Problem problem;

    public ProblemException(Problem problem) {
        super(problem.code() + ": " + problem.detail());
        this.problem = problem;
    }

    public Problem problem() {
        return problem;
    }
}
