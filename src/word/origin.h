/* SPDX-License-Identifier: MIT */
/* What a Word file of ours says of itself, in properties nobody sees: from which document it was
 * made, and digests of what it says when it is imported untouched. Much is written otherwise than
 * it is printed (values of a campaign, numbers of captions, lists in a line); with these, whoever
 * takes the file back knows what somebody changed from what only reads otherwise. */
#pragma once

#include "word/entries.h"
#include "word/package.h"
#include "word/units.h"

typedef struct {
  char *path;      /* of the document, from the site: "content/cong-van/a.md" */
  GArray *entries; /* guint32: digests of its front matter */
  GArray *units;   /* guint32: of its text, in order */
} Origin;

/* To be stored in `file`, which was made of the document at `path`. Caller frees. */
char *origin_text (GBytes *file, const char *path);
/* What is stored in a file; NULL when it is none of ours. Caller frees. */
Origin *origin_read (WordPackage *package);
/* The same of the text itself. */
Origin *origin_parse (const char *text);
/* NULL is allowed. */
void origin_free (Origin *origin);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Origin, origin_free)

/* TRUE when the file said so before anybody changed it. */
gboolean origin_has_entry (const Origin *origin, const MatterEntry *entry);
/* The units of `new`, those that nobody changed as they are written in `old`: stretches that do not
 * read the same, but stand between what does. Units of `old` that are not on paper are marked to
 * stay. Caller frees; texts are those of both. */
GArray *origin_adopt (const Origin *origin, GArray *old, const GArray *new);
