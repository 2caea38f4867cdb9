/* SPDX-License-Identifier: MIT */
#include "render/broadcast_log.h"

#include "render/airings.h"
#include "render/view.h"

/* The month of the sheet, from its first to its last day. */
static GArray *
airings_of_month (const Plan *plan, const Output *output)
{
  gint16 year = output->month / 12;
  gint8 month = output->month % 12 + 1;
  gint8 last = 31;

  while (!date_exists (year, month, last))
    last--;
  return airings_of (plan, output->office, (Date){ year, month, 1 }, (Date){ year, month, last });
}

static Value *
view_airing (const Airing *airing, gboolean is_new_day)
{
  Value *map = value_map ();

  value_set_text_take (map, "date", is_new_day ? date_short (airing->date) : NULL);
  value_set_text (map, "time", *airing->time ? airing->time : NULL);
  value_set_text (map, "title", airing->document->title);
  value_set_text_take (map, "minutes", airing_minutes (airing->document));
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
  g_autoptr (GArray) airings = airings_of_month (page->renderer->plan, output);
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
