/* SPDX-License-Identifier: MIT */
/* CommonMark knows “1.” and “-”, joins “a) …” to the line before it, and asks for indentation. To
 * cut its paragraphs afterwards was tried on paper: a line after “- …” belongs to that item for
 * cmark, whatever stands at its start, so that half of the tree would have to be put together anew.
 * So the lines are written as the lists they are before cmark reads them. A line that begins a
 * paragraph without an empty line before it is written as an item, too, and taken out of its list
 * again. What must stay true: a line stays a line, since faults are found by line; and what is no
 * label stays as it is. */
#include "load/labels.h"

#include "base/i18n.h"
#include "load/line_breaks.h"
#include "load/roles.h"
#include "model/body.h"
#include "text/letter.h"
#include "text/roman.h"

#include <stdlib.h>
#include <string.h>

#define MOST_DEPTH 12

/* How far in the first item may stand; further is code. */
#define MOST_INDENT 3

/* In place of the label of an item that is a paragraph. No list is left with these marks: numbers
 * are written as dashes, too. */
#define PARAGRAPH      1
#define PARAGRAPH_MARK "1) "

typedef struct {
  guint rank;     /* the order in which labels nest; 0: no label */
  guint detail;   /* of BODY_ITEM */
  gsize length;   /* bytes */
  gboolean known; /* to CommonMark */
} Label;

typedef struct {
  const char *start, *text, *end; /* `text`: behind its spaces */
  gsize indent;                   /* columns before it */
  Label label;
} Line;

typedef struct {
  guint rank;
  gsize indent;     /* columns, as written */
  gsize content;    /* columns before what belongs to it, as rewritten */
  gboolean is_ours; /* FALSE: CommonMark reads it as it stands */
} Level;

/* What a paragraph has opened and not yet closed: a new one does not begin there. */
typedef struct {
  gboolean strong, code;  /* ** and ` */
  int brackets, sections; /* [ ] and {{# }} {{/ }} */
} Open;

typedef struct {
  const Labels *labels;
  const char *copied; /* what is before it stands in `out`, as it is now */
  GString *out;       /* NULL: all is as it was */
  guint line;
  Level levels[MOST_DEPTH];
  guint depth;
  const char *before;            /* the line before, or NULL after an empty one and at the start */
  gsize n_before;                /* its bytes */
  gboolean before_is_whole;      /* it is an item or a paragraph by itself */
  gboolean has_capital_headings; /* “A. …”: those with numerals stand below them */
  LineBlock block;               /* that the line belongs to; where lines are kept as written */
  Open open;                     /* at `looked`, */
  const char *looked;            /* and what is behind it is looked at when somebody asks */
  char fence;                    /* of the code block that is open, or 0 */
  gsize fence_length;
} Rewriter;

/* --- labels --- */

/* The ranks of “A.” and “I.”, and of dashes; that of crosses follows. */
enum { CAPITAL = 1, ROMAN, DASHES = 7 };

static const struct {
  const char *mark;
  gsize length;
  guint rank;
  gboolean known, needs_space;
} bullets[] = {
  { "-", 1, DASHES, TRUE, TRUE },
  { "*", 1, DASHES, TRUE, TRUE },
  { "–", 3, DASHES, FALSE, TRUE },
  { "•", 3, DASHES, FALSE, FALSE },
  { "+", 1, DASHES + 1, TRUE, TRUE },
  { "o", 1, DASHES + 1, FALSE, TRUE },
  { "▪", 3, DASHES + 1, FALSE, FALSE },
  { "◦", 3, DASHES + 1, FALSE, FALSE },
  { "■", 3, DASHES, FALSE, FALSE },
  { "●", 3, DASHES, FALSE, FALSE },
  { "\xEF\x82\xB7", 3, DASHES, FALSE, FALSE },     /* U+F0B7, as Word has “•” in Symbol */
  { "\xEF\x82\xA7", 3, DASHES + 1, FALSE, FALSE }, /* U+F0A7, “▪” in Wingdings */
  { "\xEF\x83\x98", 3, DASHES, FALSE, FALSE },     /* U+F0D8, “➢” */
};

/* What is shown of one that only a font of Word's knows. */
static gunichar
shown_bullet (gunichar c)
{
  return c == '*' ? '-' : c >= 0xF000 && c <= 0xF0FF ? 0x2022 : c;
}

static gboolean
is_space (char c)
{
  return c == ' ' || c == '\t' || c == '\n' || c == '\0';
}

static Label
read_bullet (const char *p)
{
  for (guint i = 0; i < G_N_ELEMENTS (bullets); i++) {
    gsize length = bullets[i].length;
    if (*p != *bullets[i].mark || strncmp (p, bullets[i].mark, length) != 0
        || (bullets[i].needs_space && p[length] != ' ' && p[length] != '\t'))
      continue;
    gunichar c = shown_bullet (g_utf8_get_char (p));
    return (Label){ bullets[i].rank, body_label_detail (LABEL_BULLET, c), length,
                    bullets[i].known };
  }
  return (Label){ 0 };
}

static Label
read_number (const char *p)
{
  gsize n = g_ascii_isdigit (*p) ? strspn (p, "0123456789") : 0;

  if (n == 0 || n > 6 || (p[n] != '.' && p[n] != ')') || !is_space (p[n + 1]))
    return (Label){ 0 };
  gboolean is_stop = p[n] == '.';
  guint detail = body_label_detail (is_stop ? LABEL_NUMBER_STOP : LABEL_NUMBER_BRACKET, atoi (p));
  return (Label){ is_stop ? 3 : 4, detail, n + 1, TRUE };
}

static Label
read_letter (const char *p)
{
  const char *end = *p ? g_utf8_next_char (p) : p;

  if ((*end != ')' && *end != '.') || !is_space (end[1]))
    return (Label){ 0 };
  gunichar c = g_utf8_get_char (p);
  if (!g_unichar_islower (c))
    return (Label){ 0 };
  gboolean is_stop = *end == '.';
  guint detail = body_label_detail (is_stop ? LABEL_LETTER_STOP : LABEL_LETTER_BRACKET, c);
  return (Label){ is_stop ? 6 : 5, detail, end + 1 - p, FALSE };
}

/* “A.”, “IV.” before words, since one alone may end a sentence; what may be either is a numeral. */
static Label
read_capital (const char *p)
{
  gsize n = 0;

  while (g_ascii_isupper (p[n]))
    n++;
  if (n == 0 || p[n] != '.' || p[n + 1] != ' ' || is_space (p[n + 2]))
    return (Label){ 0 };
  guint value = roman_value (p, n);
  if (value == 0 && n != 1)
    return (Label){ 0 };
  /* C., D., L., M. count letters: no text has a hundred parts. */
  gboolean is_roman = value > 0 && value < 50;
  if (!is_roman && n > 1)
    return (Label){ 0 };
  return (Label){ is_roman ? ROMAN : CAPITAL,
                  is_roman ? body_label_detail (LABEL_ROMAN_STOP, value)
                           : body_label_detail (LABEL_CAPITAL_STOP, *p),
                  n + 1, FALSE };
}

/* “---”, “* * *” */
static gboolean
is_rule (const char *p)
{
  gsize n = strspn (p, "-*_ \t");
  guint marks = 0;

  for (gsize i = 0; i < n; i++)
    marks += strchr ("-*_", p[i]) != NULL;
  return is_space (p[n]) && marks >= 3;
}

/* Behind “1.1.”, “1.2.3)”, “2/”, “1-”, “1.1 Đối tượng”, “(1)”, “(a)”; or NULL. These labels are
 * part of their text. */
static const char *
behind_part (const char *p, guint *rank)
{
  gboolean is_bracketed = *p == '(';
  const char *q = p + is_bracketed;
  guint n_numbers = 0;

  *rank = is_bracketed ? 6 : 4;
  if (is_bracketed && g_ascii_islower (*q))
    return q[1] == ')' ? q + 2 : NULL;
  for (gsize n; (n = strspn (q, "0123456789")) > 0 && n <= 2; q++) {
    q += n;
    n_numbers++;
    if (*q != '.' || !g_ascii_isdigit (q[1]))
      break;
  }
  if (is_bracketed)
    return n_numbers == 1 && *q == ')' ? q + 1 : NULL;
  if (n_numbers == 1) {
    *rank = 3;
    return *q == '/' || *q == '-' ? q + 1 : NULL;
  }
  return n_numbers == 0 ? NULL : q + (*q && strchr (".)/", *q) != NULL);
}

static Label
read_part (const char *p)
{
  guint rank;
  const char *end = behind_part (p, &rank);

  if (end == NULL || *end != ' ')
    return (Label){ 0 };
  gboolean is_sure = strchr (".)/", end[-1]) != NULL;
  const char *text = end + strspn (end, " *");
  return is_sure || g_unichar_isupper (g_utf8_get_char (text))
           ? (Label){ rank, PARAGRAPH, 0, FALSE }
           : (Label){ 0 };
}

static Label
read_label (const char *p)
{
  if ((*p == '-' || *p == '*' || *p == '_') && is_rule (p))
    return (Label){ 0 };
  Label label = read_bullet (p);
  if (label.rank == 0)
    label = read_number (p);
  if (label.rank == 0)
    label = read_letter (p);
  if (label.rank == 0)
    label = read_part (p);
  return label.rank ? label : read_capital (p);
}

/* --- levels --- */

static gsize
count_indent (const char *line, gsize *columns)
{
  gsize n = 0;

  for (*columns = 0; line[n] == ' ' || line[n] == '\t'; n++)
    *columns += line[n] == '\t' ? 4 - *columns % 4 : 1;
  return n;
}

/* What CommonMark reads by itself nests by indentation alone. */
static gboolean
is_below (const Level *level, const Line *line, gboolean by_rank)
{
  return line->indent >= level->indent + 2
         || (by_rank && line->label.rank > level->rank && line->indent + 1 >= level->indent);
}

/* Goes up to the level the item belongs to; where its text starts then. */
static gsize
find_level (Rewriter *rewriter, const Line *line, gboolean by_rank)
{
  while (rewriter->depth > 0
         && (rewriter->depth == MOST_DEPTH
             || !is_below (&rewriter->levels[rewriter->depth - 1], line, by_rank)))
    rewriter->depth--;
  return rewriter->depth > 0 ? rewriter->levels[rewriter->depth - 1].content : 0;
}

static void
push_level (Rewriter *rewriter, const Line *line, gsize content, gboolean is_ours)
{
  rewriter->levels[rewriter->depth++] = (Level){ line->label.rank, line->indent, content, is_ours };
}

static gboolean
has_ours (const Rewriter *rewriter)
{
  for (guint i = 0; i < rewriter->depth; i++)
    if (rewriter->levels[i].is_ours)
      return TRUE;
  return FALSE;
}

/* --- lines --- */

static gboolean
has_rank (const Rewriter *rewriter, guint rank)
{
  for (guint i = 0; i < rewriter->depth; i++)
    if (rewriter->levels[i].rank == rank)
      return TRUE;
  return FALSE;
}

/* The line before, without the space at its end. Caller frees. */
static char *
copy_before (const Rewriter *rewriter)
{
  return g_strchomp (g_strndup (rewriter->before, rewriter->n_before));
}

/* A sentence or a clause ends with the line before, that is whole, or an item of this kind is open.
 */
static gboolean
starts_item (const Rewriter *rewriter, const Label *label)
{
  static const char *const ends[] = { ".", ";", ":", ",", "!", "?", "…", ")", "”", "*" };

  if (rewriter->before == NULL || rewriter->before_is_whole || has_rank (rewriter, label->rank))
    return TRUE;
  g_autofree char *before = copy_before (rewriter);
  for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
    if (g_str_has_suffix (before, ends[i]))
      return TRUE;
  return *before == '#';
}

/* Whether CommonMark begins an item here, also behind a line of text. */
static gboolean
interrupts (const Rewriter *rewriter, const Label *label)
{
  guint first = body_label_detail (LABEL_NUMBER_STOP, 1);
  return label->known
         && (rewriter->before == NULL || rewriter->depth > 0 || label->rank >= DASHES
             || label->detail == first);
}

static void
report_doubt (const Rewriter *rewriter, const Line *line)
{
  report_warning (rewriter->labels->report, rewriter->labels->source,
                  (Place){ rewriter->line, 1 + line->text - line->start },
                  _ ("put an empty line before it if it is an item; else write it behind the text"),
                  _ ("this line begins like an item, but the one before it goes on"));
}

/* What stands between the last item that was rewritten and `until`, as it is. */
static void
copy_until (Rewriter *rewriter, const char *until)
{
  if (rewriter->out == NULL)
    rewriter->out = g_string_new (NULL);
  g_string_append_len (rewriter->out, rewriter->copied, until - rewriter->copied);
}

/* Dashes and crosses that CommonMark knows are bullets where labels are not kept as written. */
static void
write_item (Rewriter *rewriter, const Line *line, gsize at)
{
  static const char marks[] = "-*+"; /* another one begins another list */
  const Label *label = &line->label;
  const char *rest = line->text + label->length;
  const char mark[] = { marks[label->rank % 3], ' ', '\0' };

  copy_until (rewriter, line->start);
  g_string_append_printf (rewriter->out, "%*s%s", (int) at, "",
                          label->detail == PARAGRAPH ? PARAGRAPH_MARK : mark);
  rewriter->copied = rest + strspn (rest, " \t");
  if (label->known && label->rank >= DASHES && !rewriter->labels->as_written)
    return;
  g_hash_table_insert (rewriter->labels->labels, GUINT_TO_POINTER (rewriter->line),
                       GUINT_TO_POINTER (label->detail));
}

/* The item stands within one of ours, or goes on with a list of ours that was `depth` deep. */
static gboolean
belongs_to_ours (const Rewriter *rewriter, const Line *line, guint depth)
{
  const Level *left = rewriter->depth < depth ? &rewriter->levels[rewriter->depth] : NULL;

  if (left && left->rank == line->label.rank)
    return left->is_ours;
  return rewriter->depth > 0 && rewriter->levels[rewriter->depth - 1].is_ours;
}

/* Whether the line is an item, or only begins like one. */
static gboolean
is_item (const Rewriter *rewriter, const Line *line)
{
  if (line->label.rank == 0 || (rewriter->depth == 0 && line->indent > MOST_INDENT))
    return FALSE;
  if (interrupts (rewriter, &line->label) || starts_item (rewriter, &line->label))
    return TRUE;
  report_doubt (rewriter, line);
  return FALSE;
}

static void
rewrite_item (Rewriter *rewriter, const Line *line)
{
  gboolean is_plain = !rewriter->labels->as_written && interrupts (rewriter, &line->label);
  guint depth = rewriter->depth;
  gsize at = find_level (rewriter, line, !is_plain || has_ours (rewriter));

  if (is_plain && !belongs_to_ours (rewriter, line, depth)) {
    push_level (rewriter, line, line->indent + line->label.length + 1, FALSE);
    return;
  }
  gboolean is_paragraph = line->label.detail == PARAGRAPH;
  push_level (rewriter, line, at + (is_paragraph ? strlen (PARAGRAPH_MARK) : 2), TRUE);
  write_item (rewriter, line, at);
}

/* --- paragraphs --- */

static void
look_for_marks (Open *open, const char *start, const char *end)
{
  for (const char *p = start; p < end; p++) {
    if (*p == '\\' && p + 1 < end)
      p++;
    else if (*p == '`')
      open->code = !open->code;
    else if (*p == '*' && p[1] == '*') {
      open->strong = !open->strong;
      p++;
    } else if (*p == '[' || *p == ']')
      open->brackets += *p == '[' ? 1 : -1;
    else if (*p == '{' && p[1] == '{')
      open->sections += p[2] == '#' || p[2] == '^' ? 1 : p[2] == '/' ? -1 : 0;
  }
}

/* Before the line. Most paragraphs are one line, and nobody asks. */
static gboolean
is_open (Rewriter *rewriter, const Line *line)
{
  Open *open = &rewriter->open;

  look_for_marks (open, rewriter->looked, line->start);
  rewriter->looked = line->start;
  return open->strong || open->code || open->brackets > 0 || open->sections > 0;
}

/* Dots to write on before it, or “Căn cứ …;” and “Điều 2.” behind the end of a sentence. */
static gboolean
opens_line (const Rewriter *rewriter, const Line *line)
{
  g_autofree char *before = copy_before (rewriter);
  gsize n = strlen (before);
  gboolean has_end = n > 0 && strchr (";:.", before[n - 1]) != NULL;
  return (has_end && roles_open_line (line->text)) || roles_end_blank (before);
}

/* “\\” or two spaces at the end of the line before. */
static gboolean
has_hard_break (const Rewriter *rewriter)
{
  const char *end = rewriter->before + rewriter->n_before;
  return end[-1] == '\\' || (rewriter->n_before > 1 && end[-1] == ' ' && end[-2] == ' ');
}

static void
report_joined (const Rewriter *rewriter, const Line *line)
{
  report_warning (rewriter->labels->report, rewriter->labels->source,
                  (Place){ rewriter->line, 1 + line->text - line->start },
                  _ ("put an empty line before it if it is a paragraph of its own"),
                  _ ("this line begins with a sentence; it is printed behind the line before it"));
}

/* Whether the line is the first of a paragraph, though no empty line stands before it. */
static gboolean
begins_paragraph (Rewriter *rewriter, const Line *line)
{
  const char *before = rewriter->before;

  /* What has no bars is no row, whatever GFM says: nobody writes one so. */
  if (before && *before == '|' && rewriter->labels->as_written && line->label.rank == 0)
    return memchr (line->start, '|', line->end - line->start) == NULL;
  /* Behind headings, quotations, pictures, footnotes and comments all is as it was. */
  if (before == NULL || strchr ("#|>![<", *before) || has_hard_break (rewriter)
      || line->label.rank > 0 || strchr ("#|>", *line->text) || is_open (rewriter, line))
    return FALSE;
  if (opens_line (rewriter, line))
    return TRUE;
  if (!rewriter->labels->as_written)
    return FALSE;
  LineBreak meant = line_break_between (&rewriter->block, before, rewriter->n_before, line->text);
  if (meant == BREAK_DOUBTFUL)
    report_joined (rewriter, line);
  return meant == BREAK_MEANT;
}

static void
write_paragraph (Rewriter *rewriter, const Line *line)
{
  gsize at = find_level (rewriter, line, FALSE);

  copy_until (rewriter, line->start);
  g_string_append_printf (rewriter->out, "%*s" PARAGRAPH_MARK, (int) at, "");
  rewriter->copied = line->text;
  g_hash_table_insert (rewriter->labels->labels, GUINT_TO_POINTER (rewriter->line),
                       GUINT_TO_POINTER (PARAGRAPH));
}

/* --- headings --- */

/* “I. MỤC ĐÍCH, YÊU CẦU”: a letter pasted from Word has its headings as lines like any other. */
static gboolean
is_heading (const Rewriter *rewriter, const Line *line)
{
  const char *title = line->text + line->label.length;

  return rewriter->labels->as_written && line->indent == 0
         && (line->label.rank == CAPITAL || line->label.rank == ROMAN)
         && letters_are_capitals (title, line->end - title);
}

static void
write_heading (Rewriter *rewriter, const Line *line)
{
  gboolean is_below = line->label.rank == ROMAN && rewriter->has_capital_headings;

  copy_until (rewriter, line->start);
  g_string_append (rewriter->out, is_below ? "### " : "## ");
  rewriter->copied = line->start;
  rewriter->has_capital_headings |= line->label.rank == CAPITAL;
  rewriter->depth = 0;
  rewriter->before = NULL; /* whatever follows is another block */
}

/* --- all lines --- */

/* TRUE within a block of code, its fences included. */
static gboolean
is_code (Rewriter *rewriter, const char *line)
{
  const char *p = line;
  while (*p == ' ' || *p == '\t' || *p == '>')
    p++;
  gsize n = *p == '`' || *p == '~' ? strspn (p, *p == '`' ? "`" : "~") : 0;

  if (rewriter->fence) {
    if (*p == rewriter->fence && n >= rewriter->fence_length && is_space (p[n]))
      rewriter->fence = 0;
    return TRUE;
  }
  if (n < 3)
    return FALSE;
  rewriter->fence = *p;
  rewriter->fence_length = n;
  return TRUE;
}

/* Text at the margin after an empty line, and what is no text, ends all lists. */
static gboolean
ends_lists (const Rewriter *rewriter, const char *line)
{
  return *line == '#' || *line == '>' || *line == '|'
         || (rewriter->before == NULL && !is_space (*line));
}

static gboolean
is_row (const Rewriter *rewriter, const char *line, const char *end)
{
  return rewriter->before && memchr (rewriter->before, '|', rewriter->n_before)
         && memchr (line, '|', end - line);
}

/* Within code, tables and nothing at all there are no labels. */
static gboolean
is_text (Rewriter *rewriter, const Line *line)
{
  gboolean is_within_code = is_code (rewriter, line->start);
  return !is_within_code && line->text < line->end && !is_row (rewriter, line->start, line->end);
}

static void
rewrite_line (Rewriter *rewriter, const Line *line)
{
  gboolean is_plain_text = is_text (rewriter, line);

  if (is_plain_text && is_heading (rewriter, line)) {
    write_heading (rewriter, line);
    return;
  }
  gboolean is_an_item = is_plain_text && is_item (rewriter, line);

  if (is_plain_text && line->label.rank == 0 && ends_lists (rewriter, line->start))
    rewriter->depth = 0;
  if (rewriter->before == NULL && rewriter->labels->as_written)
    rewriter->block = line_block_look (line->start);
  gboolean is_anew = is_plain_text && !is_an_item && begins_paragraph (rewriter, line);
  if (is_an_item)
    rewrite_item (rewriter, line);
  else if (is_anew)
    write_paragraph (rewriter, line);
  if (is_an_item || is_anew || rewriter->before == NULL) {
    rewriter->open = (Open){ 0 };
    rewriter->looked = line->text;
  }
  rewriter->before = line->text < line->end ? line->start : NULL;
  rewriter->n_before = line->end - line->start;
  rewriter->before_is_whole = is_an_item || is_anew;
}

static Line
read_line (const char *start)
{
  Line line = { .start = start, .end = strchrnul (start, '\n') };
  gsize n = count_indent (start, &line.indent);

  line.text = start + n;
  line.label = read_label (line.text);
  return line;
}

char *
labels_rewrite (const Labels *labels, const char *text, guint first_line)
{
  Rewriter rewriter = { .labels = labels, .copied = text, .line = first_line };

  for (const char *start = text; *start; rewriter.line++) {
    Line line = read_line (start);
    rewrite_line (&rewriter, &line);
    start = line.end + (*line.end == '\n');
  }
  if (rewriter.out == NULL)
    return NULL;
  copy_until (&rewriter, rewriter.copied + strlen (rewriter.copied));
  return g_string_free (rewriter.out, FALSE);
}

/* --- lists --- */

/* The detail of the label of `item`, or 0. */
typedef struct {
  guint (*line_of) (gconstpointer data, cmark_node *item);
  gconstpointer data;
} Lines;

/* The label of a line is that of its first item: “a) - b” has one. */
static guint
label_of (const Labels *labels, const Lines *lines, cmark_node *item)
{
  guint line = lines->line_of (lines->data, item);
  cmark_node *outer = cmark_node_parent (cmark_node_parent (item));
  if (outer && cmark_node_get_type (outer) == CMARK_NODE_ITEM
      && lines->line_of (lines->data, outer) == line)
    return 0;
  return GPOINTER_TO_UINT (g_hash_table_lookup (labels->labels, GUINT_TO_POINTER (line)));
}

/* TRUE when the labels of `list` go on from `label` by `step`. */
static gboolean
goes_on (const Labels *labels, const Lines *lines, cmark_node *list, guint label, guint step)
{
  for (cmark_node *item = cmark_node_first_child (list); item; item = cmark_node_next (item)) {
    if (label_of (labels, lines, item) != label)
      return FALSE;
    label += step;
  }
  return TRUE;
}

gboolean
labels_hold_paragraphs (const Labels *labels, cmark_node *list,
                        guint (*line_of) (gconstpointer data, cmark_node *item), gconstpointer data)
{
  const Lines lines = { line_of, data };
  cmark_node *first = cmark_node_first_child (list);
  return first && label_of (labels, &lines, first) == PARAGRAPH;
}

void
labels_mark (const Labels *labels, cmark_node *list,
             guint (*line_of) (gconstpointer data, cmark_node *item), gconstpointer data)
{
  const Lines lines = { line_of, data };
  cmark_node *first = cmark_node_first_child (list);
  guint label = first ? label_of (labels, &lines, first) : 0;

  if (label == body_label_detail (LABEL_BULLET, '-') && goes_on (labels, &lines, list, label, 0))
    return;
  if (body_label_kind (label) == LABEL_NUMBER_STOP && goes_on (labels, &lines, list, label, 1)) {
    cmark_node_set_list_type (list, CMARK_ORDERED_LIST);
    cmark_node_set_list_start (list, body_label_value (label));
    return;
  }
  for (cmark_node *item = first; item; item = cmark_node_next (item)) {
    label = label_of (labels, &lines, item);
    if (label && body_role (item) == BODY_PLAIN)
      body_mark (item, BODY_ITEM, label);
  }
}
