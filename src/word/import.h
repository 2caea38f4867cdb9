/* SPDX-License-Identifier: MIT */
/* The door of the room: a Word file in, what it became out. */
#pragma once

#include "word/imported.h"

/* Reads `file` (a .docx, whatever its name). `kind` of N_IMPORTED_KINDS: found out. NULL with a
 * WORD_ERROR, whose message is a sentence for the officer. `package` (out) holds the pictures and
 * must outlive the result. */
Imported *word_import (GBytes *file, ImportedKind kind, WordPackage **package, GError **error);
/* NULL is allowed. */
void imported_free (Imported *imported);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Imported, imported_free)

/* What `--kind` takes ("letter", "công văn", "kế hoạch" is no kind): FALSE when it is none. A type
 * of letter is found out, so that "letter" stands for both. */
gboolean word_import_kind (const char *word, ImportedKind *kind);
