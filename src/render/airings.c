/* SPDX-License-Identifier: MIT */
#include "render/airings.h"

#include <string.h>

const char *const *
airing_times (const Office *office, const Document *document)
{
  static const char *const unsaid[] = { "", NULL };
  /* What was sent, and what does not say when, is read when the station is on the air. */
  gboolean has_own = document->office == office && *document->broadcast.times;
  const char *const *times =
    has_own || *office->station.slots == NULL ? document->broadcast.times : office->station.slots;

  return *times ? times : unsaid;
}

char *
airing_minutes (const Document *document)
{
  guint seconds = document->broadcast.slot_seconds;
  return seconds ? g_strdup_printf ("%u", (seconds + 59) / 60) : NULL;
}

static int
compare_airings (gconstpointer a, gconstpointer b)
{
  const Airing *one = a;
  const Airing *other = b;
  int order = date_compare (one->date, other->date);

  if (order == 0)
    order = strcmp (one->time, other->time);
  if (order == 0)
    order = strcmp (one->document->path, other->document->path);
  return order ? order : strcmp (one->office->id, other->office->id);
}

static void
add_day (GArray *airings, const Office *office, const Document *document, Date date)
{
  for (const char *const *times = airing_times (office, document); *times; times++) {
    const Airing airing = { date, *times, document, office };
    if (date_compare (date, document_last_airing (document, *times)) <= 0)
      g_array_append_val (airings, airing);
  }
}

static void
add_station (GArray *airings, const Plan *plan, const Office *office, Date from, Date until)
{
  const GPtrArray *documents = g_hash_table_lookup (plan->airs, office);

  for (guint i = 0; documents && i < documents->len; i++) {
    const Document *document = documents->pdata[i];
    Date first = document->broadcast.from, last = document_last_airing (document, "");
    for (Date date = date_compare (first, from) < 0 ? from : first;
         date_compare (date, last) <= 0 && date_compare (date, until) <= 0;
         date = date_plus (date, 1))
      add_day (airings, office, document, date);
  }
}

GArray *
airings_of (const Plan *plan, const Office *office, Date from, Date until)
{
  GArray *airings = g_array_new (FALSE, FALSE, sizeof (Airing));

  add_station (airings, plan, office, from, until);
  g_array_sort (airings, compare_airings);
  return airings;
}

GArray *
airings_of_all (const Plan *plan, Date from, Date until)
{
  GArray *airings = g_array_new (FALSE, FALSE, sizeof (Airing));

  for (guint i = 0; i < plan->stations->len; i++)
    add_station (airings, plan, plan->stations->pdata[i], from, until);
  g_array_sort (airings, compare_airings);
  return airings;
}
