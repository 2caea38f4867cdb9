/* SPDX-License-Identifier: MIT */
#include "render/broadcasts.h"

#include "model/web.h"
#include "render/airings.h"
#include "render/events.h"
#include "render/view.h"
#include "text/fill.h"

#include <string.h>

#define DAYS_OF_WEEK          7
#define AIRINGS_ON_HOME_PAGE  6
#define STATIONS_NAMED        3 /* of those that read the same at the same time */

/* Monday of the week of `now`. */
static Date
first_day (const Site *site)
{
  Date today = date_of_moment (site->now);
  return date_plus (today, G_DATE_MONDAY - (int) event_weekday (today));
}

/* --- what is read --- */

static Value *
view_station_link (const Office *office)
{
  Value *map = value_map ();

  value_set_text (map, "name", office->station.name);
  value_set_text (map, "office_name", office->name);
  value_set_text_take (map, "href", plan_station_path (office));
  return map;
}

/* What stations read at once is one line: `n` airings that differ in the station alone. */
static Value *
view_airing (const Airing *airings, guint n)
{
  const Document *document = airings->document;
  Value *map = value_map ();
  Value *stations = value_list ();
  guint n_named = MIN (n, STATIONS_NAMED);

  value_set_text (map, "time", *airings->time ? airings->time : NULL);
  value_set_text (map, "title", document->title);
  value_set_text (map, "href", document_has_page (document) ? document->href : NULL);
  value_set_text_take (map, "minutes", airing_minutes (document));
  value_set_text_take (map, "script_href", plan_script_path (document, airings->office));
  for (guint i = 0; i < n_named; i++)
    view_list_add (stations, view_station_link (airings[i].office));
  view_list_end (stations, n_named);
  value_set (map, "stations", stations);
  value_set_text_take (map, "more", n > n_named ? g_strdup_printf ("%u", n - n_named) : NULL);
  return map;
}

static gboolean
is_same_time (const Airing *one, const Airing *other)
{
  return date_compare (one->date, other->date) == 0 && strcmp (one->time, other->time) == 0
         && one->document == other->document;
}

/* Those of one day, beginning at `*next`, which then is the first behind them; at most `most`. */
static Value *
view_day (const GArray *airings, Date date, guint *next, guint most)
{
  Value *list = value_list ();

  while (*next < airings->len
         && date_compare (g_array_index (airings, Airing, *next).date, date) == 0
         && value_length (list) < most) {
    const Airing *first = &g_array_index (airings, Airing, *next);
    guint n = 1;
    while (*next + n < airings->len && is_same_time (first, first + n))
      n++;
    view_list_add (list, view_airing (first, n));
    *next += n;
  }
  view_list_end (list, value_length (list));
  return list;
}

/* --- the week --- */

/* `week`: `title`, `days` (list of `title`, `name`, `number`, `id`, `is_today`, `airings`). */
static void
set_week (PageContext *page, const GArray *airings, Date monday)
{
  const Site *site = page->renderer->site;
  Date today = date_of_moment (site->now);
  Value *week = value_map ();
  Value *days = value_list ();
  guint next = 0;
  g_autofree char *from = date_short (monday);
  g_autofree char *until = date_short (date_plus (monday, DAYS_OF_WEEK - 1));

  for (guint i = 0; i < DAYS_OF_WEEK; i++) {
    Date date = date_plus (monday, i);
    Value *day = value_map ();
    g_autofree char *full = date_short (date);
    const char *name = event_weekday_name (site, date, "vi");
    value_set_text_take (day, "title", g_strdup_printf ("%s, %s", name, full));
    value_set_text (day, "name", name);
    value_set_text_take (day, "number", g_strndup (full, strlen ("dd/mm")));
    value_set_text_take (day, "id", g_strdup_printf ("ngay-%u", i + 1));
    value_set_bool (day, "is_today", date_compare (date, today) == 0);
    value_set (day, "airings", view_day (airings, date, &next, G_MAXUINT));
    view_list_add (days, day);
  }
  view_list_end (days, DAYS_OF_WEEK);
  value_set_text_take (
    week, "title",
    text_fill (site_text (site, "vi", "week_title"), "from", from, "until", until, NULL));
  value_set_bool (week, "is_empty", airings->len == 0);
  value_set (week, "days", days);
  value_set (page->data, "week", week);
}

/* Too many stations for a list are found by their offices. */
static Value *
view_stations (const Plan *plan)
{
  Value *list = value_list ();
  guint n = plan->stations->len <= PLAN_OFFICES_A_PAGE ? plan->stations->len : 0;

  for (guint i = 0; i < n; i++)
    view_list_add (list, view_station_link (plan->stations->pdata[i]));
  view_list_end (list, n);
  return list;
}

void
broadcasts_fill_week (PageContext *page)
{
  const Site *site = page->renderer->site;
  const Plan *plan = page->renderer->plan;
  Date monday = first_day (site);
  g_autoptr (GArray) airings = airings_of_all (plan, monday, date_plus (monday, DAYS_OF_WEEK - 1));
  g_autofree char *description =
    text_fill (site_text (site, "vi", "broadcasts_description"), "site", site->title, NULL);

  page_set_by_product (page, description, "vi");
  set_week (page, airings, monday);
  value_set (page->data, "stations", view_stations (plan));
}

void
broadcasts_fill_station (PageContext *page)
{
  const Office *office = page->output->office;
  const Site *site = page->renderer->site;
  const char *station = office->station.name;
  Date monday = first_day (site);
  g_autoptr (GArray) airings =
    airings_of (page->renderer->plan, office, monday, date_plus (monday, DAYS_OF_WEEK - 1));
  g_autofree char *title =
    text_fill (site_text (site, "vi", "station_title"), "station", station, NULL);
  g_autofree char *description =
    text_fill (site_text (site, "vi", "station_description"), "station", station, NULL);

  page_set (page, title, description, "vi");
  set_week (page, airings, monday);
  value_set_text_take (page->data, "calendar_href", plan_calendar_path (office));
}

void
broadcasts_set_today (PageContext *page)
{
  Date today = date_of_moment (page->renderer->site->now);
  g_autoptr (GArray) airings = airings_of_all (page->renderer->plan, today, today);
  guint next = 0;

  value_set (page->data, "airings", view_day (airings, today, &next, AIRINGS_ON_HOME_PAGE));
}

/* --- the calendar --- */

#define LINE_LENGTH     75 /* bytes; RFC 5545, 3.1 */
#define USUAL_SECONDS   300

/* A line of it, folded where it is too long, never within a character. */
static void
add_line (GString *out, const char *name, const char *text)
{
  g_autofree char *line = g_strconcat (name, text, NULL);
  guint room = LINE_LENGTH;
  const char *p = line;

  while (strlen (p) > room) {
    const char *end = p + room;
    while ((*end & 0xC0) == 0x80)
      end--;
    g_string_append_len (out, p, end - p);
    g_string_append (out, "\r\n ");
    p = end;
    room = LINE_LENGTH - 1;
  }
  g_string_append (out, p);
  g_string_append (out, "\r\n");
}

/* Text as a value (3.3.11). */
static void
add_text (GString *out, const char *name, const char *text)
{
  g_autoptr (GString) escaped = g_string_new (NULL);

  for (const char *p = text; *p; p++) {
    if (strchr ("\\;,", *p))
      g_string_append_c (escaped, '\\');
    g_string_append_c (escaped, *p);
  }
  add_line (out, name, escaped->str);
}

/* “20261126”, or with a time of day “20261126T053000”. Caller frees. */
static char *
stamp (Date date, const char *time)
{
  return *time ? g_strdup_printf ("%04d%02d%02dT%.2s%.2s00", date.year, date.month, date.day, time,
                                  time + strlen ("05:"))
               : g_strdup_printf ("%04d%02d%02d", date.year, date.month, date.day);
}

/* A rule ends at a moment in UTC where its events have an hour (3.3.10). */
static void
add_days (GString *out, const Document *document, const char *time)
{
  Date first = document->broadcast.from, last = document_last_airing (document, time);
  g_autofree char *start = stamp (first, time);
  g_autofree char *end = stamp (last, "");

  add_line (out, *time ? "DTSTART;TZID=Asia/Ho_Chi_Minh:" : "DTSTART;VALUE=DATE:", start);
  if (*time) {
    g_autofree char *length = g_strdup_printf (
      "PT%uS", document->broadcast.slot_seconds ? document->broadcast.slot_seconds : USUAL_SECONDS);
    add_line (out, "DURATION:", length);
  }
  if (date_compare (first, last) != 0) {
    g_autofree char *rule =
      g_strdup_printf ("FREQ=DAILY;UNTIL=%s%s", end, *time ? "T165959Z" : "");
    add_line (out, "RRULE:", rule);
  }
}

/* The stamp is that of the first day, not of the build: the same content makes the same file. */
static void
add_event (const Site *site, const Office *office, const Document *document, const char *time,
           GString *out)
{
  g_autofree char *host = site->base_url ? web_host (site->base_url) : NULL;
  g_autofree char *uid =
    g_strdup_printf ("%s-%.2s%s-%s@%s", document->href, time, *time ? time + strlen ("05:") : "",
                     office->id, host ? host : "loa");
  g_autofree char *made = stamp (document->broadcast.from, "00:00");
  g_autofree char *zulu = g_strconcat (made, "Z", NULL);
  g_autofree char *url = document_has_page (document) ? site_url (site, document->href) : NULL;

  add_line (out, "BEGIN:", "VEVENT");
  add_line (out, "UID:", uid);
  add_line (out, "DTSTAMP:", zulu);
  add_days (out, document, time);
  add_text (out, "SUMMARY:", document->title);
  add_text (out, "LOCATION:", office->station.name);
  if (url)
    add_line (out, "URL:", url);
  add_line (out, "TRANSP:", "TRANSPARENT");
  add_line (out, "END:", "VEVENT");
}

void
broadcasts_calendar (const Site *site, const Plan *plan, const Output *output, GString *out)
{
  const Office *office = output->office;
  const GPtrArray *documents = g_hash_table_lookup (plan->airs, office);

  g_string_append (out, "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//loa//loa//VI\r\n"
                        "CALSCALE:GREGORIAN\r\n");
  add_text (out, "X-WR-CALNAME:", office->station.name);
  g_string_append (out, "BEGIN:VTIMEZONE\r\nTZID:Asia/Ho_Chi_Minh\r\nBEGIN:STANDARD\r\n"
                        "DTSTART:19750613T000000\r\nTZOFFSETFROM:+0700\r\nTZOFFSETTO:+0700\r\n"
                        "TZNAME:+07\r\nEND:STANDARD\r\nEND:VTIMEZONE\r\n");
  for (guint i = 0; i < documents->len; i++) {
    const Document *document = documents->pdata[i];
    for (const char *const *times = airing_times (office, document); *times; times++)
      if (date_compare (document->broadcast.from, document_last_airing (document, *times)) <= 0)
        add_event (site, office, document, *times, out);
  }
  add_line (out, "END:", "VCALENDAR");
}
