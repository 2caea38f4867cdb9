/* SPDX-License-Identifier: MIT */
#include "load/raw_lines.h"

#include <string.h>

struct RawLines {
  guint first_line;
  char *text;              /* of all lines, each ended by NUL */
  GPtrArray *texts;        /* char, in `text`: where they start */
  GHashTable *definitions; /* label, owned → its line */
};

/* A label as CommonMark compares them: without case, with single spaces. */
static char *
label_copy (const char *start, const char *end)
{
  g_autofree char *folded = g_utf8_casefold (start, end - start);
  g_auto (GStrv) words = g_strsplit_set (folded, " \t", -1);
  g_autoptr (GPtrArray) kept = g_ptr_array_new ();

  for (guint i = 0; words[i]; i++)
    if (*words[i])
      g_ptr_array_add (kept, words[i]);
  g_ptr_array_add (kept, NULL);
  return g_strjoinv (" ", (char **) kept->pdata);
}

/* The end of the label when `line` is a link reference definition, "[label]: address"; else NULL.
 * "[^label]: …" is a footnote (load/footnotes.h). */
static const char *
definition_label_end (const char *line)
{
  const char *end = line[0] == '[' && line[1] != '^' ? strpbrk (line + 1, "[]") : NULL;
  return end && end[0] == ']' && end[1] == ':' ? end : NULL;
}

gboolean
raw_line_is_definition (const char *line)
{
  return definition_label_end (line) != NULL;
}

static void
note_definition (RawLines *lines, const char *line)
{
  const char *first = line + strspn (line, " \t>");
  const char *label_end = definition_label_end (first);

  if (label_end == NULL)
    return;
  /* Of two definitions the first counts. */
  g_autofree char *label = label_copy (first + 1, label_end);
  if (!g_hash_table_contains (lines->definitions, label))
    g_hash_table_insert (lines->definitions, g_steal_pointer (&label), (char *) first);
}

RawLines *
raw_lines_new (const Source *source, gsize offset, guint first_line)
{
  RawLines *lines = g_new (RawLines, 1);

  lines->first_line = first_line;
  lines->text = g_strdup (source->text + offset);
  lines->texts = g_ptr_array_new ();
  lines->definitions = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (char *line = lines->text; *line;) {
    char *end = strchrnul (line, '\n');
    char *next = *end ? end + 1 : end;
    *end = '\0';
    g_ptr_array_add (lines->texts, line);
    note_definition (lines, line);
    line = next;
  }
  return lines;
}

void
raw_lines_free (RawLines *lines)
{
  if (lines == NULL)
    return;
  g_hash_table_unref (lines->definitions);
  g_ptr_array_unref (lines->texts);
  g_free (lines->text);
  g_free (lines);
}

/* Only those: many small tables, each parsed with all definitions, would take quadratic time. */
char *
raw_lines_definitions_for (const RawLines *lines, const char *const *texts, guint n)
{
  g_autoptr (GHashTable) taken = g_hash_table_new (NULL, NULL); /* Set<line> */
  GString *definitions = g_string_new ("\n");

  for (guint i = 0; i < n && g_hash_table_size (lines->definitions) > 0; i++) {
    const char *open = NULL;
    for (const char *p = strpbrk (texts[i], "[]"); p; p = strpbrk (p + 1, "[]")) {
      if (*p == ']' && open) {
        g_autofree char *label = label_copy (open, p);
        char *line = g_hash_table_lookup (lines->definitions, label);
        if (line && g_hash_table_add (taken, line))
          g_string_append_printf (definitions, "%s\n", line);
      }
      open = *p == '[' ? p + 1 : NULL;
    }
  }
  return g_string_free (definitions, FALSE);
}

/* What block quotes and lists put before the text of a line. The marks of list items stand before
 * the first line of a paragraph only. */
static const char *
skip_containers (const char *line, gboolean is_first)
{
  for (;;) {
    line += strspn (line, " \t>");
    gsize n = strspn (line, "0123456789");
    gboolean is_mark =
      n > 0 ? n <= 9 && strchr (".)", line[n]) && line[n] : *line && strchr ("-*+", *line);
    if (!is_first || !is_mark || line[n + 1] == '\0' || strchr (" \t", line[n + 1]) == NULL)
      return line;
    line += n + 1;
  }
}

const char **
raw_lines_of_paragraph (const RawLines *lines, guint first, guint n)
{
  const char **texts = g_new0 (const char *, n + 1);

  for (guint i = 0; i < n; i++) {
    guint index = first - lines->first_line + i;
    texts[i] =
      skip_containers (index < lines->texts->len ? lines->texts->pdata[index] : "", i == 0);
  }
  return texts;
}
