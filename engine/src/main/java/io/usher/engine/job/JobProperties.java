package io.usher.engine.job;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How jobs are worked.
 *
 * @param atOnce jobs that one engine works at the same time
 * @param pageSize things in a page of work
 * @param turn so long an engine works at one job while others wait
 * @param tries after so many failures at one page the job has failed
 * @param resultKept how long a result can be had
 * @param kept how long a job that has ended is shown
 */
@ConfigurationProperties("usher.job")
public record JobProperties(
        @DefaultValue("2") int atOnce,
        @DefaultValue("500") int pageSize,
        @DefaultValue("10s") Duration turn,
        @DefaultValue("5") int tries,
        @DefaultValue("7d") Duration resultKept,
        @DefaultValue("90d") Duration kept) {}
