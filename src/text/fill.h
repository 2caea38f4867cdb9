/* SPDX-License-Identifier: MIT */
/* Texts with gaps that have names: “Bài {number}”. */
#pragma once

#include <glib.h>

/* `pattern` with each “{name}” replaced by its value: pairs of a name and a value (NULL: nothing),
 * ended by NULL. What is no name of them stays. Values are taken as they are. Caller frees. */
char *text_fill (const char *pattern, ...) G_GNUC_NULL_TERMINATED;
