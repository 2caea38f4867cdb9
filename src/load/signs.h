/* SPDX-License-Identifier: MIT */
/* What of the second pass over a body (load/body.c) may have something to do in a text. Most texts
 * are plain words and have nothing for any of them: they are looked at once, not by each. */
#pragma once

#include <glib.h>

typedef enum {
  SIGN_LINK = 1,     /* an address or a number: load/autolink.h */
  SIGN_ARROW = 2,    /* a menu path: load/menu.h */
  SIGN_STRIKE = 4,   /* “~~”: load/strike.h */
  SIGN_LEFTOVER = 8, /* markup of other programs: load/leftover.h */
} Sign;

/* A mask of Sign. What is not in it is not in `text`. */
guint signs_in (const char *text);
