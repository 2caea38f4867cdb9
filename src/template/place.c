/* SPDX-License-Identifier: MIT */
/* A small reader of HTML that never fails: templates are pieces of pages, and a branch of one may
 * open what the next closes. Where it is mistaken, the page itself is looked at before it is
 * written. */
#include "template/place.h"

#include <string.h>

enum { IN_TEXT, IN_NAME, IN_TAG, IN_VALUE, IN_COMMENT, IN_SCRIPT, IN_STYLE };

static void
append (char *name, gsize size, char byte)
{
  gsize length = strlen (name);
  if (length + 1 < size) {
    name[length] = g_ascii_tolower (byte);
    name[length + 1] = '\0';
  }
}

static void
end_tag (HtmlPlace *place)
{
  place->state = strcmp (place->element, "script") == 0  ? IN_SCRIPT
                 : strcmp (place->element, "style") == 0 ? IN_STYLE
                                                         : IN_TEXT;
  place->n_matched = 0;
  place->quote = '\0';
}

static void
feed_name (HtmlPlace *place, char byte)
{
  if (byte == '>')
    end_tag (place);
  else if (byte == '-' && strcmp (place->element, "!") == 0)
    place->state = IN_COMMENT;
  else if (g_ascii_isalnum (byte) || byte == '/' || byte == '!')
    append (place->element, sizeof place->element, byte);
  else
    place->state = IN_TAG;
}

static void
feed_tag (HtmlPlace *place, char byte)
{
  if (byte == '>')
    end_tag (place);
  else if ((byte == '"' || byte == '\'') && place->last == '=') {
    place->state = IN_VALUE;
    place->quote = byte;
    place->has_text = place->is_rest = FALSE;
  } else if (!g_ascii_isspace (byte) && byte != '=') {
    if (g_ascii_isspace (place->last) || place->last == '"' || place->last == '\'')
      *place->name = '\0';
    append (place->name, sizeof place->name, byte);
  }
}

static void
feed_value (HtmlPlace *place, char byte)
{
  if (byte == place->quote) {
    place->state = IN_TAG;
    *place->name = '\0';
    return;
  }
  place->has_text = TRUE;
  if (byte == '?' || byte == '#' || byte == ':')
    place->is_rest = TRUE;
  else if (byte == '/' && place->last == ':')
    place->is_rest = FALSE;
}

/* Scripts and styles end with their own end tag. */
static void
feed_raw (HtmlPlace *place, char byte)
{
  const char *mark = place->state == IN_SCRIPT ? "</script" : "</style";

  if (g_ascii_tolower (byte) == mark[place->n_matched])
    place->n_matched++;
  else
    place->n_matched = byte == '<';
  if (mark[place->n_matched] == '\0') {
    place->state = IN_TAG;
    *place->element = '\0';
  } else if (place->quote == '\0' && (byte == '"' || byte == '\''))
    place->quote = byte;
  else if (byte == place->quote && place->last != '\\')
    place->quote = '\0';
}

static void
feed_byte (HtmlPlace *place, char byte)
{
  switch (place->state) {
  case IN_TEXT:
    if (byte == '<') {
      place->state = IN_NAME;
      *place->element = *place->name = '\0';
    }
    break;
  case IN_NAME:
    feed_name (place, byte);
    break;
  case IN_TAG:
    feed_tag (place, byte);
    break;
  case IN_VALUE:
    feed_value (place, byte);
    break;
  case IN_COMMENT:
    if (byte == '>' && place->last == '-')
      place->state = IN_TEXT;
    break;
  default:
    feed_raw (place, byte);
  }
  place->last = byte;
}

void
place_feed (HtmlPlace *place, const char *text, gsize length)
{
  for (gsize i = 0; i < length; i++)
    feed_byte (place, text[i]);
}

static PlaceKind
kind_of_value (const HtmlPlace *place)
{
  static const char *const addresses[] = { "href",       "src",  "action", "formaction",
                                           "poster",     "data", "cite",   "background",
                                           "xlink:href", "ping", "srcset", NULL };
  if (g_str_has_prefix (place->name, "on") || strcmp (place->name, "srcdoc") == 0)
    return PLACE_SCRIPT;
  if (strcmp (place->name, "style") == 0)
    return PLACE_STYLE;
  if (!g_strv_contains (addresses, place->name))
    return PLACE_TEXT;
  return !place->has_text ? PLACE_URL_START : place->is_rest ? PLACE_URL_REST : PLACE_TEXT;
}

PlaceKind
place_kind (const HtmlPlace *place)
{
  switch (place->state) {
  case IN_VALUE:
    return kind_of_value (place);
  case IN_SCRIPT:
    return PLACE_SCRIPT;
  case IN_STYLE:
    return place->quote ? PLACE_STYLE_TEXT : PLACE_STYLE;
  default:
    return PLACE_TEXT;
  }
}
