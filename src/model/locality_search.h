/* SPDX-License-Identifier: MIT */
/* A unit by what people call it: its code, or its name with or without marks, its kind and the unit
 * it belongs to. */
#pragma once

#include "model/locality.h"

/* The units of `date` that `words` may mean (Locality, borrowed from the table), in the order of
 * the table: "75", "Đồng Nai", "tinh dong nai", "xa tan phu dong nai", "UBND phường Hà Đông". When
 * none is called so, those whose name has all the words in it, and `*is_called_so` (or NULL) is
 * FALSE: of these people have to be asked. Caller unrefs. */
GPtrArray *locality_search (const LocalityTable *table, const char *words, Date date,
                            gboolean *is_called_so);

/* The unit that the name of an office ends with ("Sở Y tế tỉnh Lam Giang"), and in `*before` what
 * stands before it, as typed ("Sở Y tế", caller frees); NULL when it ends with none, or with one of
 * several, or nothing stands before it. */
const Locality *locality_at_end (const LocalityTable *table, const char *name, Date date,
                                 char **before);
