/* SPDX-License-Identifier: MIT */
/* A whole document in one table, as programs and pages of the web lay it out: the letterhead is a
 * row of it, the text a cell, the signature a row again. */
#pragma once

#include "word/flow.h"

/* In place of the table at `at` of `blocks` stand its pieces, in their order: what is in cells that
 * fill their row, and between them tables of the other rows. FALSE, and nothing is changed, when no
 * cell does, or there is no table. New blocks belong to `flow`. */
gboolean table_unfold (Flow *flow, GPtrArray *blocks, guint at);
