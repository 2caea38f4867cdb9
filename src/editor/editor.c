/* SPDX-License-Identifier: MIT */
#include "editor/editor.h"

#include "editor/dates.h"
#include "editor/decree.h"
#include "editor/figures.h"
#include "editor/marks.h"
#include "editor/words.h"

struct Editor {
  const Site *site;
  Wordlist *words;
  gboolean errors_only;
};

Editor *
editor_new (const Site *site, gboolean errors_only)
{
  Editor *editor = g_new0 (Editor, 1);

  *editor = (Editor){ site, wordlist_new (site), errors_only };
  return editor;
}

void
editor_free (Editor *editor)
{
  if (editor == NULL)
    return;
  wordlist_free (editor->words);
  g_free (editor);
}

void
editor_read (Editor *editor, const Document *document, const Source *source, cmark_node *root,
             GArray *edits, Report *report)
{
  g_autoptr (Manuscript) manuscript = manuscript_new (editor->site, document, source, root);
  const Review review = { manuscript, report, edits, editor->errors_only };

  words_read (&review, editor->words);
  marks_read (&review);
  dates_read (&review);
  figures_read (&review);
  decree_parts_read (&review);
  decree_text_read (&review);
  units_read (&review);
  capitals_read (&review);
}

void
editor_compare (G_GNUC_UNUSED Editor *editor, G_GNUC_UNUSED Report *report)
{
}
