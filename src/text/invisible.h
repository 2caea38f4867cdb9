/* SPDX-License-Identifier: MIT */
/* Characters nobody sees. They come with what is pasted from Word, Zalo and web pages, and are how
 * one address is made to look like another. */
#pragma once

#include "base/report.h"

/* The first such character of `text`, or NULL. */
const char *invisible_find (const char *text);

/* Takes invisible characters out of what an author wrote, with a warning for the first of each
 * line. Inside a number or an address they are an error, and so are those that turn the direction
 * of the text around, wherever they stand. Takes `source_take` and gives it back, or a new one in
 * its place. What joins the parts of one picture (👨‍👩‍👧) stays. */
Source *invisible_clean (Source *source_take, gboolean is_untrusted, Report *report);

/* The same for a piece of text in which they were written as “&shy;” and “&#8203;”; all are
 * reported at `place`. What is left (new), or NULL when that is all of it. */
char *invisible_clean_piece (const char *text, gboolean is_untrusted, const Source *source,
                             Place place, Report *report);
