/* SPDX-License-Identifier: MIT */
#include "model/document.h"

#include <stdlib.h>
#include <string.h>

static const struct {
  const char *id, *word, *template;
} kinds[] = {
  [KIND_BULLETIN] = { "bulletin", "Bản tin", "web/bulletin" },
  [KIND_GUIDE] = { "guide", "Hướng dẫn", "web/guide" },
  [KIND_LETTER] = { "letter", "Công văn", "web/letter" },
  [KIND_CHECKLIST] = { "checklist", "Biểu theo dõi", "web/checklist" },
  [KIND_PAGE] = { "page", "Trang", "web/page" },
  [KIND_PROGRAMME] = { "programme", "Chương trình phát thanh", "web/programme" },
  [KIND_QUESTION] = { "question", "Hỏi đáp", "web/question" },
  [KIND_NOTICE] = { "notice", "Thông báo", "web/notice" },
};
G_STATIC_ASSERT (G_N_ELEMENTS (kinds) == N_KINDS);

const char *
document_kind_id (DocumentKind kind)
{
  return kinds[kind].id;
}

const char *
document_kind_word (DocumentKind kind)
{
  return kinds[kind].word;
}

const char *
document_kind_template (DocumentKind kind)
{
  return kinds[kind].template;
}

const char *
document_colour (const Document *document)
{
  if (document == NULL)
    return NULL;
  if (document->campaign && document->campaign->colour)
    return document->campaign->colour;
  return document->office ? document->office->colour : NULL;
}

Date
phase_last_day (const Phase *phase)
{
  return date_is_set (phase->until) ? phase->until : phase->from;
}

const Phase *
document_next_phase (const Document *document, Date today)
{
  const Phase *next = NULL;

  for (guint i = 0; document->kind == KIND_NOTICE && i < document->n_phases; i++) {
    const Phase *phase = &document->phases[i];
    if (date_compare (phase_last_day (phase), today) >= 0
        && (next == NULL || date_compare (phase->from, next->from) < 0))
      next = phase;
  }
  return next;
}

static gint64
part_number (const Document *document)
{
  return document->series.number ? g_ascii_strtoll (document->series.number, NULL, 10)
                                 : G_MAXINT64;
}

int
document_compare_newest (gconstpointer a, gconstpointer b)
{
  const Document *one = *(const Document *const *) a, *other = *(const Document *const *) b;
  int order = date_compare (other->date, one->date);
  return order ? order : strcmp (one->path, other->path);
}

int
document_compare_parts (gconstpointer a, gconstpointer b)
{
  const Document *one = *(const Document *const *) a, *other = *(const Document *const *) b;

  if (part_number (one) != part_number (other))
    return part_number (one) < part_number (other) ? -1 : 1;
  int order = date_compare (one->date, other->date);
  return order ? order : strcmp (one->path, other->path);
}

Date
broadcast_last_day (const Broadcast *broadcast)
{
  return date_is_set (broadcast->until) ? broadcast->until : broadcast->from;
}

/* Seconds from midnight to "05:30". */
static Moment
seconds_of (const char *time)
{
  const char *colon = strchr (time, ':');
  return colon ? (atoi (time) * 60 + atoi (colon + 1)) * 60 : 0;
}

Date
document_last_airing (const Document *document, const char *time)
{
  Date last = broadcast_last_day (&document->broadcast);
  Date end;

  if (document->expires == MOMENT_NONE)
    return last;
  end = date_of_moment (document->expires - 1 - seconds_of (time));
  return date_compare (end, last) < 0 ? end : last;
}

/* Until the week is over in which it is read for the last time, and a little longer. */
static gboolean
is_on_air (const Document *document, Moment now)
{
  Date end = date_plus (broadcast_last_day (&document->broadcast), 7);
  return date_compare (date_of_moment (now), end) <= 0;
}

gboolean
document_changes_tomorrow (const Document *document, Moment now)
{
  return document_next_phase (document, date_of_moment (now))
         || (date_is_set (document->broadcast.from) && is_on_air (document, now));
}

gboolean
document_is_expired (const Document *document, Moment now)
{
  return document->expires != MOMENT_NONE && document->expires <= now;
}

gboolean
lang_is_vietnamese (const char *lang)
{
  return g_str_has_prefix (lang, "vi") && (lang[2] == '\0' || lang[2] == '-');
}
