/* SPDX-License-Identifier: MIT */
#include "model/details.h"

static const char *const none[] = { NULL };

static char *
phase_text (const Phase *phase)
{
  g_autofree char *from = date_short (phase->from);
  g_autofree char *until = date_is_set (phase->until) ? date_short (phase->until) : NULL;
  const char *comma = phase->hours ? ", " : "";
  const char *hours = phase->hours ? phase->hours : "";

  return until && date_compare (phase->from, phase->until) != 0
           ? g_strdup_printf ("từ ngày %s đến ngày %s%s%s", from, until, comma, hours)
           : g_strdup_printf ("ngày %s%s%s", from, comma, hours);
}

static void
detail_clear (gpointer data)
{
  g_ptr_array_unref (((Detail *) data)->texts);
}

static void
add (GArray *details, const char *id, const char *label, const char *single,
     const char *const *several)
{
  if (several == NULL)
    several = none;
  if (single == NULL && *several == NULL)
    return;
  Detail detail = { id, label, FALSE, g_ptr_array_new_with_free_func (g_free) };
  if (single)
    g_ptr_array_add (detail.texts, g_strdup (single));
  for (; *several; several++)
    g_ptr_array_add (detail.texts, g_strdup (*several));
  g_array_append_val (details, detail);
}

GArray *
details_new (const Document *document)
{
  const Details *said = &document->details;
  GArray *details = g_array_new (FALSE, FALSE, sizeof (Detail));
  g_autoptr (GPtrArray) phases = g_ptr_array_new_with_free_func (g_free);

  g_array_set_clear_func (details, detail_clear);
  for (guint i = 0; i < document->n_phases; i++)
    if (date_is_set (document->phases[i].from))
      g_ptr_array_add (phases, phase_text (&document->phases[i]));
  g_ptr_array_add (phases, NULL);
  add (details, "phases", "Thời gian", NULL, (const char *const *) phases->pdata);
  for (guint i = 0; i < details->len; i++)
    g_array_index (details, Detail, i).is_long = TRUE;
  if (document->kind == KIND_NOTICE)
    add (details, "where", "Địa điểm", said->where, NULL);
  add (details, "areas", "Khu vực", NULL, said->areas);
  add (details, "who", document->kind == KIND_NOTICE ? "Dành cho" : "Ai làm được", said->who, NULL);
  add (details, "needs", "Bạn cần có", NULL, said->needs);
  add (details, "duration", "Mất bao lâu", said->duration, NULL);
  add (details, "fee", "Lệ phí", said->fee, NULL);
  if (document->kind != KIND_NOTICE)
    add (details, "where", "Ở đâu", said->where, NULL);
  add (details, "hours", "Giờ làm việc", said->hours, NULL);
  add (details, "help_points", "Điểm hỗ trợ", NULL, said->help_points);
  add (details, "contacts", "Liên hệ", NULL, said->contacts);
  return details;
}
