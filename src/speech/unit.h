/* SPDX-License-Identifier: MIT */
/* Inside speech/: whether a unit of measure or of money stands somewhere. How it is said is the
 * business of say_unit.c; who only reads numbers asks here. */
#pragma once

#include "speech/saying.h"

/* The entry of the unit that starts at token `at`, the longest one; NULL when there is none, or
 * when a lone letter there is more likely something else: "lớp 5 A". Belongs to the lexicon. */
const LexiconEntry *unit_at (const Saying *saying, int at);

/* What the letter at `at` counts where it is no tonne: "tuổi" in "cháu T. (12t)" and "trẻ <6T",
 * "tháng" in "tước GPLX 10-12T"; else NULL. */
const char *unit_of_time (const Saying *saying, int at);

/* The words for the letter of a medal at `at`, in a list of them, "5V, 3B, 7Đ"; NULL elsewhere. */
const char *unit_medal (const Saying *saying, int at);

/* A sign or a name of money starts at token `at`. */
gboolean unit_is_money (const Saying *saying, int at);
