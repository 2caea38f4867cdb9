/* SPDX-License-Identifier: MIT */
#include "render/events.h"

#include "model/document_facts.h"

GDateWeekday
event_weekday (Date date)
{
  GDate day;

  g_date_clear (&day, 1);
  g_date_set_dmy (&day, date.day, date.month, date.year);
  return g_date_get_weekday (&day);
}

const char *
event_weekday_name (const Site *site, Date date, const char *lang)
{
  static const char *const keys[] = { NULL,    "day_1", "day_2", "day_3",
                                      "day_4", "day_5", "day_6", "day_7" };
  return site_text (site, lang, keys[event_weekday (date)]);
}

char *
event_when (const Site *site, const Phase *phase, const char *lang)
{
  g_autofree char *from = date_short (phase->from);
  GString *text = g_string_new (event_weekday_name (site, phase->from, lang));

  g_string_append_printf (text, ", %s", from);
  if (date_is_set (phase->until) && date_compare (phase->from, phase->until) != 0) {
    g_autofree char *until = date_short (phase->until);
    g_string_append_printf (text, " – %s, %s", event_weekday_name (site, phase->until, lang),
                            until);
  }
  if (phase->hours)
    g_string_append_printf (text, ", %s", phase->hours);
  return g_string_free (text, FALSE);
}

const char *
event_group (const Site *site, const Document *document, Date today)
{
  const Phase *phase = document_next_phase (document, today);

  if (phase == NULL)
    return NULL;
  int days = date_difference (today, phase->from);
  if (days <= 0)
    return site_text (site, "vi", "today");
  if (days == 1)
    return site_text (site, "vi", "tomorrow");
  return site_text (site, "vi",
                    days <= G_DATE_SUNDAY - (int) event_weekday (today) ? "this_week" : "later");
}

Value *
view_event (const Site *site, const Document *document)
{
  Date today = date_of_moment (site->now);
  const Phase *phase = document_next_phase (document, today);
  const FactScope scope = document_scope (site, document, document->office);

  if (phase == NULL)
    return value_null ();
  Value *map = value_map ();
  g_autoptr (GPtrArray) areas = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *where =
    document->details.where ? fact_fill (&scope, document->details.where) : NULL;
  for (const char *const *area = document->details.areas; *area; area++)
    g_ptr_array_add (areas, fact_fill (&scope, *area));
  g_ptr_array_add (areas, NULL);
  value_set_text_take (map, "when", event_when (site, phase, document->lang));
  value_set_text (map, "where", where);
  value_set_text_take (map, "areas", areas->len > 1 ? g_strjoinv (", ", (char **) areas->pdata)
                                                       : NULL);
  value_set_text (map, "group", event_group (site, document, today));
  return map;
}
