/* SPDX-License-Identifier: MIT */
/* An import for programs: `kind`, `front`, `blocks`, `tables`, `pictures`, `report`. */
#pragma once

#include "word/imported.h"

/* Appends it, with a line end. `file` is how the file is called. */
void imported_json (const Imported *imported, const char *file, GString *out);
/* The same of a file that is not taken. */
void refusal_json (const char *file, WordRefusal refusal, GString *out);
