/* SPDX-License-Identifier: MIT */
#include "render/events.h"

#include "model/document_facts.h"

static GDateWeekday
weekday_of (Date date)
{
  GDate day;

  g_date_clear (&day, 1);
  g_date_set_dmy (&day, date.day, date.month, date.year);
  return g_date_get_weekday (&day);
}

static const char *
weekday_name (Date date)
{
  static const char *const names[] = { "", "Thứ Hai", "Thứ Ba", "Thứ Tư", "Thứ Năm",
                                       "Thứ Sáu", "Thứ Bảy", "Chủ nhật" };
  return names[weekday_of (date)];
}

/* Days from one to the other. */
static gint64
days_between (Date from, Date to)
{
  return (moment_of_date (to) - moment_of_date (from)) / 86400;
}

char *
event_when (const Phase *phase)
{
  g_autofree char *from = date_short (phase->from);
  GString *text = g_string_new (weekday_name (phase->from));

  g_string_append_printf (text, ", %s", from);
  if (date_is_set (phase->until) && date_compare (phase->from, phase->until) != 0) {
    g_autofree char *until = date_short (phase->until);
    g_string_append_printf (text, " – %s, %s", weekday_name (phase->until), until);
  }
  if (phase->hours)
    g_string_append_printf (text, ", %s", phase->hours);
  return g_string_free (text, FALSE);
}

const char *
event_group (const Document *document, Date today)
{
  const Phase *phase = document_next_phase (document, today);

  if (phase == NULL)
    return NULL;
  gint64 days = days_between (today, phase->from);
  if (days <= 0)
    return "Hôm nay";
  if (days == 1)
    return "Ngày mai";
  return days <= G_DATE_SUNDAY - (gint64) weekday_of (today) ? "Trong tuần này" : "Sắp tới";
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
  value_set_text_take (map, "when", event_when (phase));
  value_set_text (map, "where", where);
  value_set_text_take (map, "areas", areas->len > 1 ? g_strjoinv (", ", (char **) areas->pdata)
                                                       : NULL);
  value_set_text (map, "group", event_group (document, today));
  return map;
}
