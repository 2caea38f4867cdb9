/* SPDX-License-Identifier: MIT */
/* A reader by recursive descent that keeps nothing. */
#include "check/json.h"

#include "base/block.h"

#include <string.h>

#define MOST_LEVELS 64

typedef struct {
  const char *p, *end;
  guint level;
} Json;

static gboolean take_value (Json *json);

static void
skip_space (Json *json)
{
  while (json->p < json->end
         && (*json->p == ' ' || *json->p == '\t' || *json->p == '\n' || *json->p == '\r'))
    json->p++;
}

static gboolean
take (Json *json, char byte)
{
  if (json->p == json->end || *json->p != byte)
    return FALSE;
  json->p++;
  return TRUE;
}

static gboolean
take_word (Json *json, const char *word)
{
  gsize length = strlen (word);

  if ((gsize) (json->end - json->p) < length || memcmp (json->p, word, length) != 0)
    return FALSE;
  json->p += length;
  return TRUE;
}

/* After the backslash. */
static gboolean
take_escape (Json *json)
{
  if (!take (json, 'u')) {
    gboolean is_known = json->p < json->end && *json->p && strchr ("\"\\/bfnrt", *json->p);
    json->p += is_known;
    return is_known;
  }
  for (guint i = 0; i < 4; i++, json->p++)
    if (json->p == json->end || !g_ascii_isxdigit (*json->p))
      return FALSE;
  return TRUE;
}

/* What is more than a letter of a string. */
static inline Block
may_be_special (Block block)
{
  return (Block) (block < ' ') | (Block) (block == '"') | (Block) (block == '\\');
}

static gboolean
take_string (Json *json)
{
  static const guint8 is_special[256] = { [0 ... ' ' - 1] = 1, ['"'] = 1, ['\\'] = 1 };

  if (!take (json, '"'))
    return FALSE;
  do {
    json->p = block_find (json->p, json->end, may_be_special, is_special);
    if (take (json, '"'))
      return TRUE;
  } while (take (json, '\\') && take_escape (json));
  return FALSE;
}

static gboolean
take_digits (Json *json)
{
  const char *start = json->p;

  while (json->p < json->end && g_ascii_isdigit (*json->p))
    json->p++;
  return json->p > start;
}

static gboolean
take_number (Json *json)
{
  take (json, '-');
  if (!take (json, '0') && !take_digits (json))
    return FALSE;
  if (take (json, '.') && !take_digits (json))
    return FALSE;
  if (!take (json, 'e') && !take (json, 'E'))
    return TRUE;
  if (!take (json, '+'))
    take (json, '-');
  return take_digits (json);
}

/* What stands in braces or brackets, of which the first was taken. */
static gboolean
take_members (Json *json, char close, gboolean has_names)
{
  skip_space (json);
  if (take (json, close))
    return TRUE;
  do {
    skip_space (json);
    if (has_names) {
      if (!take_string (json))
        return FALSE;
      skip_space (json);
      if (!take (json, ':'))
        return FALSE;
    }
    if (!take_value (json))
      return FALSE;
    skip_space (json);
  } while (take (json, ','));
  return take (json, close);
}

static gboolean
take_value (Json *json)
{
  gboolean is_good;

  skip_space (json);
  if (json->p == json->end || json->level == MOST_LEVELS)
    return FALSE;
  json->level++;
  if (take (json, '{'))
    is_good = take_members (json, '}', TRUE);
  else if (take (json, '['))
    is_good = take_members (json, ']', FALSE);
  else if (*json->p == '"')
    is_good = take_string (json);
  else
    is_good = take_word (json, "true") || take_word (json, "false") || take_word (json, "null")
              || take_number (json);
  json->level--;
  return is_good;
}

gboolean
json_check (const char *text, gsize length, gsize *fault)
{
  Json json = { text, text + length, 0 };
  gboolean is_good = take_value (&json);

  if (is_good)
    skip_space (&json);
  *fault = json.p - text;
  return is_good && json.p == json.end;
}
