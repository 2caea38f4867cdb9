/* SPDX-License-Identifier: MIT */
/* The colours of a sheet as data for its template: the shades of one (model/palette.h), and those
 * that are the same on every sheet. */
#pragma once

#include "base/value.h"

/* The map `tokens` of docs/templates.md: `c`, `dark`, `mid`, `soft`, `tint`, and the fixed `sun`,
 * `warn`, `ink`, `grey`, `line`, each “#rrggbb”, and `class`, the one that gives a sheet these.
 * `colour` is “#rrggbb”, or NULL. Caller frees. */
Value *tokens_view (const char *colour);
