/* SPDX-License-Identifier: MIT */
/* A Word file as a set of parts, before anything of it is understood: what it is by its first
 * bytes, its parts in memory by name, and what one part says of another (Open Packaging
 * Conventions, ECMA-376 part 2). Nothing is ever written under a name of the package, and nothing
 * outside it is fetched. */
#pragma once

#include "word/refusal.h"

/* What a part says of something else. */
typedef struct {
  const char *type;   /* the last word of its type: "image", "hyperlink" */
  const char *target; /* the name of a part, as word_package_part() takes it, or an address */
  gboolean is_external;
} WordRelation;

typedef struct WordPackage WordPackage;

/* Unpacks `file` into memory, within limits. NULL with a WORD_ERROR. */
WordPackage *word_package_open (GBytes *file, GError **error);
/* NULL is allowed. */
void word_package_free (WordPackage *package);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (WordPackage, word_package_free)

/* The part of this name ("word/document.xml"; case does not matter), or NULL. */
GBytes *word_package_part (const WordPackage *package, const char *name);
/* The name of the part that is the text. */
const char *word_package_main (const WordPackage *package);
/* TRUE when programs are in it; they were not looked at. */
gboolean word_package_has_macros (const WordPackage *package);
/* What `part` calls `id`; NULL when it is not said, or leads out of the package. */
const WordRelation *word_package_relation (WordPackage *package, const char *part, const char *id);
/* The first part of this type that `part` names ("styles"), or NULL. */
const char *word_package_related (WordPackage *package, const char *part, const char *type);
/* All of that type, in the order of the file. The caller frees the array, not what is in it. */
GPtrArray *word_package_all_related (WordPackage *package, const char *part, const char *type);
