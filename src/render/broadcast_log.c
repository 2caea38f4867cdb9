/* SPDX-License-Identifier: MIT */
#include "render/broadcast_log.h"

#include "render/view.h"

#include <string.h>

/* One time that something is read. */
typedef struct {
  Date date;
  const char *time; /* "05:30", or "" where nobody said */
  const Document *document;
} Airing;

static int
compare_airs (gconstpointer a, gconstpointer b)
{
  const Airing *one = a;
  const Airing *other = b;
  int order = date_compare (one->date, other->date);

  if (order == 0)
    order = strcmp (one->time, other->time);
  return order ? order : strcmp (one->document->path, other->document->path);
}

/* What its station reads on a day: at its own times what it was sent, at the times of the document
 * what its office issues itself. */
static void
add_day (GArray *airings, const Office *office, const Document *document, Date date)
{
  gboolean is_sent = document->office != office && *office->station.slots;
  const char *const *times = is_sent ? office->station.slots : document->broadcast.times;

  for (guint i = 0; i == 0 || times[i]; i++) {
    Airing airing = { date, times[i] ? times[i] : "", document };
    g_array_append_val (airings, airing);
    if (times[i] == NULL)
      break;
  }
}

static GArray *
airings_of (const Plan *plan, const Output *output)
{
  const GPtrArray *documents = g_hash_table_lookup (plan->airs, output->office);
  GArray *airings = g_array_new (FALSE, FALSE, sizeof (Airing));

  for (guint i = 0; documents && i < documents->len; i++) {
    const Document *document = documents->pdata[i];
    Date until = date_is_set (document->broadcast.until) ? document->broadcast.until
                                                         : document->broadcast.from;
    for (guint day = 1; day <= 31; day++) {
      Date date = { output->month / 12, output->month % 12 + 1, day };
      if (date_exists (date.year, date.month, date.day)
          && date_compare (date, document->broadcast.from) >= 0 && date_compare (date, until) <= 0)
        add_day (airings, output->office, document, date);
    }
  }
  g_array_sort (airings, compare_airs);
  return airings;
}

static Value *
view_airing (const Airing *airing, gboolean is_new_day)
{
  guint seconds = airing->document->broadcast.slot_seconds;
  Value *map = value_map ();

  value_set_text_take (map, "date", is_new_day ? date_short (airing->date) : NULL);
  value_set_text (map, "time", *airing->time ? airing->time : NULL);
  value_set_text (map, "title", airing->document->title);
  value_set_text_take (map, "minutes",
                       seconds ? g_strdup_printf ("%u", (seconds + 59) / 60) : NULL);
  return map;
}

/* What every sheet asks for. */
static void
set_frame (PageContext *page)
{
  Value *document = value_map ();
  Value *print = value_map ();

  value_set_bool (document, "is_draft", FALSE);
  value_set_bool (document, "is_sample", FALSE);
  value_set_bool (print, "bleed", FALSE);
  value_set_bool (print, "is_sparing", FALSE);
  value_set (page->data, "document", document);
  value_set (page->data, "print", print);
}

void
broadcast_log_fill (PageContext *page)
{
  const Output *output = page->output;
  g_autoptr (GArray) airings = airings_of (page->renderer->plan, output);
  Value *log = value_map ();
  Value *list = value_list ();

  page_set (page, "Sổ theo dõi phát thanh", NULL, "vi");
  for (guint i = 0; i < airings->len; i++) {
    const Airing *airing = &g_array_index (airings, Airing, i);
    gboolean is_new_day = i == 0 || date_compare (airing[-1].date, airing->date) != 0;
    view_list_add (list, view_airing (airing, is_new_day));
  }
  view_list_end (list, airings->len);
  value_set_text (log, "station", output->office->station.name);
  value_set_text_take (log, "month", g_strdup_printf ("%u", output->month % 12 + 1));
  value_set_text_take (log, "year", g_strdup_printf ("%u", output->month / 12));
  value_set (log, "airings", list);
  value_set (page->data, "log", log);
  set_frame (page);
}
