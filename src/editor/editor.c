/* SPDX-License-Identifier: MIT */
#include "editor/editor.h"

#include "editor/access.h"
#include "editor/compare.h"
#include "editor/dates.h"
#include "editor/decree.h"
#include "editor/encoding.h"
#include "editor/figures.h"
#include "editor/marks.h"
#include "editor/people.h"
#include "editor/words.h"

struct Editor {
  const Site *site;
  Wordlist *words;
  Comparison *comparison;
  GHashTable *documents; /* href → Document, borrowed */
  gboolean errors_only;
};

Editor *
editor_new (const Site *site, gboolean errors_only)
{
  Editor *editor = g_new0 (Editor, 1);

  *editor = (Editor){ site, wordlist_new (site), comparison_new (site),
                      g_hash_table_new (g_str_hash, g_str_equal), errors_only };
  for (guint i = 0; i < site->documents->len; i++) {
    const Document *document = site->documents->pdata[i];
    g_hash_table_insert (editor->documents, (gpointer) document->href, (gpointer) document);
  }
  return editor;
}

void
editor_free (Editor *editor)
{
  if (editor == NULL)
    return;
  wordlist_free (editor->words);
  comparison_free (editor->comparison);
  g_hash_table_unref (editor->documents);
  g_free (editor);
}

/* What stops a build is looked for in every build; the rest when it is asked for. */
static void
read_rest (const Editor *editor, const Review *review)
{
  marks_read (review);
  dates_read (review);
  figures_read (review);
  decree_parts_read (review);
  decree_text_read (review);
  units_read (review);
  capitals_read (review);
  access_read (review, editor->documents);
  comparison_add (editor->comparison, review->manuscript);
}

void
editor_read (Editor *editor, const Document *document, const Source *source, cmark_node *root,
             GArray *edits, Report *report)
{
  g_autoptr (Manuscript) manuscript = manuscript_new (editor->site, document, source, root);
  const Review review = { manuscript, report, edits, editor->errors_only };

  encoding_read (&review);
  words_read (&review, editor->words);
  people_read (&review);
  if (!editor->errors_only)
    read_rest (editor, &review);
}

void
editor_compare (Editor *editor, Report *report)
{
  comparison_report (editor->comparison, report);
}
