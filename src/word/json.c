/* SPDX-License-Identifier: MIT */
#include "word/json.h"

#include <string.h>

/* A writer that knows whether a comma is due; keys of NULL are items of a list. */
typedef struct {
  GString *out;
  guint depth;
  gboolean is_first;
} Json;

static void
append_string (GString *out, const char *text)
{
  g_string_append_c (out, '"');
  for (const char *p = text; *p; p++)
    if (*p == '"' || *p == '\\')
      g_string_append_printf (out, "\\%c", *p);
    else if ((guchar) *p < 0x20 || *p == 0x7F)
      g_string_append_printf (out, "\\u%04x", (guchar) *p);
    else
      g_string_append_c (out, *p);
  g_string_append_c (out, '"');
}

static void
begin_entry (Json *json, const char *key)
{
  g_string_append (json->out, json->is_first ? "\n" : ",\n");
  g_string_append_printf (json->out, "%*s", (int) json->depth, "");
  json->is_first = FALSE;
  if (key) {
    append_string (json->out, key);
    g_string_append (json->out, ": ");
  }
}

static void
put_text (Json *json, const char *key, const char *text)
{
  begin_entry (json, key);
  if (text)
    append_string (json->out, text);
  else
    g_string_append (json->out, "null");
}

/* Nothing at all for NULL. */
static void
put_known (Json *json, const char *key, const char *text)
{
  if (text)
    put_text (json, key, text);
}

static void
put_plain (Json *json, const char *key, const char *word)
{
  begin_entry (json, key);
  g_string_append (json->out, word);
}

static void
put_number (Json *json, const char *key, guint number)
{
  begin_entry (json, key);
  g_string_append_printf (json->out, "%u", number);
}

static void
open_entry (Json *json, const char *key, char bracket)
{
  begin_entry (json, key);
  g_string_append_c (json->out, bracket);
  json->depth++;
  json->is_first = TRUE;
}

static void
close_entry (Json *json, char bracket)
{
  json->depth--;
  if (!json->is_first)
    g_string_append_printf (json->out, "\n%*s", (int) json->depth, "");
  g_string_append_c (json->out, bracket);
  json->is_first = FALSE;
}

static void
put_list (Json *json, const char *key, const GPtrArray *texts)
{
  open_entry (json, key, '[');
  for (guint i = 0; i < texts->len; i++)
    put_text (json, NULL, texts->pdata[i]);
  close_entry (json, ']');
}

/* --- front matter --- */

static void
put_signer (Json *json, const char *key, const ImportedSigner *signer)
{
  open_entry (json, key, '{');
  put_list (json, "quyền hạn", signer->authority);
  put_text (json, "chức vụ", signer->title);
  put_text (json, "họ tên", signer->name);
  close_entry (json, '}');
}

/* One is an entry of its own; so is nobody, whose parts are not known. */
static void
put_signers (Json *json, const Imported *imported)
{
  g_autoptr (GPtrArray) none = g_ptr_array_new ();
  const ImportedSigner nobody = { none, NULL, NULL };
  const GArray *signers = imported->signers;

  if (signers->len < 2) {
    put_signer (json, "người ký",
                signers->len ? &g_array_index (signers, ImportedSigner, 0) : &nobody);
    return;
  }
  open_entry (json, "người ký", '[');
  for (guint i = 0; i < signers->len; i++)
    put_signer (json, NULL, &g_array_index (signers, ImportedSigner, i));
  close_entry (json, ']');
}

static void
put_office (Json *json, const Imported *imported)
{
  open_entry (json, "cơ quan", '{');
  put_list (json, "chu_quan", imported->parent_lines);
  put_list (json, "ten", imported->name_lines);
  put_text (json, "dia_danh", imported->place);
  close_entry (json, '}');
}

static void
put_date (Json *json, const Imported *imported)
{
  g_autofree char *day = date_is_set (imported->date) ? date_iso (imported->date) : NULL;
  put_text (json, "ngày", day);
}

static void
put_letter (Json *json, const Imported *imported)
{
  g_autofree char *both = imported_number (imported);

  put_text (json, "loại", "công văn");
  put_known (json, "tên loại", imported->type);
  put_text (json, "số", both ? both : imported->number);
  if (both == NULL)
    put_known (json, "ký hiệu", imported->symbol);
  put_date (json, imported);
  put_text (json, "trích yếu", imported->subject);
  put_known (json, "kèm theo", imported->attached_to);
  put_known (json, "độ khẩn", imported->urgency);
  put_known (json, "người ban hành", imported->issuer);
  if (imported->to->len > 0)
    put_list (json, imported_address_key (imported->address), imported->to);
  if (imported->copies->len > 0)
    put_list (json, "nơi nhận", imported->copies);
  put_signers (json, imported);
  if (imported->is_draft)
    put_plain (json, "nháp", "true");
  put_office (json, imported);
}

static void
put_other (Json *json, const Imported *imported)
{
  static const char *const kinds[N_IMPORTED_KINDS] = {
    [IMPORTED_GUIDE] = "hướng dẫn",
    [IMPORTED_BULLETIN] = "bản tin",
    [IMPORTED_PAGE] = "trang",
  };

  put_text (json, "loại", kinds[imported->kind]);
  put_text (json, "tiêu đề", imported->title);
  if (imported->kind == IMPORTED_BULLETIN)
    put_date (json, imported);
  if (imported->is_draft)
    put_plain (json, "nháp", "true");
}

/* --- blocks --- */

static char *
span_text (const ImportedText *text, const FlowSpan *span)
{
  return g_strndup (text->text + span->start, span->length);
}

static void
put_bold (Json *json, const ImportedText *text)
{
  gboolean any = FALSE;

  for (guint i = 0; i < text->n_spans; i++) {
    if (!(text->spans[i].look & SPAN_BOLD))
      continue;
    if (!any)
      open_entry (json, "bold", '[');
    any = TRUE;
    g_autofree char *piece = span_text (text, &text->spans[i]);
    put_text (json, NULL, piece);
  }
  if (any)
    close_entry (json, ']');
}

static void
put_links (Json *json, const ImportedText *text)
{
  gboolean any = FALSE;

  for (guint i = 0; i < text->n_spans; i++) {
    if (text->spans[i].href == NULL)
      continue;
    if (!any)
      open_entry (json, "links", '{');
    any = TRUE;
    g_autofree char *piece = span_text (text, &text->spans[i]);
    put_text (json, piece, text->spans[i].href);
  }
  if (any)
    close_entry (json, '}');
}

static void
put_paragraph (Json *json, const ImportedBlock *block)
{
  put_text (json, "text", block->text.text);
  put_bold (json, &block->text);
  put_links (json, &block->text);
  put_known (json, "role", block->role);
  put_known (json, "footnote", block->notes);
  if (block->is_box)
    put_plain (json, "from_text_box", "true");
}

static void
put_heading (Json *json, const ImportedBlock *block)
{
  put_number (json, "level", block->level);
  put_text (json, "text", block->text.text);
  put_known (json, "footnote", block->notes);
}

static void
put_item (Json *json, const ImportedBlock *block)
{
  put_text (json, "number", block->number);
  put_number (json, "level", block->level);
  put_known (json, "label", block->label);
  put_paragraph (json, block);
}

static void
put_cells (Json *json, const char *key, const ImportedText *cells, guint n)
{
  open_entry (json, key, '[');
  for (guint i = 0; i < n; i++) {
    g_autofree char *text = g_strdup (cells[i].text);
    put_text (json, NULL, g_strdelimit (text, "\n", ' '));
  }
  close_entry (json, ']');
}

static void
put_table (Json *json, const ImportedBlock *block)
{
  const ImportedTable *table = block->table;

  put_cells (json, "header", table->header, table->n_columns);
  open_entry (json, "rows", '[');
  for (guint row = 0; row < table->n_rows; row++)
    put_cells (json, NULL, table->cells + row * table->n_columns, table->n_columns);
  close_entry (json, ']');
  open_entry (json, "align", '[');
  for (guint i = 0; i < table->n_columns; i++) {
    const char word[] = { table->align[i], '\0' };
    put_text (json, NULL, word);
  }
  close_entry (json, ']');
  if (table->is_merged)
    put_plain (json, "merged", "true");
}

/* Without the folders of the package. */
static char *
picture_file (const ImportedBlock *block)
{
  return g_path_get_basename (block->picture->part);
}

static void
put_picture (Json *json, const ImportedBlock *block)
{
  g_autofree char *file = picture_file (block);

  put_text (json, "file", file);
  put_text (json, "alt", block->picture->alt);
  put_known (json, "caption", block->caption);
}

static void
put_appendix (Json *json, const ImportedBlock *block)
{
  put_text (json, "label", block->label);
  put_text (json, "title", block->text.text);
  if (block->is_landscape)
    put_plain (json, "landscape", "true");
}

static const struct {
  const char *type;
  void (*put) (Json *json, const ImportedBlock *block);
} kinds[] = {
  [BLOCK_PARAGRAPH] = { "p", put_paragraph },   [BLOCK_HEADING] = { "heading", put_heading },
  [BLOCK_ITEM] = { "item", put_item },          [BLOCK_TABLE] = { "table", put_table },
  [BLOCK_PICTURE] = { "picture", put_picture }, [BLOCK_APPENDIX] = { "appendix", put_appendix },
};

static void
put_blocks (Json *json, const Imported *imported)
{
  open_entry (json, "blocks", '[');
  for (guint i = 0; i < imported->blocks->len; i++) {
    const ImportedBlock *block = &g_array_index (imported->blocks, ImportedBlock, i);
    open_entry (json, NULL, '{');
    put_text (json, "type", kinds[block->kind].type);
    kinds[block->kind].put (json, block);
    close_entry (json, '}');
  }
  close_entry (json, ']');
}

/* --- the whole --- */

static void
put_sums (Json *json, const Imported *imported)
{
  guint n_tables = 0;

  for (guint i = 0; i < imported->blocks->len; i++)
    n_tables += g_array_index (imported->blocks, ImportedBlock, i).kind == BLOCK_TABLE;
  put_number (json, "tables", n_tables);
  open_entry (json, "pictures", '[');
  for (guint i = 0; i < imported->blocks->len; i++) {
    const ImportedBlock *block = &g_array_index (imported->blocks, ImportedBlock, i);
    g_autofree char *file = block->kind == BLOCK_PICTURE ? picture_file (block) : NULL;
    put_known (json, NULL, file);
  }
  close_entry (json, ']');
}

/* Each code once, in the order of the table. */
static void
put_report (Json *json, const GArray *findings)
{
  open_entry (json, "report", '[');
  for (FindingCode code = 0; code < N_FINDINGS; code++)
    if (finding_is_among (findings, code))
      put_text (json, NULL, finding_id (code));
  close_entry (json, ']');
}

void
imported_json (const Imported *imported, const char *file, GString *out)
{
  Json json = { .out = out, .depth = 1, .is_first = TRUE };

  g_string_append_c (out, '{');
  put_text (&json, "file", file);
  put_text (&json, "verdict", "import");
  put_text (&json, "kind", imported_kind_id (imported->kind));
  open_entry (&json, "front", '{');
  if (imported_kind_is_letter (imported->kind))
    put_letter (&json, imported);
  else
    put_other (&json, imported);
  close_entry (&json, '}');
  put_blocks (&json, imported);
  put_sums (&json, imported);
  put_report (&json, imported->flow->findings);
  close_entry (&json, '}');
  g_string_append_c (out, '\n');
}

void
refusal_json (const char *file, WordRefusal refusal, GString *out)
{
  Json json = { .out = out, .depth = 1, .is_first = TRUE };

  g_string_append_c (out, '{');
  put_text (&json, "file", file);
  put_text (&json, "verdict", "refuse");
  put_text (&json, "reason", word_refusal_id (refusal));
  close_entry (&json, '}');
  g_string_append_c (out, '\n');
}
