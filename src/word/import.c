/* SPDX-License-Identifier: MIT */
/* Which kind a file is decides how the rest is read; the rule that decided is kept, and said where
 * it is weak. */
#include "word/import.h"

#include "base/i18n.h"
#include "text/fold.h"
#include "word/lines.h"
#include "word/mark.h"
#include "word/recognition.h"

#include <string.h>

/* --- the kind --- */

/* What speaks for one kind or another, seen in one pass over the paragraphs. */
typedef struct {
  gboolean has_steps, has_ways, says_guide, says_bulletin, has_date;
  guint n_numbered, n_pictures;
} Evidence;

static gboolean
has_date (const char *folded)
{
  for (const char *p = folded; (p = strstr (p, "ngay ")); p++)
    if (g_ascii_isdigit (p[strlen ("ngay ")]))
      return TRUE;
  return FALSE;
}

static void
weigh (Evidence *evidence, const FlowParagraph *paragraph, gboolean is_on_top)
{
  g_autofree char *folded = text_fold (paragraph->text);
  const char *text = folded + strspn (folded, " \t");
  gsize length;

  evidence->has_steps |= mark_step (paragraph->text, &length) > 0
                         || (paragraph->number && mark_step (paragraph->number, &length) > 0);
  evidence->has_ways |= g_str_has_prefix (text, "cach ") && g_ascii_isdigit (text[5]);
  evidence->n_numbered += paragraph->number && strcmp (paragraph->number, "-") != 0;
  evidence->n_numbered += mark_read (paragraph->text).kind == MARK_NUMBER;
  evidence->n_pictures += paragraph->n_pictures;
  if (!is_on_top)
    return;
  evidence->says_guide |= strstr (folded, "huong dan") != NULL;
  evidence->says_bulletin |= strstr (folded, "ban tin") || strstr (folded, "phat thanh");
  evidence->has_date |= has_date (folded);
}

static Evidence
gather (const GPtrArray *blocks)
{
  Evidence evidence = { 0 };
  guint n_with_text = 0;

  for (guint i = 0; i < blocks->len; i++) {
    const FlowParagraph *paragraph = ((FlowBlock *) blocks->pdata[i])->paragraph;
    if (paragraph && !flow_paragraph_is_empty (paragraph))
      weigh (&evidence, paragraph, n_with_text++ < 4);
  }
  return evidence;
}

static const char *const rules[] = {
  N_ ("Quốc hiệu and V/v"),
  N_ ("Quốc hiệu and the line of a type"),
  N_ ("Quốc hiệu, but neither V/v nor the line of a type"),
  N_ ("steps (Bước, Cách), or “hướng dẫn” in the title"),
  N_ ("numbered items with pictures"),
  N_ ("“bản tin” or “phát thanh” on top, or a date and no steps"),
  N_ ("nothing that speaks for another kind"),
  N_ ("it was asked for"),
};
enum {
  RULE_LETTER,
  RULE_TYPED,
  RULE_NEITHER,
  RULE_GUIDE,
  RULE_PICTURES,
  RULE_BULLETIN,
  RULE_PAGE,
  RULE_ASKED,
};

/* Of a file without Quốc hiệu. */
static ImportedKind
kind_of (const Evidence *evidence, guint *rule)
{
  gboolean is_guide = evidence->has_steps || evidence->has_ways || evidence->says_guide;

  if (is_guide || (evidence->n_numbered > 1 && evidence->n_pictures > 0)) {
    *rule = is_guide ? RULE_GUIDE : RULE_PICTURES;
    return IMPORTED_GUIDE;
  }
  if (evidence->says_bulletin || evidence->has_date) {
    *rule = RULE_BULLETIN;
    return IMPORTED_BULLETIN;
  }
  *rule = RULE_PAGE;
  return IMPORTED_PAGE;
}

/* --- official documents --- */

/* TRUE when everybody who signs has a name. */
static gboolean
is_signed (const Imported *imported)
{
  for (guint i = 0; i < imported->signers->len; i++)
    if (g_array_index (imported->signers, ImportedSigner, i).name == NULL)
      return FALSE;
  return imported->signers->len > 0;
}

/* What a decision issues has neither number, day nor signature of its own. */
static void
report_gaps (Recognition *recognition)
{
  Imported *imported = recognition->imported;
  const GArray *signers = imported->signers;

  if (imported->subject == NULL)
    recognition_find (recognition, FINDING_SUBJECT_MISSING, NULL, NULL);
  if (imported->attached_to)
    return;
  if (imported->number == NULL)
    recognition_find (recognition, FINDING_NUMBER_MISSING, NULL, imported->symbol);
  if (!date_is_set (imported->date))
    recognition_find (recognition, FINDING_DAY_MISSING, NULL, imported->known_date);
  if (!is_signed (imported))
    recognition_find (recognition, FINDING_SIGNER_MISSING, NULL,
                      signers->len ? g_array_index (signers, ImportedSigner, 0).title : NULL);
  imported->is_draft |= imported->number == NULL || !date_is_set (imported->date);
}

/* Emblems and seals stand in what was taken; closing_recognise() has said so of its own. */
static void
report_emblems (Recognition *recognition)
{
  for (guint i = 0; i < recognition->body; i++) {
    const FlowBlock *block = recognition->blocks->pdata[i];
    gboolean has_picture =
      block->table ? table_has_pictures (block->table) : block->paragraph->n_pictures > 0;
    if (recognition->taken[i] && has_picture)
      recognition_find (recognition, FINDING_SEAL, block->paragraph, NULL);
  }
}

static void
read_official (Recognition *recognition, ImportedKind asked)
{
  Imported *imported = recognition->imported;
  guint rule;

  opening_recognise (recognition);
  closing_recognise (recognition);
  letterhead_take_repeated (recognition);
  rule = imported->type ? RULE_TYPED : imported->subject ? RULE_LETTER : RULE_NEITHER;
  imported->kind = imported->type ? IMPORTED_TYPED : IMPORTED_LETTER;
  imported->rule = _ (rules[asked < N_IMPORTED_KINDS ? RULE_ASKED : rule]);
  if (rule == RULE_NEITHER && asked == N_IMPORTED_KINDS)
    recognition_find (recognition, FINDING_KIND_GUESSED, NULL, imported->rule);
  report_gaps (recognition);
  report_emblems (recognition);
}

/* --- what is no official document --- */

static void
read_other (Recognition *recognition, ImportedKind asked)
{
  Imported *imported = recognition->imported;
  Evidence evidence = gather (recognition->blocks);
  guint rule = RULE_ASKED;

  imported->kind = asked < N_IMPORTED_KINDS ? asked : kind_of (&evidence, &rule);
  imported->rule = _ (rules[rule]);
  title_recognise (recognition, imported->kind == IMPORTED_BULLETIN);
  if (rule != RULE_GUIDE && rule != RULE_ASKED)
    recognition_find (recognition, FINDING_KIND_GUESSED, NULL, imported->rule);
  if (imported->kind == IMPORTED_BULLETIN && !date_is_set (imported->date))
    recognition_find (recognition, FINDING_DAY_MISSING, NULL, NULL);
}

/* --- the whole --- */

static Imported *
imported_new (Flow *flow_take)
{
  Imported *imported = g_new0 (Imported, 1);
  GPtrArray **const lists[] = { &imported->to, &imported->copies, &imported->parent_lines,
                                &imported->name_lines };

  imported->flow = flow_take;
  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    *lists[i] = flow_array (flow_take);
  imported->blocks = g_array_new (FALSE, FALSE, sizeof (ImportedBlock));
  imported->signers = g_array_new (FALSE, FALSE, sizeof (ImportedSigner));
  imported->is_draft = flow_take->n_changes > 0 || flow_take->n_comments > 0;
  return imported;
}

void
imported_free (Imported *imported)
{
  if (imported == NULL)
    return;
  flow_free (imported->flow);
  g_array_unref (imported->blocks);
  g_array_unref (imported->signers);
  g_free (imported);
}

static void
recognise (Imported *imported, ImportedKind asked)
{
  Recognition recognition = { .imported = imported,
                              .arena = imported->flow->arena,
                              .blocks = imported->flow->blocks,
                              .taken = g_new0 (gboolean, imported->flow->blocks->len + 1),
                              .leftovers = flow_array (imported->flow) };
  gboolean is_letter = asked == N_IMPORTED_KINDS || imported_kind_is_letter (asked);

  if (is_letter && letterhead_recognise (&recognition))
    read_official (&recognition, asked);
  else if (imported_kind_is_letter (asked))
    read_official (&recognition, asked);
  else
    read_other (&recognition, asked);
  contents_recognise (&recognition);
  g_free (recognition.taken);
}

Imported *
word_import (GBytes *file, ImportedKind kind, WordPackage **package, GError **error)
{
  g_autoptr (WordPackage) opened = word_package_open (file, error);
  Flow *flow = opened ? flow_read (opened, error) : NULL;

  if (flow == NULL)
    return NULL;
  letterhead_unfold (flow);
  Imported *imported = imported_new (flow);
  recognise (imported, kind);
  *package = g_steal_pointer (&opened);
  return imported;
}

gboolean
word_import_kind (const char *word, ImportedKind *kind)
{
  static const struct {
    const char *english, *vietnamese;
    ImportedKind kind;
  } kinds[] = {
    { "letter", "công văn", IMPORTED_LETTER },
    { "guide", "hướng dẫn", IMPORTED_GUIDE },
    { "bulletin", "bản tin", IMPORTED_BULLETIN },
    { "page", "trang", IMPORTED_PAGE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (strcmp (kinds[i].english, word) == 0 || strcmp (kinds[i].vietnamese, word) == 0) {
      *kind = kinds[i].kind;
      return TRUE;
    }
  return FALSE;
}
