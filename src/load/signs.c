/* SPDX-License-Identifier: MIT */
#include "load/signs.h"

#include "load/autolink.h"
#include "load/menu.h"

#include <string.h>

/* The first byte of each sign; “→” and “⇒” begin with E2, as do the marks of quotation. Not more
 * than sixteen: that many are looked for at once by the processor. */
#define FIRST_BYTES ":@w+01=\xE2~#|\t*{]^"

static guint
signs_at (const char *text, const char *p)
{
  switch (*p) {
  case ':':
    return SIGN_LEFTOVER | (autolink_may_be_at (text, p) ? SIGN_LINK : 0);
  case '@':
  case 'w':
  case '+':
  case '0':
  case '1':
    return autolink_may_be_at (text, p) ? SIGN_LINK : 0;
  case '=':
    return SIGN_LEFTOVER | (menu_arrow_length (p) > 0 ? SIGN_ARROW : 0);
  case '\xE2':
    return menu_arrow_length (p) > 0 ? SIGN_ARROW : 0;
  case '~':
    return p[1] == '~' ? SIGN_STRIKE : 0;
  default:
    return SIGN_LEFTOVER;
  }
}

guint
signs_in (const char *text)
{
  guint signs = 0;

  for (const char *p = text; (p = strpbrk (p, FIRST_BYTES)) != NULL; p++)
    signs |= signs_at (text, p);
  return signs;
}
