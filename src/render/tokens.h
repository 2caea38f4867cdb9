/* SPDX-License-Identifier: MIT */
/* The colours of a sheet, all made of one: that of the campaign or the office. Text on them stays
 * readable whatever it is (WCAG 2.2, 1.4.3), in grey as in colour. */
#pragma once

#include "base/value.h"

/* What stands for a sheet whose office has no colour of its own. */
#define TOKENS_DEFAULT "#a8141c"

/* The map `tokens` of docs/templates.md: `c`, `dark`, `mid`, `soft`, `tint`, and the fixed `sun`,
 * `warn`, `ink`, `grey`, `line`, each “#rrggbb”, and `class`, the one
 * that gives a sheet these. `colour` is “#rrggbb”, or NULL. Caller frees. */
Value *tokens_view (const char *colour);

/* How far apart two colours “#rrggbb” are: 1 to 21. */
double tokens_contrast (const char *one, const char *other);
