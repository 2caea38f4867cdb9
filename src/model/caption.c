/* SPDX-License-Identifier: MIT */
#include "model/caption.h"

#include "text/fold.h"

#include <string.h>

/* Those that another begins with come first. */
static const struct {
  const char *word;
  gboolean is_figure;
} words[] = {
  { "Bảng", FALSE }, { "Biểu đồ", TRUE }, { "Biểu", FALSE },
  { "Hình", TRUE },  { "Sơ đồ", TRUE },   { "Bản đồ", TRUE },
};

gsize
caption_word (const char *text, const char **word, gboolean *is_figure)
{
  for (guint i = 0; i < G_N_ELEMENTS (words); i++) {
    gsize n = strlen (words[i].word);
    if (strncmp (text, words[i].word, n) != 0 || (text[n] != ' ' && text[n] != ':'))
      continue;
    *word = words[i].word;
    *is_figure = words[i].is_figure;
    return n;
  }
  return 0;
}

gsize
caption_number_length (const char *p)
{
  gsize n = strspn (p, "0123456789.");

  while (n > 0 && p[n - 1] == '.')
    n--;
  return n > 0 && g_ascii_isdigit (*p) ? n : 0;
}

gboolean
caption_read (const char *text, Caption *caption)
{
  gsize n = caption_word (text, &caption->word, &caption->is_figure);

  if (n == 0)
    return FALSE;
  const char *p = text + n + strspn (text + n, " ");
  caption->number = p;
  caption->n_number = caption_number_length (p);
  p += caption->n_number;
  if (*p != ':' && (*p != '.' || caption->n_number == 0))
    return FALSE;
  caption->title = p + 1 + strspn (p + 1, " ");
  return *caption->title != '\0';
}

char *
caption_id (const char *word, const char *number, gsize n_number)
{
  g_autofree char *counted = g_strndup (number, n_number);
  g_autofree char *name = text_slug (word);
  g_autofree char *slug = text_slug (counted);
  return g_strconcat (name, "_", slug, NULL);
}

char *
caption_id_of (const char *text)
{
  Caption caption;
  gboolean has_id = caption_read (text, &caption) && caption.n_number > 0;
  return has_id ? caption_id (caption.word, caption.number, caption.n_number) : NULL;
}
