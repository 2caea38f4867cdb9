/* SPDX-License-Identifier: MIT */
#include "render/excerpt.h"

#include <string.h>

/* What is read for a sentence; more than enough for the longest excerpt. */
#define ENOUGH_BYTES (EXCERPT_LETTERS * 4)

/* Lines that say what a letter rests on, and what is no sentence, tell nobody what it is about. */
static gboolean
is_running_text (cmark_node *node)
{
  switch (body_role (node)) {
  case BODY_FIGURE:
  case BODY_BASIS:
  case BODY_AUTHORITY:
  case BODY_ORDERING:
  case BODY_PART:
  case BODY_CHAPTER:
  case BODY_BASE_LINE:
  case BODY_BLANK:
    return FALSE;
  default:
    return cmark_node_get_type (node) == CMARK_NODE_PARAGRAPH;
  }
}

/* A sentence that leads into a list goes on there. */
static void
close_sentence (GString *out)
{
  if (out->len > 0 && strchr (".!?:;,", out->str[out->len - 1]) == NULL
      && !g_str_has_suffix (out->str, "…") && !g_str_has_suffix (out->str, "”"))
    g_string_append_c (out, '.');
}

static void
collect (cmark_node *parent, GString *out)
{
  for (cmark_node *node = cmark_node_first_child (parent); node && out->len < ENOUGH_BYTES;
       node = cmark_node_next (node)) {
    if (is_running_text (node)) {
      close_sentence (out);
      if (out->len > 0)
        g_string_append_c (out, ' ');
      body_add_text (node, out);
    } else if (cmark_node_get_type (node) == CMARK_NODE_LIST
               || cmark_node_get_type (node) == CMARK_NODE_ITEM
               || cmark_node_get_type (node) == CMARK_NODE_BLOCK_QUOTE
               || (body_role (node) == BODY_CHANNEL && body_detail (node) & CHANNEL_WEB))
      collect (node, out);
  }
}

static gboolean
ends_sentence (const char *at)
{
  return strchr (".!?", *at) && (at[1] == ' ' || at[1] == '\0');
}

/* Up to the last sentence that fits, when that is not too little; else up to the last word. */
static char *
cut (const char *text)
{
  const char *limit = g_utf8_offset_to_pointer (text, EXCERPT_LETTERS - 1);
  const char *sentence = NULL, *word = text;

  for (const char *at = text; at < limit; at++) {
    if (ends_sentence (at))
      sentence = at + 1;
    if (*at == ' ')
      word = at;
  }
  if (sentence && sentence - text > (limit - text) / 3)
    return g_strndup (text, sentence - text);
  if (word == text)
    word = limit;
  while (word > text && g_utf8_strchr (" ,;:–-", -1, g_utf8_get_char (g_utf8_prev_char (word))))
    word = g_utf8_prev_char (word);
  g_autofree char *words = g_strndup (text, word - text);
  return g_strconcat (words, "…", NULL);
}

char *
excerpt_of_body (cmark_node *body)
{
  g_autoptr (GString) text = g_string_new (NULL);

  collect (body, text);
  if (text->len == 0)
    return NULL;
  g_strdelimit (text->str, "\n\t", ' ');
  return g_utf8_strlen (text->str, -1) <= EXCERPT_LETTERS ? g_strdup (text->str) : cut (text->str);
}
