/* SPDX-License-Identifier: MIT */
#include "editor/editor.h"

#include "base/pool.h"
#include "editor/access.h"
#include "editor/agreement.h"
#include "editor/compare.h"
#include "editor/dates.h"
#include "editor/decree.h"
#include "editor/details.h"
#include "editor/encoding.h"
#include "editor/figures.h"
#include "editor/glance.h"
#include "editor/linkage.h"
#include "editor/marks.h"
#include "editor/people.h"
#include "editor/phones.h"
#include "editor/totals.h"
#include "editor/words.h"

struct Editor {
  const Site *site;
  Wordlist *words; /* NULL: nobody asks */
  Pool *spellings; /* Spellings: one for each thread */
  Comparison *comparison;
  Agreement *agreement;
  Linkage *linkage;
  gboolean errors_only;
};

Editor *
editor_new (const Site *site, gboolean errors_only)
{
  Editor *editor = g_new0 (Editor, 1);

  *editor = (Editor){ .site = site,
                      .words = errors_only ? NULL : wordlist_new (site),
                      .spellings = pool_new ((GDestroyNotify) spellings_free),
                      .comparison = comparison_new (site),
                      .agreement = agreement_new (),
                      .linkage = linkage_new (site),
                      .errors_only = errors_only };
  return editor;
}

void
editor_free (Editor *editor)
{
  if (editor == NULL)
    return;
  pool_free (editor->spellings);
  wordlist_free (editor->words);
  comparison_free (editor->comparison);
  agreement_free (editor->agreement);
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
  details_read (review);
  phones_read (review);
  totals_read (review);
  decree_parts_read (review);
  decree_text_read (review);
  decree_usage_read (review, editor->words);
  units_read (review);
  capitals_read (review);
  access_read (review);
  linkage_read (editor->linkage, review);
  comparison_add (editor->comparison, review->manuscript);
  agreement_read (editor->agreement, review);
}

void
editor_read (Editor *editor, const Document *document, const Source *source, cmark_node *root,
             GArray *edits, Report *report)
{
  if (editor->errors_only && !glance_may_stop (source->text, source->length))
    return;
  Spellings *spellings = pool_borrow (editor->spellings);
  if (spellings == NULL)
    spellings = spellings_new (editor->words, editor->words ? words_judge : NULL);
  Manuscript *manuscript = manuscript_new (editor->site, document, source, root, spellings);
  const Review review = { manuscript, report, edits, editor->errors_only };

  encoding_read (&review);
  alphabets_read (&review);
  people_read (&review);
  if (!editor->errors_only)
    read_rest (editor, &review);
  manuscript_free (manuscript); /* before others may borrow the spellings, which own its words */
  pool_give_back (editor->spellings, spellings);
}

void
editor_compare (Editor *editor, Report *report)
{
  comparison_report (editor->comparison, report);
  agreement_report (editor->agreement, report);
  linkage_report (editor->linkage, report);
}

GPtrArray *
editor_outer_links (Editor *editor)
{
  return linkage_outer (editor->linkage);
}
