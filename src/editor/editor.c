/* SPDX-License-Identifier: MIT */
#include "editor/editor.h"

#include "editor/access.h"
#include "editor/compare.h"
#include "editor/dates.h"
#include "editor/decree.h"
#include "editor/encoding.h"
#include "editor/figures.h"
#include "editor/linkage.h"
#include "editor/marks.h"
#include "editor/people.h"
#include "editor/words.h"
#include "speech/legacy.h"

struct Editor {
  const Site *site;
  Wordlist *words; /* NULL: nobody asks */
  Comparison *comparison;
  Linkage *linkage;
  gboolean errors_only;
};

Editor *
editor_new (const Site *site, gboolean errors_only)
{
  Editor *editor = g_new0 (Editor, 1);

  *editor = (Editor){ site, errors_only ? NULL : wordlist_new (site), comparison_new (site),
                      linkage_new (site), errors_only };
  return editor;
}

void
editor_free (Editor *editor)
{
  if (editor == NULL)
    return;
  wordlist_free (editor->words);
  comparison_free (editor->comparison);
  linkage_free (editor->linkage);
  g_free (editor);
}

/* What stops a build is looked for in every build; the rest when it is asked for. */
static void
read_rest (const Editor *editor, const Review *review)
{
  words_read (review, editor->words);
  marks_read (review);
  dates_read (review);
  figures_read (review);
  decree_parts_read (review);
  decree_text_read (review);
  decree_usage_read (review, editor->words);
  units_read (review);
  capitals_read (review);
  access_read (review);
  linkage_read (editor->linkage, review);
  comparison_add (editor->comparison, review->manuscript);
}

/* A glance at the bytes: most texts hold nothing that could stop a build, and cost no more than
 * this. Letters that only look like ours begin with bytes ours do not. */
static gboolean
may_stop (const Source *source)
{
  static const guint8 is_telling[256] = {
    ['0' ... '9'] = 1, [0xC3 ... 0xC4] = 1, [0xC9] = 1, [0xCE ... 0xD3] = 1, [0xEF] = 1
  };
  const guchar *text = (const guchar *) source->text;
  gsize offset;
  guint n_digits = 0;

  for (gsize i = 0; i < source->length; i++) {
    guchar c = text[i], next = text[i + 1];
    if (!is_telling[c]) {
      n_digits = 0;
      continue;
    }
    n_digits = g_ascii_isdigit (c) ? n_digits + 1 : 0;
    if (n_digits >= 9 || (c >= 0xCE && c <= 0xD3) || (c == 0xEF && (next == 0xBC || next == 0xBD))
        || (c == 0xC3 && (next == 0xB0 || next == 0x90)) || (c == 0xC4 && next == 0xB1)
        || (c == 0xC9 && next == 0xA1))
      return TRUE;
  }
  return legacy_find (source->text, source->length, &offset) != LEGACY_NONE;
}

void
editor_read (Editor *editor, const Document *document, const Source *source, cmark_node *root,
             GArray *edits, Report *report)
{
  if (editor->errors_only && !may_stop (source))
    return;
  g_autoptr (Manuscript) manuscript = manuscript_new (editor->site, document, source, root);
  const Review review = { manuscript, report, edits, editor->errors_only };

  encoding_read (&review);
  alphabets_read (&review);
  people_read (&review);
  if (!editor->errors_only)
    read_rest (editor, &review);
}

void
editor_compare (Editor *editor, Report *report)
{
  comparison_report (editor->comparison, report);
  linkage_report (editor->linkage, report);
}

GPtrArray *
editor_outer_links (Editor *editor)
{
  return linkage_outer (editor->linkage);
}
