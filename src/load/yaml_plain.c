/* SPDX-License-Identifier: MIT */
/* libyaml makes tokens of characters and events of tokens, each with memory of its own; for the ten
 * lines of ten thousand documents it took longer than all that was made of them. Here a line is
 * looked at once. What must stay true: what is taken is read as libyaml reads it, to the column
 * (tests/unit/load/yaml_plain.c asks both about all that can be put together of the marks of YAML).
 * So whatever is not on one line or could be taken for a mark is left to it. */
#include "load/yaml_plain.h"

#include "base/block.h"

#include <string.h>

/* More of either is left to libyaml, which has hash tables. */
#define MOST_ENTRIES 64
#define MOST_LEVELS  8
#define LONGEST_KEY  256

typedef struct {
  const char *start, *text, *end; /* `text`: behind its indentation; `end`: without spaces */
  guint number;
} Line;

typedef struct {
  const char *next, *end; /* behind the line at hand */
  Line line;              /* the next to be read; `text` is NULL after the last one */
  gboolean is_other;      /* something was not plain */
} Reader;

/* --- lines --- */

/* Bytes that YAML takes for ends of lines or refuses. */
static gboolean
is_plain_byte (const guchar *p)
{
  if (*p < 0x7F)
    return *p >= ' ';
  if (*p > 0xC2 && *p < 0xE2)
    return TRUE;
  return *p != 0x7F && !(*p == 0xC2 && p[1] < 0xA0)
         && !(*p == 0xE2 && p[1] == 0x80 && (p[2] | 1) == 0xA9) && *p != 0xEF;
}

/* Those that may be one of these. */
static inline Block
doubts (const char *p)
{
  Block at = block_at (p);
  return ((Block) (at < ' ') & (Block) (at != '\n')) | (Block) (at == 0x7F) | (Block) (at == 0xC2)
         | (Block) (at == 0xE2) | (Block) (at == 0xEF);
}

static gboolean
is_plain_text (const char *start, const char *end)
{
  for (const char *p = start; p < end;)
    if (end - p >= BLOCK_LENGTH && block_first (doubts (p)) == BLOCK_LENGTH)
      p += BLOCK_LENGTH;
    else if (*p == '\n' || is_plain_byte ((const guchar *) p))
      p++;
    else
      return FALSE;
  return TRUE;
}

static const char *
skip_spaces (const char *p, const char *end)
{
  while (p < end && *p == ' ')
    p++;
  return p;
}

static const char *
trim_spaces (const char *start, const char *end)
{
  while (end > start && end[-1] == ' ')
    end--;
  return end;
}

/* Goes on to the next line that is neither empty nor a comment. */
static void
next_line (Reader *reader)
{
  Line *line = &reader->line;

  do {
    if (reader->next >= reader->end) {
      line->text = NULL;
      return;
    }
    const char *stop = memchr (reader->next, '\n', reader->end - reader->next);
    line->start = reader->next;
    line->end = stop ? stop : reader->end;
    reader->next = line->end + 1;
    line->number++;
    line->text = skip_spaces (line->start, line->end);
    line->end = trim_spaces (line->text, line->end);
  } while (line->text == line->end || *line->text == '#');
}

static gsize
indent_of (const Reader *reader)
{
  return reader->line.text - reader->line.start;
}

static gboolean
is_item (const Reader *reader)
{
  const Line *line = &reader->line;
  return line->text && *line->text == '-' && line->end - line->text > 1 && line->text[1] == ' ';
}

/* --- nodes --- */

static YamlNode *
node_at (const Reader *reader, YamlKind kind, const char *p)
{
  guint col = 1 + g_utf8_strlen (reader->line.start, p - reader->line.start);
  return yaml_node_new (kind, (Place){ reader->line.number, col });
}

static YamlNode *
give_up (Reader *reader, YamlNode *node)
{
  reader->is_other = TRUE;
  yaml_node_free (node);
  return NULL;
}

/* --- scalars --- */

/* “"text"”, “'text'”, without the mark or a backslash in it. */
static YamlNode *
read_quoted (Reader *reader, const char *start, const char *end)
{
  if (end - start < 2 || end[-1] != *start || memchr (start + 1, *start, end - start - 2)
      || memchr (start, '\\', end - start))
    return give_up (reader, NULL);
  YamlNode *node = node_at (reader, YAML_SCALAR, start);
  node->text = g_strndup (start + 1, end - start - 2);
  node->is_quoted = TRUE;
  return node;
}

/* The text from `start` to `end`, around which there is no space. `marks`: what may not be in it.
 */
static YamlNode *
read_scalar (Reader *reader, const char *start, const char *end, const char *marks)
{
  if (start < end && (*start == '"' || *start == '\''))
    return read_quoted (reader, start, end);
  if (start == end || strchr ("-?:,[]{}#&*!|>%@`", *start))
    return give_up (reader, NULL);
  for (const char *p = start; (p = memchr (p, ':', end - p)) != NULL; p++)
    if (p + 1 == end || p[1] == ' ')
      return give_up (reader, NULL);
  for (const char *p = start; (p = memchr (p, '#', end - p)) != NULL; p++)
    if (p[-1] == ' ')
      return give_up (reader, NULL);
  for (const char *p = start; *marks && p < end; p++)
    if (strchr (marks, *p))
      return give_up (reader, NULL);
  YamlNode *node = node_at (reader, YAML_SCALAR, start);
  node->text = g_strndup (start, end - start);
  return node;
}

/* “[a, b]”; commas are not in any of its texts. */
static YamlNode *
read_brackets (Reader *reader, const char *start, const char *end)
{
  YamlNode *list = node_at (reader, YAML_LIST, start);
  const char *last = end - 1;

  if (*last != ']' || last == start)
    return give_up (reader, list);
  start = skip_spaces (start + 1, last);
  while (start < last && !reader->is_other) {
    const char *comma = memchr (start, ',', last - start);
    const char *stop = comma ? comma : last;
    YamlNode *item = read_scalar (reader, start, trim_spaces (start, stop), ":?[]{}#");
    if (item)
      yaml_node_take (list, item);
    start = skip_spaces (stop + 1, last);
    if (comma && start >= last)
      return give_up (reader, list);
  }
  return reader->is_other ? give_up (reader, list) : list;
}

static YamlNode *
read_text (Reader *reader, const char *start, const char *end)
{
  return *start == '[' ? read_brackets (reader, start, end) : read_scalar (reader, start, end, "");
}

/* --- lists and maps --- */

static YamlNode *read_map (Reader *reader, guint level);

/* What follows on the same line must not go on in the next one. */
static void
end_line (Reader *reader, gsize indent)
{
  next_line (reader);
  if (reader->line.text && indent_of (reader) > indent)
    reader->is_other = TRUE;
}

static YamlNode *
read_list (Reader *reader)
{
  YamlNode *list = node_at (reader, YAML_LIST, reader->line.text);
  gsize indent = indent_of (reader);

  while (!reader->is_other && is_item (reader) && indent_of (reader) == indent) {
    const Line *line = &reader->line;
    YamlNode *item = read_text (reader, skip_spaces (line->text + 1, line->end), line->end);
    if (item)
      yaml_node_take (list, item);
    end_line (reader, indent);
  }
  return list;
}

/* The colon behind the key of the line at hand; NULL where it is no plain key. */
static const char *
find_colon (const Line *line)
{
  if (!g_ascii_isalnum (*line->text) && (guchar) *line->text < 0x80)
    return NULL;
  for (const char *p = line->text; p < line->end && p - line->text < LONGEST_KEY; p++) {
    if (*p == ':' && (p + 1 == line->end || p[1] == ' '))
      return p;
    if (*p == '#' || *p == '"' || *p == '\'')
      return NULL;
  }
  return NULL;
}

static YamlNode *
read_value (Reader *reader, const char *colon, guint level)
{
  const Line *line = &reader->line;
  const char *start = skip_spaces (colon + 1, line->end);
  gsize indent = indent_of (reader);

  if (start < line->end) {
    YamlNode *node = read_text (reader, start, line->end);
    end_line (reader, indent);
    return node;
  }
  YamlNode *nothing = node_at (reader, YAML_SCALAR, colon + 1);
  next_line (reader);
  gboolean is_list = is_item (reader) && indent_of (reader) >= indent;
  if (!is_list && (line->text == NULL || indent_of (reader) <= indent)) {
    nothing->text = g_strdup ("");
    return nothing;
  }
  yaml_node_free (nothing);
  return is_list ? read_list (reader) : read_map (reader, level + 1);
}

static gboolean
has_key (const YamlNode *map, const char *key)
{
  for (guint i = 0; i < map->n_items; i++)
    if (strcmp (map->items[i]->key, key) == 0)
      return TRUE;
  return FALSE;
}

/* One entry of `map`. */
static void
read_entry (Reader *reader, YamlNode *map, guint level)
{
  const char *text = reader->line.text;
  const char *colon = find_colon (&reader->line);
  if (colon == NULL || map->n_items == MOST_ENTRIES) {
    reader->is_other = TRUE;
    return;
  }
  g_autofree char *key = g_strndup (text, trim_spaces (text, colon) - text);
  Place place = { reader->line.number, 1 + indent_of (reader) };
  YamlNode *value = read_value (reader, colon, level);
  if (value == NULL || has_key (map, key)) {
    give_up (reader, value);
    return;
  }
  value->key = g_steal_pointer (&key);
  value->key_place = place;
  yaml_node_take (map, value);
}

static YamlNode *
read_map (Reader *reader, guint level)
{
  YamlNode *map = node_at (reader, YAML_MAP, reader->line.text);
  gsize indent = indent_of (reader);

  if (level == MOST_LEVELS)
    reader->is_other = TRUE;
  while (!reader->is_other && reader->line.text && indent_of (reader) == indent)
    read_entry (reader, map, level);
  return map;
}

YamlNode *
yaml_plain_read (const char *text, gsize length, guint first_line)
{
  Reader reader = { .next = text, .end = text + length, .line = { .number = first_line - 1 } };

  if (!is_plain_text (text, text + length))
    return NULL;
  next_line (&reader);
  if (reader.line.text == NULL)
    return NULL;
  YamlNode *map = read_map (&reader, 0);
  /* Whoever reads a list or a map stops at the line that does not belong to it. */
  return reader.is_other || reader.line.text ? give_up (&reader, map) : map;
}
