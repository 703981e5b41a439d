package io.usher.engine.platform.mongo;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** @param readLimit how long the server may look for one page of an answer; a designer gives up after 10 seconds */
@ConfigurationProperties("usher.mongo")
record MongoProperties(@DefaultValue("8s") Duration readLimit) {}
