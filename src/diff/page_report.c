/* SPDX-License-Identifier: MIT */
#include "diff/report.h"

#include "base/i18n.h"
#include "base/value.h"
#include "load/builtin.h"
#include "picture/sheet_picture.h"
#include "template/template.h"

/* Pages of sheets that are shown, both sides together: some 60 KB each, all in one file. */
#define MOST_PICTURES 400
#define PICTURE_DPI   96.0

typedef struct {
  const Difference *difference;
  guint n_pictures;
} Showing;

/* --- words --- */

/* The pieces of one side of a line, with those that are on this side alone. */
static Value *
side_value (const GArray *words, LineState own)
{
  Value *pieces = value_list ();

  for (guint i = 0; i < words->len; i++) {
    const LineChange *word = &g_array_index (words, LineChange, i);
    if (word->state != LINE_KEPT && word->state != own)
      continue;
    Value *piece = value_map ();
    value_set_text (piece, "text", word->text);
    value_set_bool (piece, "other", word->state == own);
    value_add (pieces, piece);
  }
  return pieces;
}

/* A line before and after; either may be NULL. */
static Value *
row_value (const char *old, const char *new)
{
  g_autoptr (GPtrArray) before = line_words (old ? old : "");
  g_autoptr (GPtrArray) after = line_words (new ? new : "");
  g_autoptr (GArray) words = lines_compare (before, after);
  Value *row = value_map ();

  value_set (row, "old", side_value (words, LINE_GONE));
  value_set (row, "new", side_value (words, LINE_NEW));
  return row;
}

static const LineChange *
change_at (const GArray *changes, guint index)
{
  return index < changes->len ? &g_array_index (changes, LineChange, index) : NULL;
}

static guint
count_from (const GArray *changes, guint from, LineState state)
{
  guint n = 0;
  while (from + n < changes->len && g_array_index (changes, LineChange, from + n).state == state)
    n++;
  return n;
}

/* What is gone stands beside what came in its place, and one line around them for the eye. */
static void
add_stretch (Value *rows, const GArray *changes, guint at, guint n_gone, guint n_new)
{
  const LineChange *around = at > 0 ? change_at (changes, at - 1) : NULL;

  if (around)
    value_add (rows, row_value (around->text, around->text));
  for (guint i = 0; i < MAX (n_gone, n_new); i++) {
    const LineChange *old = i < n_gone ? change_at (changes, at + i) : NULL;
    const LineChange *new = i < n_new ? change_at (changes, at + n_gone + i) : NULL;
    value_add (rows, row_value (old ? old->text : NULL, new ? new->text : NULL));
  }
}

static Value *
rows_value (const FileDifference *file)
{
  Value *rows = value_list ();

  for (guint i = 0, n; file->changes && i < file->changes->len; i += n) {
    n = count_from (file->changes, i, LINE_KEPT);
    if (n > 0)
      continue;
    guint n_gone = count_from (file->changes, i, LINE_GONE);
    guint n_new = count_from (file->changes, i + n_gone, LINE_NEW);
    add_stretch (rows, file->changes, i, n_gone, n_new);
    n = n_gone + n_new;
  }
  const GPtrArray *lines = file->new_lines ? file->new_lines : file->old_lines;
  const GPtrArray *only = file->changes ? NULL : lines;
  for (guint i = 0; only && i < only->len; i++)
    value_add (rows, file->new_lines ? row_value (NULL, only->pdata[i])
                                     : row_value (only->pdata[i], NULL));
  return rows;
}

/* --- sheets --- */

static GBytes *
read_sheet (const char *folder, const char *path)
{
  g_autofree char *whole = g_build_filename (folder, path, NULL);
  char *bytes;
  gsize length;

  return g_file_get_contents (whole, &bytes, &length, NULL) ? g_bytes_new_take (bytes, length)
                                                            : NULL;
}

static void
set_picture (Showing *showing, Value *page, const char *key, const SheetPicture *picture)
{
  g_autoptr (GBytes) packed = picture ? sheet_picture_pack (picture, PHOTO_WEBP) : NULL;
  gsize length;

  value_set_text (page, key, NULL);
  if (packed == NULL)
    return;
  const guchar *bytes = g_bytes_get_data (packed, &length);
  g_autofree char *text = g_base64_encode (bytes, length);
  value_set_text_take (page, key, g_steal_pointer (&text));
  showing->n_pictures++;
}

/* Where to look, in parts of the height. */
static Value *
bands_value (const GArray *bands, guint height)
{
  Value *list = value_list ();

  for (guint i = 0; bands && i < bands->len; i++) {
    const SheetBand *band = &g_array_index (bands, SheetBand, i);
    Value *item = value_map ();
    value_set_number (item, "from", 100.0 * band->from / height);
    value_set_number (item, "size", 100.0 * (band->to - band->from) / height);
    value_add (list, item);
  }
  return list;
}

/* NULL when both look the same. */
static Value *
sheet_page_value (Showing *showing, GBytes *old, GBytes *new, guint number)
{
  g_autoptr (SheetPicture) before = old ? sheet_picture_new (old, number, PICTURE_DPI) : NULL;
  g_autoptr (SheetPicture) after = new ? sheet_picture_new (new, number, PICTURE_DPI) : NULL;
  g_autoptr (GArray) bands = before && after ? sheet_pictures_compare (before, after) : NULL;

  if (bands && bands->len == 0)
    return NULL;
  Value *page = value_map ();
  value_set_text_take (page, "number", g_strdup_printf (_ ("page %u"), number + 1));
  set_picture (showing, page, "old", before);
  set_picture (showing, page, "new", after);
  value_set (page, "bands", bands_value (bands, after ? after->height : 1));
  return page;
}

/* What is said of a sheet whose pages are not shown; NULL when they are. */
static const char *
why_not_shown (const Showing *showing, const GBytes *old, const GBytes *new, guint n_pages)
{
  if (showing->n_pictures >= MOST_PICTURES)
    return _ ("not shown: there are too many for one page; compare fewer files with --only");
  if ((old || new) && n_pages == 0)
    return _ ("not shown: it cannot be painted here (libvips with poppler is needed)");
  return NULL;
}

static void
set_sheet (Showing *showing, const FileDifference *file, Value *item)
{
  const Difference *difference = showing->difference;
  g_autoptr (GBytes) old =
    file->state == FILE_ADDED ? NULL : read_sheet (difference->old, file->path);
  g_autoptr (GBytes) new =
    file->state == FILE_GONE ? NULL : read_sheet (difference->new, file->path);
  guint n_old = old ? sheet_n_pages (old) : 0, n_new = new ? sheet_n_pages (new) : 0;
  const char *why = why_not_shown (showing, old, new, MAX (n_old, n_new));
  Value *pages = value_list ();

  for (guint i = 0; why == NULL && i < MAX (n_old, n_new); i++) {
    Value *page = sheet_page_value (showing, i < n_old ? old : NULL, i < n_new ? new : NULL, i);
    if (page)
      value_add (pages, page);
  }
  if (why == NULL && value_length (pages) == 0)
    why = _ ("looks the same");
  value_set_text (item, "note", why);
  value_set (item, "pages", pages);
}

/* --- the page --- */

static Value *
file_value (Showing *showing, const FileDifference *file)
{
  static const char *const states[N_FILE_STATES] = {
    [FILE_CHANGED] = N_ ("changed"), [FILE_ADDED] = N_ ("added"), [FILE_GONE] = N_ ("gone")
  };
  Value *item = value_map ();

  value_set_text (item, "path", file->path);
  value_set_text (item, "state", _ (states[file->state]));
  value_set (item, "rows", file->is_echo ? value_list () : rows_value (file));
  value_set_text (item, "note", NULL);
  value_set (item, "pages", value_list ());
  if (file->kind == MADE_SHEET && !file->is_echo)
    set_sheet (showing, file, item);
  guint n_shown =
    value_length (value_find (item, "rows")) + value_length (value_find (item, "pages"));
  value_set_bool (item, "shown", n_shown > 0);
  value_set_text_take (
    item, "alike",
    file->n_alike ? g_strdup_printf (ngettext ("and in the kit of %u more office",
                                               "and in the kits of %u more offices", file->n_alike),
                                     file->n_alike)
                  : NULL);
  return item;
}

static Value *
kind_value (Showing *showing, MadeKind kind)
{
  const Difference *difference = showing->difference;
  const guint *counts = difference->counts[kind];
  Value *item = value_map (), *files = value_list ();

  value_set_text (item, "name", made_kind_name (kind));
  value_set_text_take (item, "counts",
                       g_strdup_printf (_ ("%u changed, %u added, %u gone"), counts[FILE_CHANGED],
                                        counts[FILE_ADDED], counts[FILE_GONE]));
  for (guint i = 0; i < difference->files->len; i++) {
    const FileDifference *file = difference->files->pdata[i];
    if (file->kind == kind)
      value_add (files, file_value (showing, file));
  }
  value_set (item, "files", files);
  return item;
}

char *
difference_page (const Difference *difference)
{
  g_autoptr (Value) data = value_map ();
  Value *kinds = value_list ();
  Showing showing = { difference, 0 };

  value_set_text (data, "lang", _ ("en"));
  value_set_text (data, "title", _ ("What changed"));
  value_set_text (data, "before", _ ("Before"));
  value_set_text (data, "after", _ ("After"));
  value_set_text (data, "old_folder", difference->old_name);
  value_set_text (data, "new_folder", difference->new_name);
  for (MadeKind kind = 0; kind < N_MADE_KINDS; kind++)
    if (difference->counts[kind][FILE_CHANGED] + difference->counts[kind][FILE_ADDED]
          + difference->counts[kind][FILE_GONE]
        > 0)
      value_add (kinds, kind_value (&showing, kind));
  value_set_text (
    data, "nothing",
    value_length (kinds) ? NULL : _ ("nothing that people read, hear or print is different"));
  value_set (data, "kinds", kinds);
  return g_string_free (template_fill_own (builtin_source ("src/diff/difference.html"), data),
                        FALSE);
}
