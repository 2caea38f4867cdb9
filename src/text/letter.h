/* SPDX-License-Identifier: MIT */
/* A letter of Vietnamese taken to pieces: what is left without marks, its hat, breve, horn or
 * stroke, its tone. */
#pragma once

#include <glib.h>

typedef enum {
  TONE_LEVEL,
  TONE_FALLING,  /* huyền */
  TONE_RISING,   /* sắc */
  TONE_ASKING,   /* hỏi */
  TONE_TUMBLING, /* ngã */
  TONE_HEAVY,    /* nặng */
} Tone;

typedef struct {
  char plain; /* a–z; 0: no letter */
  char code;  /* the letter with its hat but without its tone, in one byte: A = ă, B = â, D = đ,
                 E = ê, O = ô, P = ơ, U = ư; all others as they are */
  guint8 tone;
  gboolean is_capital;
} Letter;

/* Takes `c` to pieces; `plain` is 0 for what is no letter of Vietnamese or of ASCII. */
Letter letter_of (gunichar c);
/* The small letter with this code and tone; 0 when there is none. */
gunichar letter_make (char code, Tone tone);

/* TRUE when one of the letters from Ạ to ỹ, which take three bytes, stands at `p`. The last byte of
 * a capital is even, and that of its small letter the next one. */
static inline gboolean
letter_is_long (const char *p)
{
  const guchar *byte = (const guchar *) p;
  return byte[0] == 0xE1
         && ((byte[1] == 0xBA && byte[2] >= 0xA0) || (byte[1] == 0xBB && byte[2] <= 0xB9));
}

/* Whether a capital stands at `p`. Those of Vietnamese are known without the tables of Unicode,
 * which cost too much for every word. */
static inline gboolean
letter_is_capital (const char *p)
{
  const guchar *byte = (const guchar *) p;

  if (byte[0] < 0x80)
    return g_ascii_isupper (*p);
  if (letter_is_long (p))
    return (byte[2] & 1) == 0;
  /* À to ÿ */
  if (byte[0] == 0xC3)
    return byte[1] <= 0x9E && byte[1] != 0x97;
  /* ă đ ĩ, ũ, ơ ư */
  if ((byte[0] == 0xC4 && (byte[1] == 0x83 || byte[1] == 0x91 || byte[1] == 0xA9))
      || (byte[0] == 0xC5 && byte[1] == 0xA9)
      || (byte[0] == 0xC6 && (byte[1] == 0xA1 || byte[1] == 0xB0)))
    return FALSE;
  return g_unichar_isupper (g_utf8_get_char (p));
}

/* TRUE for a text that has capitals and no small letters; `length` is -1 for all of it. */
gboolean letters_are_capitals (const char *text, gssize length);
