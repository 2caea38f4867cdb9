/* SPDX-License-Identifier: MIT */
/* Text that was only text must not become markup: what CommonMark would read as such is escaped,
 * and nothing else, so that the file stays one an officer can edit. */
#include "word/markdown.h"

#include "text/fold.h"
#include "word/lines.h"
#include "word/mark.h"

#include <string.h>

#define MAX_SLUG 60

/* “{{” in a Word file waits for another program than us: it must not name a value of the site.
 * `*p` stands on the last byte of it when it was there. */
static gboolean
append_braces (GString *out, const char **p)
{
  if ((*p)[0] != '{' || (*p)[1] != '{')
    return FALSE;
  g_string_append (out, "{{ngoặc}}");
  (*p)++;
  return TRUE;
}

/* --- front matter --- */

/* Within quotation marks, of YAML and of Markdown. */
static void
append_quoted (GString *out, const char *text)
{
  for (const char *p = text; *p; p++) {
    if (append_braces (out, &p))
      continue;
    if (*p == '"' || *p == '\\')
      g_string_append_c (out, '\\');
    g_string_append_c (out, (guchar) *p < 0x20 ? ' ' : *p);
  }
}

/* As a scalar of YAML in quotation marks, when it needs them. */
static void
append_scalar (GString *out, const char *text)
{
  gboolean is_plain = *text && g_unichar_isalpha (g_utf8_get_char (text))
                      && !g_str_has_suffix (text, " ") && strpbrk (text, "#{\"\\\n\t") == NULL
                      && strstr (text, ": ") == NULL && !g_str_has_suffix (text, ":");
  static const char *const words[] = { "true", "false", "yes", "no",    "null",
                                       "on",   "off",   "có",  "không", NULL };
  g_autofree char *small = g_utf8_strdown (text, -1);

  if (is_plain && !g_strv_contains (words, small)) {
    g_string_append (out, text);
    return;
  }
  g_string_append_c (out, '"');
  append_quoted (out, text);
  g_string_append_c (out, '"');
}

static void
append_key (GString *out, const char *key, const char *text)
{
  if (text == NULL)
    return;
  g_string_append_printf (out, "%s: ", key);
  append_scalar (out, text);
  g_string_append_c (out, '\n');
}

static void
append_list (GString *out, const char *key, const GPtrArray *texts, gsize indent)
{
  if (texts->len == 0)
    return;
  g_string_append_printf (out, "%s:\n", key);
  for (guint i = 0; i < texts->len; i++) {
    g_string_append_printf (out, "%*s  - ", (int) indent, "");
    append_scalar (out, texts->pdata[i]);
    g_string_append_c (out, '\n');
  }
}

/* One is a map, several are a list of them. */
static void
append_signers (GString *out, const Imported *imported)
{
  const GArray *signers = imported->signers;
  gboolean is_list = signers->len > 1;

  if (signers->len > 0)
    g_string_append (out, "người ký:\n");
  for (guint i = 0; i < signers->len; i++) {
    const ImportedSigner *signer = &g_array_index (signers, ImportedSigner, i);
    gboolean has_authority = signer->authority->len > 0;
    append_list (out, is_list ? "  - quyền hạn" : "  quyền hạn", signer->authority,
                 is_list ? 4 : 2);
    append_key (out,
                !is_list        ? "  chức vụ"
                : has_authority ? "    chức vụ"
                                : "  - chức vụ",
                signer->title);
    append_key (out, is_list ? "    họ tên" : "  họ tên", signer->name);
  }
}

/* A number below 10 may have been written without its zero; it stays as it was. */
static void
append_number (GString *out, const Imported *imported)
{
  g_autofree char *both = imported_number (imported);

  append_key (out, "số", both ? both : imported->number);
  if (both == NULL)
    append_key (out, "ký hiệu", imported->symbol);
}

static void
append_letter (GString *out, const Imported *imported)
{
  append_key (out, "tên loại", imported->type);
  append_number (out, imported);
}

static void
append_front (const Imported *imported, const MarkdownNames *names, GString *out)
{
  static const char *const kinds[N_IMPORTED_KINDS] = {
    [IMPORTED_LETTER] = "công văn",  [IMPORTED_TYPED] = "công văn", [IMPORTED_GUIDE] = "hướng dẫn",
    [IMPORTED_BULLETIN] = "bản tin", [IMPORTED_PAGE] = "trang",
  };
  gboolean is_letter = imported_kind_is_letter (imported->kind);
  g_autofree char *day = date_is_set (imported->date) ? date_iso (imported->date) : NULL;

  g_string_append (out, "---\n");
  append_key (out, "loại", kinds[imported->kind]);
  if (is_letter)
    append_letter (out, imported);
  else
    append_key (out, "tiêu đề", imported->title ? imported->title : names->slug);
  append_key (out, "cơ quan", names->office);
  if (day)
    g_string_append_printf (out, "ngày: %s\n", day);
  if (is_letter) {
    append_key (out, "trích yếu", imported->subject);
    append_key (out, "kèm theo", imported->attached_to);
    append_key (out, "độ khẩn", imported->urgency);
    append_key (out, "người ban hành", imported->issuer);
    append_list (out, imported_address_key (imported->address), imported->to, 0);
    append_list (out, "nơi nhận", imported->copies, 0);
    append_signers (out, imported);
    if (imported->flow->has_contents)
      g_string_append (out, "mục lục: có\n");
  }
  g_string_append (out, "nháp: có\n---\n");
}

/* --- text --- */

typedef struct {
  GString *out;
  const MarkdownNames *names;
  GHashTable *pictures; /* FlowPicture → its number among all pictures */
  GPtrArray *notes;     /* texts of footnotes, in the order of their calls */
  gboolean in_table;
} Writer;

/* What begins a line of CommonMark that is no paragraph. */
static gboolean
begins_markup (const char *text)
{
  Mark mark = mark_read (text);

  if (mark.kind == MARK_NUMBER || mark.kind == MARK_DASH || mark.kind == MARK_PLUS)
    return TRUE;
  return *text == '#' || *text == '>' || *text == '=' || g_str_has_prefix (text, "---")
         || g_str_has_prefix (text, "+ ") || g_str_has_prefix (text, "- ");
}

static void
append_escaped (GString *out, const char *text, gsize length, gboolean in_table)
{
  for (const char *p = text; p < text + length; p++) {
    if (append_braces (out, &p))
      continue;
    if (*p == '\n' && in_table) {
      g_string_append (out, "<br>");
      continue;
    }
    gboolean is_markup = strchr (in_table ? "\\`*_[]<|" : "\\`*_[]<", *p) != NULL
                         || (*p == '&' && (g_ascii_isalpha (p[1]) || p[1] == '#'))
                         || (*p == '~' && p[1] == '~') || (*p == '!' && p[1] == '[');
    if (is_markup)
      g_string_append_c (out, '\\');
    g_string_append_c (out, *p);
  }
}

/* Stars that CommonMark sees as such: not beside a letter on the one side and a mark on the other.
 */
static gboolean
may_be_emphasis (const ImportedText *text, const FlowSpan *span)
{
  const char *start = text->text + span->start, *end = start + span->length;
  gunichar before = span->start > 0 ? g_utf8_get_char (g_utf8_prev_char (start)) : ' ';
  gunichar after = *end ? g_utf8_get_char (end) : ' ';
  gunichar first = g_utf8_get_char (start);
  gunichar last = g_utf8_get_char (g_utf8_prev_char (end));

  if (!g_unichar_isalnum (first) && g_unichar_isalnum (before))
    return FALSE;
  return g_unichar_isalnum (last) || !g_unichar_isalnum (after);
}

static const char *
stars_of (const ImportedText *text, const FlowSpan *span)
{
  if (span->look == 0 || !may_be_emphasis (text, span))
    return "";
  return span->look == SPAN_BOLD ? "**" : span->look == SPAN_ITALIC ? "*" : "***";
}

static void
append_image (Writer *writer, const FlowPicture *picture, guint number)
{
  g_autofree char *file = markdown_picture (writer->names, number, picture->part);

  g_string_append (writer->out, "![");
  if (picture->alt)
    append_escaped (writer->out, picture->alt, strlen (picture->alt), writer->in_table);
  g_string_append_printf (writer->out, "](%s", file);
}

/* The call of a footnote, or a picture in its line. A heading over several columns calls its note
 * in each. A picture that no web page can show was left out. */
static void
append_anchor (Writer *writer, const FlowAnchor *anchor)
{
  if (anchor->note) {
    guint index = writer->notes->len;
    if (!g_ptr_array_find (writer->notes, anchor->note, &index))
      g_ptr_array_add (writer->notes, (gpointer) anchor->note);
    g_string_append_printf (writer->out, "[^%u]", index + 1);
    return;
  }
  guint number = GPOINTER_TO_UINT (g_hash_table_lookup (writer->pictures, anchor->picture));
  if (number == 0)
    return;
  append_image (writer, anchor->picture, number);
  g_string_append_c (writer->out, ')');
}

/* The text from `start` on, with the anchors from `next` on that stand in it, or (`is_open`) at its
 * end. */
static void
append_stretch (Writer *writer, const ImportedText *text, guint start, guint end, gboolean is_open,
                guint *next)
{
  for (; *next < text->n_anchors; (*next)++) {
    const FlowAnchor *anchor = &text->anchors[*next];
    if (anchor->at > end || (anchor->at == end && !is_open))
      break;
    append_escaped (writer->out, text->text + start, anchor->at - start, writer->in_table);
    append_anchor (writer, anchor);
    start = anchor->at;
    /* of two blanks around a picture one is left */
    if (anchor->picture && g_unichar_isalnum (g_utf8_get_char (text->text + start)))
      g_string_append_c (writer->out, ' ');
  }
  append_escaped (writer->out, text->text + start, end - start, writer->in_table);
}

/* Anchors at the edge of what is bold stand outside of the stars. */
static void
append_inlines (Writer *writer, const ImportedText *text)
{
  GString *out = writer->out;
  guint at = 0, next = 0;

  for (guint i = 0; i < text->n_spans; i++) {
    const FlowSpan *span = &text->spans[i];
    const char *stars = stars_of (text, span);
    append_stretch (writer, text, at, span->start, TRUE, &next);
    at = span->start + span->length;
    g_string_append_printf (out, "%s%s", stars, span->href ? "[" : "");
    append_stretch (writer, text, span->start, at, FALSE, &next);
    if (span->href)
      g_string_append_printf (out, "](<%s>)", span->href);
    g_string_append (out, stars);
  }
  append_stretch (writer, text, at, strlen (text->text), TRUE, &next);
}

/* --- blocks --- */

static void
append_paragraph (Writer *writer, const ImportedBlock *block)
{
  GString *out = writer->out;
  gsize start = out->len;

  append_inlines (writer, &block->text);
  if (begins_markup (out->str + start)) {
    /* “3. ” counts by its stop; all else by its first character */
    gsize digits = strspn (out->str + start, "0123456789");
    g_string_insert_c (out, start + digits, '\\');
  }
}

/* Numbers and dashes are lists of Markdown; all other marks are words at the start of a line, which
 * loa knows as items (docs/content.md). */
static void
append_item (Writer *writer, const ImportedBlock *block)
{
  g_string_append_printf (writer->out, "%s ", block->number);
  append_inlines (writer, &block->text);
}

static void
append_heading (Writer *writer, const ImportedBlock *block)
{
  g_string_append_printf (writer->out, "%.*s ", (int) block->level, "######");
  append_inlines (writer, &block->text);
}

static void
append_row (Writer *writer, const ImportedText *cells, guint n)
{
  GString *out = writer->out;

  writer->in_table = TRUE;
  g_string_append_c (out, '|');
  for (guint i = 0; i < n; i++) {
    g_string_append_c (out, ' ');
    append_inlines (writer, &cells[i]);
    g_string_append (out, *cells[i].text ? " |" : "|");
  }
  writer->in_table = FALSE;
  g_string_append_c (out, '\n');
}

#define ON_ITS_SIDE "<!-- khổ ngang -->"

static void
append_table (Writer *writer, const ImportedBlock *block)
{
  const ImportedTable *table = block->table;
  GString *out = writer->out;

  if (block->is_landscape)
    g_string_append (out, ON_ITS_SIDE "\n\n");
  append_row (writer, table->header, table->n_columns);
  g_string_append_c (out, '|');
  for (guint i = 0; i < table->n_columns; i++)
    g_string_append (out, table->align[i] == 'r'   ? "--:|"
                          : table->align[i] == 'c' ? ":-:|"
                                                   : "---|");
  g_string_append_c (out, '\n');
  for (guint row = 0; row < table->n_rows; row++)
    append_row (writer, table->cells + row * table->n_columns, table->n_columns);
  g_string_truncate (out, out->len - 1);
}

static void
append_appendix (Writer *writer, const ImportedBlock *block)
{
  GString *out = writer->out;
  gboolean is_attached = line_letter_type (block->label) != NULL; /* a heading, and its title */

  g_string_append (out, "## ");
  append_escaped (out, block->label, strlen (block->label), FALSE);
  if (*block->text.text) {
    g_string_append (out, is_attached ? "\n\n## " : ": ");
    append_escaped (out, block->text.text, strlen (block->text.text), FALSE);
  }
  if (block->is_landscape)
    g_string_append (out, "\n\n" ON_ITS_SIDE);
}

static void
append_picture (Writer *writer, const ImportedBlock *block)
{
  GString *out = writer->out;

  append_image (writer, block->picture,
                GPOINTER_TO_UINT (g_hash_table_lookup (writer->pictures, block->picture)));
  if (block->caption) {
    g_string_append (out, " \"");
    append_quoted (out, block->caption);
    g_string_append_c (out, '"');
  }
  g_string_append_c (out, ')');
}

/* --- what stands within an item --- */

#define MOST_DEPTH 8

/* The items that are open, in a document whose lists are those of Markdown: how far in their text
 * stands, and the number of the first. */
typedef struct {
  guint columns[MOST_DEPTH];
  guint n;
  guint number;
  guint next; /* block that is the step behind it, as far as one was looked for; or 0 */
} OpenItems;

static guint
item_number (const ImportedBlock *block)
{
  return (guint) g_ascii_strtoull (block->number, NULL, 10);
}

/* The step with which steps go on behind block `i`, before anything else begins; 0: they do not. */
static guint
next_step (const GArray *blocks, guint i, const OpenItems *open)
{
  for (; i < blocks->len; i++) {
    const ImportedBlock *block = &g_array_index (blocks, ImportedBlock, i);
    if (block->kind == BLOCK_HEADING)
      return 0;
    if (block->kind == BLOCK_ITEM)
      return block->level == 1 && open->number > 0 && item_number (block) == open->number + 1 ? i
                                                                                              : 0;
  }
  return 0;
}

/* TRUE when block `i` stands between two steps. It is looked for the second once for all of them:
 * there may be a hundred thousand. */
static gboolean
stands_between (const GArray *blocks, guint i, OpenItems *open)
{
  if (i > open->next)
    open->next = next_step (blocks, i, open);
  return open->next > 0;
}

/* Within which item block `i` stands, as columns before it. A picture belongs to the item it
 * follows, other things when the steps go on behind them. */
static guint
find_indent (const GArray *blocks, guint i, OpenItems *open)
{
  const ImportedBlock *block = &g_array_index (blocks, ImportedBlock, i);

  if (block->kind == BLOCK_ITEM) {
    open->n = MIN (open->n, MIN (block->level, MOST_DEPTH) - 1);
    guint indent = open->n > 0 ? open->columns[open->n - 1] : 0;
    if (open->n == 0)
      open->number = item_number (block);
    open->columns[open->n++] = indent + (guint) g_utf8_strlen (block->number, -1) + 1;
    return indent;
  }
  if (open->n > 0 && block->kind != BLOCK_PICTURE && !stands_between (blocks, i, open))
    open->n = 0;
  return open->n > 0 ? open->columns[open->n - 1] : 0;
}

/* Puts blanks before each line from `start` on. */
static void
indent_lines (GString *out, gsize start, guint columns)
{
  if (columns == 0)
    return;
  g_autofree char *blanks = g_strnfill (columns, ' ');
  g_autofree char *lines = g_strdup (out->str + start);

  g_string_truncate (out, start);
  for (const char *line = lines, *end; *line; line = end) {
    end = line + strcspn (line, "\n");
    end += *end == '\n';
    g_string_append (out, *line == '\n' ? "" : blanks);
    g_string_append_len (out, line, end - line);
  }
}

static void
append_block (Writer *writer, const ImportedBlock *block, guint indent)
{
  static void (*const appenders[]) (Writer * writer, const ImportedBlock *block) = {
    [BLOCK_PARAGRAPH] = append_paragraph, [BLOCK_HEADING] = append_heading,
    [BLOCK_ITEM] = append_item,           [BLOCK_TABLE] = append_table,
    [BLOCK_PICTURE] = append_picture,     [BLOCK_APPENDIX] = append_appendix,
  };

  if (block->picture && block->picture->is_in_line) /* it stands in its line */
    return;
  g_string_append_c (writer->out, '\n');
  gsize start = writer->out->len;
  appenders[block->kind](writer, block);
  indent_lines (writer->out, start, indent);
  g_string_append_c (writer->out, '\n');
}

/* Pictures count in the order in which they are written beside the document. */
static GHashTable *
number_pictures (const Imported *imported)
{
  GHashTable *numbers = g_hash_table_new (NULL, NULL);
  guint n = 0;

  for (guint i = 0; i < imported->blocks->len; i++) {
    const ImportedBlock *block = &g_array_index (imported->blocks, ImportedBlock, i);
    if (block->kind == BLOCK_PICTURE)
      g_hash_table_insert (numbers, (gpointer) block->picture, GUINT_TO_POINTER (++n));
  }
  return numbers;
}

static void
append_notes (const Writer *writer)
{
  for (guint i = 0; i < writer->notes->len; i++) {
    const char *note = writer->notes->pdata[i];
    g_string_append_printf (writer->out, "\n[^%u]: ", i + 1);
    append_escaped (writer->out, note, strlen (note), FALSE);
    g_string_append_c (writer->out, '\n');
  }
}

void
markdown_document (const Imported *imported, const MarkdownNames *names, GString *out)
{
  g_autoptr (GHashTable) pictures = number_pictures (imported);
  g_autoptr (GPtrArray) notes = g_ptr_array_new ();
  Writer writer = { out, names, pictures, notes, FALSE };
  /* labels of letters nest by themselves */
  gboolean nests = !imported_kind_is_letter (imported->kind);
  OpenItems open = { .n = 0 };

  append_front (imported, names, out);
  for (guint i = 0; i < imported->blocks->len; i++)
    append_block (&writer, &g_array_index (imported->blocks, ImportedBlock, i),
                  nests ? find_indent (imported->blocks, i, &open) : 0);
  append_notes (&writer);
}

/* --- names --- */

char *
markdown_picture (const MarkdownNames *names, guint n, const char *part)
{
  const char *dot = strrchr (part, '.');
  gboolean is_png = dot && g_ascii_strcasecmp (dot, ".png") == 0;
  return g_strdup_printf ("%s-%u.%s", names->slug, names->first_picture + n,
                          is_png ? "png" : "jpg");
}

char *
markdown_slug (const Imported *imported)
{
  g_autofree char *number = imported_number (imported);
  const char *words = number ? number : imported->title ? imported->title : imported->subject;
  char *slug = text_slug (words ? words : "");

  if (strlen (slug) > MAX_SLUG) {
    slug[MAX_SLUG] = '\0';
    char *hyphen = strrchr (slug, '-');
    if (hyphen)
      *hyphen = '\0';
  }
  return slug;
}
