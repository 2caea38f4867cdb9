/* SPDX-License-Identifier: MIT */
#include "render/airings.h"

#include <string.h>

Date
airing_last_day (const Document *document)
{
  const Broadcast *broadcast = &document->broadcast;
  return date_is_set (broadcast->until) ? broadcast->until : broadcast->from;
}

const char *const *
airing_times (const Office *office, const Document *document)
{
  gboolean is_sent = document->office != office && *office->station.slots;
  return is_sent ? office->station.slots : document->broadcast.times;
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
  static const char *const unsaid[] = { "", NULL };
  const char *const *times = airing_times (office, document);

  for (times = *times ? times : unsaid; *times; times++) {
    const Airing airing = { date, *times, document, office };
    g_array_append_val (airings, airing);
  }
}

static Date
day_after (Date date)
{
  return date_of_moment (moment_after_date (date));
}

static void
add_station (GArray *airings, const Plan *plan, const Office *office, Date from, Date until)
{
  const GPtrArray *documents = g_hash_table_lookup (plan->airs, office);

  for (guint i = 0; documents && i < documents->len; i++) {
    const Document *document = documents->pdata[i];
    Date first = document->broadcast.from, last = airing_last_day (document);
    for (Date date = date_compare (first, from) < 0 ? from : first;
         date_compare (date, last) <= 0 && date_compare (date, until) <= 0; date = day_after (date))
      if (!document_is_expired (document, moment_of_date (date)))
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
