/* SPDX-License-Identifier: MIT */
#include "search/plain.h"

#include "base/append.h"
#include "base/block.h"

#include <string.h>

typedef struct {
  const FactScope *scope;
  GString *out;
  GArray *headings;
  const char *fence; /* the sign of the block of code that is open, or NULL */
  gboolean is_left_out; /* it is for another channel */
} Plain;

/* --- within a line --- */

static const char *
find (const char *at, const char *end, const char *what)
{
  const char *found = memmem (at, (gsize) (end - at), what, strlen (what));
  return found ? found : end;
}

/* Behind the tag; its value was appended. */
static const char *
add_tag (Plain *plain, const char *at, const char *end)
{
  const char *close = find (at, end, "}}");
  const char *name = at + 2;

  if (close == end)
    return at + 2;
  while (name < close && *name == ' ')
    name++;
  if (plain->scope && name < close && !strchr ("#^/>", *name)) {
    g_auto (Fact) fact = { 0 };
    gsize length = (gsize) (close - name);
    while (length > 0 && name[length - 1] == ' ')
      length--;
    if (fact_find (plain->scope, name, length, &fact) == FACT_FOUND)
      append_text (plain->out, fact.text);
  }
  return close + 2;
}

/* Behind “(address)” of a link, with brackets within it. */
static const char *
skip_address (const char *at, const char *end)
{
  guint depth = 0;

  for (const char *p = at; p < end; p++) {
    if (*p == '(')
      depth++;
    else if (*p == ')' && --depth == 0)
      return p + 1;
  }
  return at;
}

/* Behind a tag of HTML, a comment or an address in “<…>”; `at` when it is none. */
static const char *
skip_angle (const char *at, const char *end)
{
  if (at + 1 == end || !(g_ascii_isalpha (at[1]) || at[1] == '/' || at[1] == '!'))
    return at;
  const char *close = at[1] == '!' ? find (at, end, "-->") : memchr (at, '>', (gsize) (end - at));
  return close && close < end ? close + (at[1] == '!' ? 3 : 1) : at;
}

/* Behind “&nbsp;”; `at` when it is no reference. */
static const char *
skip_reference (const char *at, const char *end)
{
  const char *p = at + 1;

  while (p < end && p - at < 10 && (g_ascii_isalnum (*p) || *p == '#'))
    p++;
  return p < end && *p == ';' && p > at + 1 ? p + 1 : at;
}

/* Behind the number of a footnote, “[^1]”; what it says stands elsewhere. */
static const char *
skip_footnote (const char *at, const char *end)
{
  const char *close = at + 1 < end && at[1] == '^' ? memchr (at, ']', (gsize) (end - at)) : NULL;
  return close ? close + 1 : at + 1;
}

static const guint8 is_sign[256] = { ['*'] = 1, ['_'] = 1, ['`'] = 1, ['['] = 1, [']'] = 1,
                                     ['!'] = 1, ['<'] = 1, ['&'] = 1, ['|'] = 1, ['\\'] = 1,
                                     ['{'] = 1, ['~'] = 1 };

/* “[” to “`” and “{” to “~” stand in a row. */
static inline Block
may_be_sign (Block block)
{
  return block_between (block, '[', '`') | block_between (block, '{', '~') | (Block) (block == '*')
         | (Block) (block == '!') | (Block) (block == '&') | (Block) (block == '<');
}

/* What one sign becomes; returns what is behind it. */
static const char *
add_sign (Plain *plain, const char *at, const char *end)
{
  const char *next = at;

  switch (*at) {
  case '\\':
    if (at + 1 < end && g_ascii_ispunct (at[1]))
      append_piece (plain->out, at + 1, 1);
    return MIN (at + 2, end);
  case '[':
    return skip_footnote (at, end);
  case ']':
    return at + 1 < end && at[1] == '(' ? skip_address (at + 1, end) : at + 1;
  case '{':
    if (at + 1 < end && at[1] == '{')
      return add_tag (plain, at, end);
    break;
  case '!':
    if (at + 1 < end && at[1] == '[')
      return at + 1;
    break;
  case '<':
    next = skip_angle (at, end);
    break;
  case '&':
    next = skip_reference (at, end);
    break;
  case '|':
    append_piece (plain->out, "–", strlen ("–"));
    return at + 1;
  case '_': /* within a word it is no emphasis, but nor is it a letter */
    if (plain->out->len > 0 && g_ascii_isalnum (plain->out->str[plain->out->len - 1]))
      append_piece (plain->out, " ", 1);
    return at + 1;
  default:
    return at + 1;
  }
  if (next > at) {
    append_piece (plain->out, " ", 1);
    return next;
  }
  append_piece (plain->out, at, 1);
  return at + 1;
}

static void
add_line (Plain *plain, const char *at, const char *end)
{
  while (at < end) {
    const char *start = at;
    at = block_find (at, end, may_be_sign, is_sign);
    append_piece (plain->out, start, (gsize) (at - start));
    if (at < end)
      at = add_sign (plain, at, end);
  }
}

/* --- lines --- */

static gboolean
is_word (const char *at, const char *end, const char *word)
{
  gsize length = strlen (word);
  return (gsize) (end - at) >= length && memcmp (at, word, length) == 0
         && ((gsize) (end - at) == length || at[length] == ' ');
}

/* TRUE when the line opens or closes a block of code. */
static gboolean
is_fence (Plain *plain, const char *at, const char *end)
{
  if (end - at < 3 || (memcmp (at, "```", 3) != 0 && memcmp (at, "~~~", 3) != 0))
    return FALSE;
  if (plain->fence) {
    if (*plain->fence != *at)
      return FALSE;
    plain->fence = NULL;
    plain->is_left_out = FALSE;
    return TRUE;
  }
  plain->fence = at;
  while (at < end && (*at == *plain->fence || *at == ' '))
    at++;
  plain->is_left_out = is_word (at, end, "loa") || is_word (at, end, "print");
  return TRUE;
}

/* Behind marks of quotations and lists. */
static const char *
skip_marks (const char *at, const char *end)
{
  for (;;) {
    while (at < end && (*at == ' ' || *at == '\t' || *at == '>'))
      at++;
    if (end - at < 2 || !strchr ("-*+", *at) || at[1] != ' ')
      return at;
    at += 2;
    if (end - at >= 4 && at[0] == '[' && at[2] == ']' && at[3] == ' ')
      at += 4;
  }
}

/* A line of signs: a rule, what is under the head of a table, the underline of a heading. */
static gboolean
is_rule (const char *at, const char *end)
{
  for (; at < end; at++)
    if (!strchr ("-=*_|: ", *at))
      return FALSE;
  return TRUE;
}

/* “[name]: address” */
static gboolean
is_definition (const char *at, const char *end)
{
  return at + 1 < end && *at == '[' && at[1] != '^' && find (at, end, "]:") < end
         && find (at, end, "](") == end;
}

static gboolean
starts_block (const char *at, const char *end)
{
  const char *text = skip_marks (at, end);
  return text == end || text > at || *text == '|' || *text == '#' || g_ascii_isdigit (*text);
}

static void
end_block (Plain *plain)
{
  GString *out = plain->out;

  while (out->len > 0 && out->str[out->len - 1] == ' ')
    g_string_truncate (out, out->len - 1);
  if (out->len > 0 && out->str[out->len - 1] != '\n')
    append_piece (out, "\n", 1);
}

static void
add_heading (Plain *plain, const char *at, const char *end)
{
  PlainHeading heading;

  while (at < end && (*at == '#' || *at == ' '))
    at++;
  while (end > at && (end[-1] == '#' || end[-1] == ' '))
    end--;
  end_block (plain);
  heading.start = (guint) plain->out->len;
  add_line (plain, at, end);
  heading.end = (guint) plain->out->len;
  g_array_append_val (plain->headings, heading);
  end_block (plain);
}

static void
add_block_line (Plain *plain, const char *at, const char *end)
{
  if (is_fence (plain, skip_marks (at, end), end)) {
    end_block (plain);
    return;
  }
  if (plain->is_left_out)
    return;
  if (starts_block (at, end))
    end_block (plain);
  at = skip_marks (at, end);
  if (is_rule (at, end) || is_definition (at, end))
    return;
  if (*at == '#' && plain->fence == NULL) {
    add_heading (plain, at, end);
    return;
  }
  if (*at == '|') {
    do
      at++;
    while (at < end && *at == ' ');
    while (end > at && (end[-1] == ' ' || end[-1] == '|'))
      end--;
  }
  if (plain->out->len > 0 && plain->out->str[plain->out->len - 1] != '\n')
    append_piece (plain->out, " ", 1);
  add_line (plain, at, end);
}

void
plain_body (const Source *source, gsize offset, const FactScope *scope, GString *out,
            GArray *headings)
{
  Plain plain = { scope, out, headings, NULL, FALSE };
  const char *end = source->text + source->length;

  for (const char *at = source->text + MIN (offset, source->length); at < end;) {
    const char *stop = memchr (at, '\n', (gsize) (end - at));
    if (stop == NULL)
      stop = end;
    add_block_line (&plain, at, stop);
    at = stop + 1;
  }
  end_block (&plain);
}
