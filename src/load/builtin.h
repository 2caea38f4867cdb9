/* SPDX-License-Identifier: MIT */
/* Files that are part of the program (GResource): templates, the lexicon. */
#pragma once

#include "base/source.h"
#include "base/value.h"

/* The built-in file at `path` ("templates/web/base.mustache"), or NULL when there is none. Caller
 * frees. */
Source *builtin_source (const char *path);

/* The built-in templates and their style sheets, sorted, as they are called below templates/:
 * "web/base.mustache", "print/letter.css". Caller frees with g_strfreev(). */
char **builtin_template_files (void);

/* The built-in lexicon of speech (src/speech/lexicon.yaml), as read. Caller frees. It is part of
 * the program: a fault in it is a bug. */
Value *builtin_lexicon (void);

/* The built-in groups of words that a search takes for the same (src/search/synonyms.yaml), a list
 * of lists of texts. Caller frees; likewise part of the program. */
Value *builtin_synonyms (void);
