/* SPDX-License-Identifier: MIT */
/* The names of letters, as abbreviations are spelled: bê, xê, giê. */
#pragma once

#include <glib.h>

/* NULL when `letter` (any case) is none of the alphabet. */
const char *letter_word (gunichar letter);
