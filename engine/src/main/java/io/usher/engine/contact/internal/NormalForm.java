package io.usher.engine.contact.internal;

import java.util.List;

/** What became of a text that should name somebody. */
sealed interface NormalForm {

    /** The one spelling that is stored and compared; the notes say what had to be guessed or left out to come to it. */
    record Usable(String value, List<String> notes) implements NormalForm {

        public Usable {
            notes = List.copyOf(notes);
        }
    }

    /** It names nobody. */
    record Unusable(String why) implements NormalForm {}
}
