package io.usher.engine.bench;

import java.util.List;

/** One bench: a small class that makes what it needs in an empty house and names its contests. */
interface Bench {

    /** What is measured and against what, in a sentence or two. */
    String about();

    /** Fills the house; called once, before any round. */
    List<Contest> contests(House house) throws Exception;
}
