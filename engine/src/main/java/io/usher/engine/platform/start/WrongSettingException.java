package io.usher.engine.platform.start;

/** A setting that the engine cannot start with; the message names it as people set it and says what is wrong, never its value if secret. */
public final class WrongSettingException extends RuntimeException {

    private final String setting;

    public WrongSettingException(String setting, String problem) {
        super(setting + " " + problem);
        this.setting = setting;
    }

    /** Its name in the environment. */
    public String setting() {
        return setting;
    }
}
