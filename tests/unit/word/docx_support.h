/* SPDX-License-Identifier: MIT */
/* Small Word files, made in memory from the XML of their body. */
#pragma once

#include "../support.h"

#include "word/import.h"
#include "word/json.h"

#include <archive.h>
#include <archive_entry.h>

#define W "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\""

/* Runs, paragraphs (plain, centred, centred and bold, bold), tables. */
#define R(text)    "<w:r><w:t xml:space=\"preserve\">" text "</w:t></w:r>"
#define RB(text)   "<w:r><w:rPr><w:b/></w:rPr><w:t xml:space=\"preserve\">" text "</w:t></w:r>"
#define P_OF(runs) "<w:p>" runs "</w:p>"
#define P(text)    P_OF (R (text))
#define PB(text)   P_OF (RB (text))
#define PC(text)   "<w:p><w:pPr><w:jc w:val=\"center\"/></w:pPr>" R (text) "</w:p>"
#define PCB(text)  "<w:p><w:pPr><w:jc w:val=\"center\"/></w:pPr>" RB (text) "</w:p>"
#define TC(blocks) "<w:tc>" blocks "</w:tc>"
#define TR(cells)  "<w:tr>" cells "</w:tr>"
#define TBL(rows)  "<w:tbl>" rows "</w:tbl>"
#define LINED(rows)                                                                                \
  "<w:tbl><w:tblPr><w:tblBorders><w:top w:val=\"single\"/></w:tblBorders></w:tblPr>" rows "</"     \
  "w:tbl>"
#define COUNTRY PCB ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM") PCB ("Độc lập - Tự do - Hạnh phúc")
#define NUMPR(list, level)                                                                         \
  "<w:pPr><w:numPr><w:ilvl w:val=\"" level "\"/><w:numId w:val=\"" list "\"/></w:numPr></w:pPr>"
/* A letter whose body is `blocks`. */
#define LETTER(blocks)                                                                             \
  TBL (TR (TC (P ("UBND TỈNH A") PB ("SỞ B") P ("Số: 12/SB-VP") P ("V/v thử"))                     \
             TC (COUNTRY P ("A, ngày 06 tháng 3 năm 2026"))))                                      \
  P ("Kính gửi: UBND xã C.")                                                                       \
  blocks TBL (TR (TC (P ("Nơi nhận:") P ("- Như trên;") P ("- Lưu: VT."))                          \
                    TC (PB ("GIÁM ĐỐC") PB ("Trần Thị D"))))

typedef struct {
  const char *name, *text;
} DocxPart;

/* A zip of these parts, ended by a name of NULL. */
static inline GBytes *
docx_of_parts (const DocxPart *parts)
{
  gsize room = 1 << 20, used = 0;
  char *buffer = g_malloc (room);
  struct archive *archive = archive_write_new ();

  archive_write_set_format_zip (archive);
  archive_write_open_memory (archive, buffer, room, &used);
  for (; parts->name; parts++) {
    struct archive_entry *entry = archive_entry_new ();
    archive_entry_set_pathname_utf8 (entry, parts->name);
    archive_entry_set_filetype (entry, AE_IFREG);
    archive_entry_set_perm (entry, 0644);
    archive_entry_set_size (entry, strlen (parts->text));
    archive_write_header (archive, entry);
    archive_write_data (archive, parts->text, strlen (parts->text));
    archive_entry_free (entry);
  }
  archive_write_close (archive);
  archive_write_free (archive);
  return g_bytes_new_take (buffer, used);
}

#define RELATION(id, type, target)                                                                 \
  "<Relationship Id=\"" id "\" Type=\"http://x/" type "\" Target=\"" target "\"/>"
#define DOCX_ROOT                                                                                  \
  "<Relationships>" RELATION ("r1", "officeDocument", "word/document.xml") "</Relationships>"

/* A whole file. `more`: further relations of the document; `others` parts (or NULL) go with it. */
static inline GBytes *
docx_of (const char *body, const char *more, const DocxPart *others)
{
  g_autofree char *document =
    g_strdup_printf ("<w:document " W " xmlns:r=\"r\" xmlns:mc=\"mc\" xmlns:wp=\"wp\" "
                     "xmlns:a=\"a\" xmlns:v=\"v\" xmlns:m=\"m\"><w:body>%s</w:body></w:document>",
                     body);
  g_autofree char *relations =
    g_strdup_printf ("<Relationships>%s</Relationships>", more ? more : "");
  DocxPart parts[12] = { { "_rels/.rels", DOCX_ROOT },
                         { "word/document.xml", document },
                         { "word/_rels/document.xml.rels", relations } };

  for (guint i = 0; others && others[i].name; i++)
    parts[3 + i] = others[i];
  return docx_of_parts (parts);
}

/* What is made of it, as JSON on one line without blanks between its parts. Caller frees. */
static inline char *
json_of_file (GBytes *file)
{
  g_autoptr (WordPackage) package = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (Imported) imported = word_import (file, N_IMPORTED_KINDS, &package, &error);
  g_autoptr (GString) out = g_string_new (NULL);

  if (imported)
    imported_json (imported, "a.docx", out);
  else
    refusal_json ("a.docx", error->code, out);
  g_autoptr (GRegex) regex = g_regex_new ("\n *", 0, 0, NULL);
  return g_regex_replace_literal (regex, out->str, -1, 0, "", 0, NULL);
}

typedef struct {
  const char *body;
  const char *wanted; /* is in the JSON */
  const char *never;  /* is not, or NULL */
} ImportRow;

static inline void
check_json (const char *json, const char *wanted, const char *never)
{
  g_test_message ("%s", json);
  g_test_message ("wanted: %s", wanted);
  g_assert_nonnull (strstr (json, wanted));
  if (never)
    g_assert_null (strstr (json, never));
}

static inline void
check_imports (const ImportRow *rows, guint n)
{
  for (guint i = 0; i < n; i++) {
    g_autoptr (GBytes) file = docx_of (rows[i].body, NULL, NULL);
    g_autofree char *json = json_of_file (file);
    check_json (json, rows[i].wanted, rows[i].never);
  }
}
