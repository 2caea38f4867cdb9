/* SPDX-License-Identifier: MIT */
/* How wide letters are in Times New Roman, in which offices write, and in Liberation Serif: where
 * a line must fit before anything is laid out. */
#pragma once

#include <glib.h>

/* Thousandths of an em; 500 for a letter that is not known. */
guint times_advance (gunichar letter, gboolean is_bold);
