/* SPDX-License-Identifier: MIT */
/* Tags are found by their delimiters alone, as the specification has it: whatever stands between
 * them cannot open another tag. So a forgotten “}}” would swallow the text up to the next tag and
 * be reported there; tag_check_name() sees it by an opening delimiter or a line end within a name,
 * and reports it where it was forgotten. */
#include "template/scan.h"

#include <string.h>

/* Longer ones serve nobody, and looking for them could take long. */
#define LONGEST_DELIMITER 16

static const char sigils[] = "{&#^/!=><$";

void
scanner_init (Scanner *scanner, const Source *source)
{
  *scanner = (Scanner){
    .source = source,
    .open = { "{{", 2 },
    .close = { "}}", 2 },
    .place = { 1, 1 },
  };
}

/* Counts on from the last place: asking for every tag of a long line stays linear. */
static Place
scanner_place (Scanner *scanner, gsize offset)
{
  const char *p = scanner->source->text + scanner->placed_at;
  const char *end = scanner->source->text + offset;

  for (; p < end; p++) {
    if (*p == '\n') {
      scanner->place.line++;
      scanner->place.col = 1;
    } else if ((*p & 0xC0) != 0x80) {
      scanner->place.col++;
    }
  }
  scanner->placed_at = offset;
  return scanner->place;
}

/* The next `delimiter` from `from` on. Not memmem(), whose check under AddressSanitizer reads the
 * whole rest every time. */
static gboolean
scanner_find (const Scanner *scanner, gsize from, Delimiter delimiter, gsize *at)
{
  const char *end = scanner->source->text + scanner->source->length;
  const char *p = scanner->source->text + from;

  for (; (p = memchr (p, delimiter.text[0], end - p)) != NULL; p++)
    if ((gsize) (end - p) >= delimiter.length
        && memcmp (p, delimiter.text, delimiter.length) == 0) {
      *at = p - scanner->source->text;
      return TRUE;
    }
  return FALSE;
}

/* Where the name of a tag ends and where the tag does. “{{{name}}}” and “{{=… …=}}” close with one
 * character more than the delimiter. */
static gboolean
scanner_find_close (const Scanner *scanner, const TemplateTag *tag, gsize from, gsize *name_end,
                    gsize *end)
{
  const char first = tag->sigil == '{' ? '}' : tag->sigil == '=' ? '=' : '\0';
  const char *text = scanner->source->text;
  gsize at;

  for (gsize next = from; scanner_find (scanner, next, scanner->close, &at); next = at + 1) {
    gboolean has_first = at > from && text[at - 1] == first;
    if (first != '\0' && !has_first)
      continue;
    *name_end = at - has_first;
    *end = at + scanner->close.length;
    return TRUE;
  }
  return FALSE;
}

static void
tag_trim_name (TemplateTag *tag)
{
  while (tag->name_length > 0 && g_ascii_isspace (tag->name[0])) {
    tag->name++;
    tag->name_length--;
  }
  while (tag->name_length > 0 && g_ascii_isspace (tag->name[tag->name_length - 1]))
    tag->name_length--;
}

static Delimiter
next_word (const char **at, const char *end)
{
  while (*at < end && g_ascii_isspace (**at))
    (*at)++;
  Delimiter word = { *at, 0 };
  while (*at < end && !g_ascii_isspace (**at))
    (*at)++;
  word.length = *at - word.text;
  return word;
}

static ScanStatus
scanner_set_delimiters (Scanner *scanner, const TemplateTag *tag)
{
  const char *at = tag->name;
  const char *end = tag->name + tag->name_length;
  Delimiter open = next_word (&at, end);
  Delimiter close = next_word (&at, end);

  if (close.length == 0 || at < end || MAX (open.length, close.length) > LONGEST_DELIMITER
      || memchr (tag->name, '=', tag->name_length))
    return SCAN_BAD_DELIMITERS;
  scanner->open = open;
  scanner->close = close;
  return SCAN_TAG;
}

gboolean
tag_is_json (const TemplateTag *tag, const char **name, gsize *length)
{
  static const char word[] = "json ";
  const char *end = tag->name + tag->name_length;

  if (tag->sigil != '\0' || tag->name_length < sizeof word || strncmp (tag->name, word, 5) != 0)
    return FALSE;
  *name = tag->name + 5;
  while (*name < end && **name == ' ')
    (*name)++;
  *length = end - *name;
  return memchr (*name, ' ', *length) == NULL && *length > 0;
}

static ScanStatus
tag_check_name (const Scanner *scanner, const TemplateTag *tag)
{
  gboolean has_space = FALSE;
  const char *rest;
  gsize length;

  if (tag->name_length == 0)
    return SCAN_EMPTY;
  if (memmem (tag->name, tag->name_length, scanner->open.text, scanner->open.length))
    return SCAN_UNCLOSED; /* what closes it belongs to a later tag */
  for (gsize i = 0; i < tag->name_length; i++) {
    if (tag->name[i] == '\n')
      return SCAN_UNCLOSED;
    has_space |= g_ascii_isspace (tag->name[i]);
  }
  if (tag->sigil == '\0' && strchr (sigils, tag->name[0]))
    return SCAN_SPACE_BEFORE;
  return has_space && !tag_is_json (tag, &rest, &length) ? SCAN_SPACE_IN_NAME : SCAN_TAG;
}

/* What stands between `start` and its closing delimiter, if it has one. */
static gboolean
scanner_read_tag (Scanner *scanner, gsize start, TemplateTag *tag)
{
  const char *text = scanner->source->text;
  gsize name_start = start + scanner->open.length;
  gsize name_end;

  *tag = (TemplateTag){ .place = scanner_place (scanner, start), .start = start };
  if (text[name_start] != '\0' && strchr (sigils, text[name_start]))
    tag->sigil = text[name_start++];
  scanner->at = name_start;
  if (!scanner_find_close (scanner, tag, name_start, &name_end, &tag->end)) {
    /* Where nothing is left that could close a tag, no other one is worth looking for. */
    if (!scanner_find (scanner, name_start, scanner->close, &name_end))
      scanner->at = scanner->source->length;
    return FALSE;
  }
  tag->name = text + name_start;
  tag->name_length = name_end - name_start;
  tag_trim_name (tag);
  return TRUE;
}

static void
scanner_skip_close (Scanner *scanner)
{
  gsize at;
  if (scanner_find (scanner, scanner->at, scanner->close, &at))
    scanner->at = at + scanner->close.length;
}

ScanStatus
scanner_next (Scanner *scanner, TemplateTag *tag)
{
  ScanStatus status = SCAN_TAG;
  gsize start;

  if (!scanner_find (scanner, scanner->at, scanner->open, &start))
    return SCAN_END;
  gboolean is_closed = scanner_read_tag (scanner, start, tag);
  if (tag->sigil == '=')
    status = is_closed ? scanner_set_delimiters (scanner, tag) : SCAN_BAD_DELIMITERS;
  else if (!is_closed)
    status = SCAN_UNCLOSED;
  else if (tag->sigil != '!')
    status = tag_check_name (scanner, tag);

  /* What seemed to close a broken tag may well close a later, good one. */
  if (status == SCAN_BAD_DELIMITERS)
    scanner_skip_close (scanner);
  else if (status != SCAN_UNCLOSED)
    scanner->at = tag->end;
  return status;
}
