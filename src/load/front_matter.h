/* SPDX-License-Identifier: MIT */
/* The front matter of a document (docs/content.md): strict, bilingual, all faults reported. */
#pragma once

#include "base/report.h"
#include "model/site.h"

/* A document whose references to offices and other documents are still words with a place. */
typedef struct {
  Document document;
  const char *office_id;                  /* or NULL: the site's */
  const char *translation_of, *replaces;  /* as written, or NULL */
  gboolean makes_nothing;                 /* it only stands in others */
  gboolean has_parts;                     /* texts of others may stand in its body */
  gboolean has_manual;                    /* FALSE: the site's default */
  const char *manual_within; /* where in the site it is, as written, or NULL */
  const char *campaign_id, *co_issuer_id; /* or NULL */
  const char *copy_office_id;             /* or NULL: that of the document */
  const char *const *joint_ids;           /* or NULL */
  Place cover_place, co_issuer_place, joint_place, copy_place;
  Place *attachment_places; /* one for each attachment */
  Place old_addresses_place;
  Place office_place, date_place, manual_place, translation_place, replaces_place, distribute_place;
} FrontMatter;

/* Reads the front matter of `source`, a file of `site` (NULL: values it names are left as they
 * are), into the arena of the document it becomes
 * (`document.arena`, which holds the result too and is the caller's), and where its body starts.
 * NULL after reporting when nothing can be made of it; other faults are reported and the
 * rest is read. */
FrontMatter *front_matter_read (const Site *site, const Source *source, Report *report);

/* What a document is, as somebody names it. */
typedef struct {
  DocumentKind kind;
  const char *word;    /* as `kind` (“loại”) has it: "bản tin", "kế hoạch" */
  gboolean is_english; /* named in English */
} FrontMatterKind;

/* Finds the kind by its word in either language, or by the name of an official document; marks and
 * capitals do not matter, and a hyphen is a space. FALSE when there is none. */
gboolean front_matter_kind (const char *word, FrontMatterKind *kind);

/* The word of a kind in Vietnamese: "bản tin". */
const char *front_matter_kind_word (DocumentKind kind);

typedef struct {
  const char *english, *vietnamese;
} FrontMatterKey;

/* Key `index` of those a document of this kind may have, in the order of the table that reads them.
 * FALSE behind the last. */
gboolean front_matter_key (DocumentKind kind, guint index, FrontMatterKey *key);
