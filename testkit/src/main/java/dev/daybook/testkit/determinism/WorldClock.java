package dev.daybook.testkit.determinism;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/**
 * The wall clock of a world. Rewritten code calls it instead of Java's own: a method is named like the one that it
 * stands for, but what is {@code now} of a type there has the type's name here.
 */
public final class WorldClock {
    private static final Clock UTC =
            Clock.offset(Clock.systemUTC(), World.current().ahead());

    private WorldClock() {}

    public static long currentTimeMillis() {
        return UTC.millis();
    }

    public static InstantSource system() {
        return UTC;
    }

    public static Clock system(ZoneId zone) {
        return UTC.withZone(zone);
    }

    public static Clock systemUTC() {
        return UTC;
    }

    public static Clock systemDefaultZone() {
        return system(ZoneId.systemDefault());
    }

    public static Clock tickMillis(ZoneId zone) {
        return Clock.tick(system(zone), Duration.ofMillis(1));
    }

    public static Clock tickSeconds(ZoneId zone) {
        return Clock.tick(system(zone), Duration.ofSeconds(1));
    }

    public static Clock tickMinutes(ZoneId zone) {
        return Clock.tick(system(zone), Duration.ofMinutes(1));
    }

    public static Instant nowInstant() {
        return UTC.instant();
    }

    public static LocalDate nowLocalDate() {
        return LocalDate.now(systemDefaultZone());
    }

    public static LocalDate nowLocalDate(ZoneId zone) {
        return LocalDate.now(system(zone));
    }

    public static LocalTime nowLocalTime() {
        return LocalTime.now(systemDefaultZone());
    }

    public static LocalTime nowLocalTime(ZoneId zone) {
        return LocalTime.now(system(zone));
    }

    public static LocalDateTime nowLocalDateTime() {
        return LocalDateTime.now(systemDefaultZone());
    }

    public static LocalDateTime nowLocalDateTime(ZoneId zone) {
        return LocalDateTime.now(system(zone));
    }

    public static OffsetDateTime nowOffsetDateTime() {
        return OffsetDateTime.now(systemDefaultZone());
    }

    public static OffsetDateTime nowOffsetDateTime(ZoneId zone) {
        return OffsetDateTime.now(system(zone));
    }

    public static OffsetTime nowOffsetTime() {
        return OffsetTime.now(systemDefaultZone());
    }

    public static OffsetTime nowOffsetTime(ZoneId zone) {
        return OffsetTime.now(system(zone));
    }

    public static ZonedDateTime nowZonedDateTime() {
        return ZonedDateTime.now(systemDefaultZone());
    }

    public static ZonedDateTime nowZonedDateTime(ZoneId zone) {
        return ZonedDateTime.now(system(zone));
    }

    public static MonthDay nowMonthDay() {
        return MonthDay.now(systemDefaultZone());
    }

    public static MonthDay nowMonthDay(ZoneId zone) {
        return MonthDay.now(system(zone));
    }

    public static Year nowYear() {
        return Year.now(systemDefaultZone());
    }

    public static Year nowYear(ZoneId zone) {
        return Year.now(system(zone));
    }

    public static YearMonth nowYearMonth() {
        return YearMonth.now(systemDefaultZone());
    }

    public static YearMonth nowYearMonth(ZoneId zone) {
        return YearMonth.now(system(zone));
    }
}
