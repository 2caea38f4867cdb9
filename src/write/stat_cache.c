/* SPDX-License-Identifier: MIT */
/* The file, one line each:
 *
 *     loa-stat-cache 1
 *     site <path>
 *     settings <text, escaped>
 *     holds <from> <until> <whole>
 *     manifest <digest> <size> <mtime> <inode>
 *     language <text, escaped>
 *     o <size> <mtime> <inode> <key> <path>
 *     n <note, escaped>                            of the output before it
 *     f <size> <mtime> <inode> <ctime> <path>      or d, -, ? instead of f
 *     end <digest of all lines before>
 *
 * The digest, because nobody waits for this file to be on the disk: after a power cut it may be
 * anything. */
#include "write/stat_cache.h"

#include "base/append.h"
#include "base/parallel.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>

#define CACHE_NAME     "stat-cache"
#define CACHE_NEW_NAME "stat-cache.new"
#define PIECE_LENGTH   512

static const char first_line[] = "loa-stat-cache 1\n";
static const char end_word[] = "end ";

StatCache *
stat_cache_new (void)
{
  StatCache *cache = g_new0 (StatCache, 1);
  cache->outputs = g_array_new (FALSE, FALSE, sizeof (StatOutput));
  cache->inputs = g_array_new (FALSE, FALSE, sizeof (StatInput));
  return cache;
}

void
stat_cache_free (StatCache *cache)
{
  if (cache == NULL)
    return;
  g_free (cache->site);
  g_free (cache->settings);
  g_free (cache->language);
  g_array_unref (cache->outputs);
  g_array_unref (cache->inputs);
  g_free (cache->text);
  g_free (cache);
}

/* ------------------------------------------------------------------------- reading */

/* The next number of a line, and the blank after it. */
static gboolean
take_number (char **line, gint64 *number)
{
  char *end;
  *number = g_ascii_strtoll (*line, &end, 10);
  if (end == *line || (*end != ' ' && *end != '\0'))
    return FALSE;
  *line = *end ? end + 1 : end;
  return TRUE;
}

static gboolean
take_stamp (char **line, DiskStamp *stamp)
{
  gint64 size, inode;
  if (!take_number (line, &size) || !take_number (line, &stamp->mtime_ns)
      || !take_number (line, &inode))
    return FALSE;
  stamp->size = (guint64) size;
  stamp->inode = (guint64) inode;
  return TRUE;
}

static gboolean
read_output (StatCache *cache, char *rest)
{
  StatOutput output = { .note = NULL };
  if (!take_stamp (&rest, &output.stamp) || strlen (rest) <= DIGEST_HEX_LENGTH + 1
      || rest[DIGEST_HEX_LENGTH] != ' ')
    return FALSE;
  output.key_text = rest;
  output.path = rest + DIGEST_HEX_LENGTH + 1;
  g_array_append_val (cache->outputs, output);
  return TRUE;
}

Digest
stat_output_key (const StatOutput *output)
{
  Digest key = output->key;
  if (output->key_text && !digest_from_hex (output->key_text, &key))
    return (Digest){ { 0 } };
  return key;
}

static gboolean
read_input (StatCache *cache, char kind, char *rest)
{
  StatInput input = { .kind = kind };
  if (!take_stamp (&rest, &input.stamp) || !take_number (&rest, &input.ctime_ns) || !*rest)
    return FALSE;
  input.path = rest;
  g_array_append_val (cache->inputs, input);
  return TRUE;
}

static gboolean
read_site (StatCache *cache, char *rest)
{
  cache->site = g_strcompress (rest);
  return TRUE;
}

static gboolean
read_settings (StatCache *cache, char *rest)
{
  cache->settings = g_strcompress (rest);
  return TRUE;
}

static gboolean
read_language (StatCache *cache, char *rest)
{
  cache->language = g_strcompress (rest);
  return TRUE;
}

/* Unescaped where it stands: it can only get shorter. */
static gboolean
read_note (StatCache *cache, char *rest)
{
  if (cache->outputs->len == 0)
    return FALSE;
  g_autofree char *note = g_strcompress (rest);
  g_array_index (cache->outputs, StatOutput, cache->outputs->len - 1).note = strcpy (rest, note);
  return TRUE;
}

static gboolean
read_holds (StatCache *cache, char *rest)
{
  gint64 whole;
  if (!take_number (&rest, &cache->from) || !take_number (&rest, &cache->until)
      || !take_number (&rest, &whole))
    return FALSE;
  cache->is_whole = whole == 1;
  return TRUE;
}

static gboolean
read_manifest (StatCache *cache, char *rest)
{
  if (strlen (rest) <= DIGEST_HEX_LENGTH || !digest_from_hex (rest, &cache->manifest))
    return FALSE;
  rest += DIGEST_HEX_LENGTH + 1;
  return take_stamp (&rest, &cache->manifest_stamp);
}

static const struct {
  const char *word;
  gboolean (*read) (StatCache *cache, char *rest);
} line_kinds[] = {
  { "o ", read_output },          { "n ", read_note },      { "site ", read_site },
  { "settings ", read_settings }, { "holds ", read_holds }, { "manifest ", read_manifest },
  { "language ", read_language },
};

static gboolean
read_line (StatCache *cache, char *line)
{
  if (line[0] && line[1] == ' ' && strchr ("fd-?", line[0]))
    return read_input (cache, line[0], line + 2);
  for (guint i = 0; i < G_N_ELEMENTS (line_kinds); i++)
    if (g_str_has_prefix (line, line_kinds[i].word))
      return line_kinds[i].read (cache, line + strlen (line_kinds[i].word));
  return FALSE;
}

static gboolean
read_lines (StatCache *cache, char *line)
{
  for (char *end; (end = strchr (line, '\n')); line = end + 1) {
    *end = '\0';
    if (!read_line (cache, line))
      return FALSE;
  }
  return cache->site && cache->settings && cache->language;
}

/* Whether the text is what was written, to its end; then cuts off the end and returns what is
 * behind the first line. */
static char *
check_text (char *text, gsize length)
{
  const gsize tail = strlen (end_word) + DIGEST_HEX_LENGTH + 1;
  Digest said;
  if (length < strlen (first_line) + tail || !g_str_has_prefix (text, first_line)
      || text[length - 1] != '\n')
    return NULL;
  char *end = text + length - tail;
  if (!g_str_has_prefix (end, end_word)
      || !digest_from_hex (end + strlen (end_word), &said))
    return NULL;
  Digest digest = digest_of (text, (gsize) (end - text));
  *end = '\0';
  return digest_equal (&digest, &said) ? text + strlen (first_line) : NULL;
}

StatCache *
stat_cache_read (int folder_fd)
{
  gsize length;
  g_autoptr (StatCache) cache = stat_cache_new ();
  cache->text = disk_read_text (folder_fd, CACHE_NAME, &length);
  char *lines = cache->text ? check_text (cache->text, length) : NULL;
  if (lines == NULL || !read_lines (cache, lines))
    return NULL;
  return g_steal_pointer (&cache);
}

/* ------------------------------------------------------------------------- writing */

static void
add_escaped (GString *text, const char *word, const char *value)
{
  g_autofree char *escaped = g_strescape (value, NULL);
  g_string_append_printf (text, "%s %s\n", word, escaped);
}

static void
add_stamp (GString *text, const DiskStamp *stamp)
{
  append_number (text, (gint64) stamp->size);
  append_text (text, " ");
  append_number (text, stamp->mtime_ns);
  append_text (text, " ");
  append_number (text, (gint64) stamp->inode);
}

static void
add_input (GString *text, const StatInput *input)
{
  /* No line can hold a name with a line end in it; such an input counts as never the same. */
  gboolean is_line = strchr (input->path, '\n') == NULL && *input->path;
  const char kind[] = { is_line ? input->kind : '?', ' ', '\0' };
  append_text (text, kind);
  add_stamp (text, &input->stamp);
  append_text (text, " ");
  append_number (text, input->ctime_ns);
  append_text (text, " ");
  append_text (text, is_line ? input->path : "?");
  append_text (text, "\n");
}

static void
add_output (GString *text, const StatOutput *output)
{
  char key[DIGEST_HEX_LENGTH + 1];
  digest_to_hex (&output->key, key);
  append_text (text, "o ");
  add_stamp (text, &output->stamp);
  append_text (text, " ");
  append_piece (text, key, DIGEST_HEX_LENGTH);
  append_text (text, " ");
  append_text (text, output->path);
  append_text (text, "\n");
  if (output->note)
    add_escaped (text, "n", output->note);
}

static void
add_end (GString *text)
{
  char hex[DIGEST_HEX_LENGTH + 1];
  Digest digest = digest_of (text->str, text->len);
  digest_to_hex (&digest, hex);
  g_string_append_printf (text, "%s%s\n", end_word, hex);
}

static GString *
print (const StatCache *cache)
{
  GString *text = g_string_new (first_line);
  char hex[DIGEST_HEX_LENGTH + 1];
  add_escaped (text, "site", cache->site);
  add_escaped (text, "settings", cache->settings);
  add_escaped (text, "language", cache->language);
  g_string_append_printf (text, "holds %" G_GINT64_FORMAT " %" G_GINT64_FORMAT " %d\n", cache->from,
                          cache->until, cache->is_whole);
  digest_to_hex (&cache->manifest, hex);
  g_string_append_printf (text, "manifest %s ", hex);
  add_stamp (text, &cache->manifest_stamp);
  append_text (text, "\n");
  for (guint i = 0; i < cache->outputs->len; i++)
    add_output (text, &g_array_index (cache->outputs, StatOutput, i));
  for (guint i = 0; i < cache->inputs->len; i++)
    add_input (text, &g_array_index (cache->inputs, StatInput, i));
  add_end (text);
  return text;
}

int
stat_cache_write (const StatCache *cache, int folder_fd)
{
  g_autoptr (GString) text = print (cache);
  DiskStamp written;
  int code = disk_unlink (folder_fd, CACHE_NEW_NAME, FALSE);
  if (code == 0)
    code = disk_write_file (folder_fd, CACHE_NEW_NAME, text->str, text->len, &written);
  if (code == 0 && renameat (folder_fd, CACHE_NEW_NAME, folder_fd, CACHE_NAME) < 0)
    code = errno;
  return code;
}

/* ------------------------------------------------------------------------- looking */

static StatInput
see_input (int site_fd, const char *path)
{
  struct stat info;
  StatInput input = { .path = path, .kind = '-' };
  /* Links are followed: what counts is what was read. */
  if (fstatat (site_fd, path, &info, 0) < 0) {
    if (errno != ENOENT && errno != ENOTDIR)
      input.kind = '?';
    return input;
  }
  input.kind = S_ISREG (info.st_mode) ? 'f' : S_ISDIR (info.st_mode) ? 'd' : '?';
  input.stamp = disk_stamp (&info);
  input.ctime_ns = disk_time_ns (info.st_ctim);
  return input;
}

static gboolean
output_holds (int out_fd, const StatOutput *output)
{
  struct stat info;
  if (fstatat (out_fd, output->path, &info, AT_SYMLINK_NOFOLLOW) < 0 || !S_ISREG (info.st_mode))
    return FALSE;
  DiskStamp stamp = disk_stamp (&info);
  return disk_stamp_equal (&stamp, &output->stamp);
}

static gboolean
input_holds (int site_fd, const StatInput *input)
{
  if (input->kind == '?')
    return FALSE;
  StatInput now = see_input (site_fd, input->path);
  return now.kind == input->kind && now.ctime_ns == input->ctime_ns
         && disk_stamp_equal (&now.stamp, &input->stamp);
}

typedef struct {
  const StatCache *cache;
  int out_fd;
  int site_fd;
  gint64 start_ns;
  gint differs; /* atomic */
} Look;

static void
compare_piece (guint index, gpointer data, Report *report)
{
  (void) report;
  Look *look = data;
  const GArray *outputs = look->cache->outputs, *inputs = look->cache->inputs;
  guint begin = index * PIECE_LENGTH, end = MIN (begin + PIECE_LENGTH, outputs->len + inputs->len);

  for (guint i = begin; i < end && !g_atomic_int_get (&look->differs); i++) {
    gboolean same =
      i < outputs->len
        ? output_holds (look->out_fd, &g_array_index (outputs, StatOutput, i))
        : input_holds (look->site_fd, &g_array_index (inputs, StatInput, i - outputs->len));
    if (!same)
      g_atomic_int_set (&look->differs, 1);
  }
}

gboolean
stat_cache_holds (const StatCache *cache, int out_fd, int site_fd, guint n_threads)
{
  Look look = { .cache = cache, .out_fd = out_fd, .site_fd = site_fd };
  g_autoptr (Report) report = report_new ();
  guint n = cache->outputs->len + cache->inputs->len;
  parallel_for ((n + PIECE_LENGTH - 1) / PIECE_LENGTH, n_threads, compare_piece, &look, report);
  return !look.differs;
}

static void
see_piece (guint index, gpointer data, Report *report)
{
  (void) report;
  const Look *look = data;
  GArray *inputs = look->cache->inputs;
  guint begin = index * PIECE_LENGTH, end = MIN (begin + PIECE_LENGTH, inputs->len);

  for (guint i = begin; i < end; i++) {
    StatInput *input = &g_array_index (inputs, StatInput, i);
    *input = see_input (look->site_fd, input->path);
    if (MAX (input->stamp.mtime_ns, input->ctime_ns) >= look->start_ns)
      input->kind = '?';
  }
}

void
stat_cache_look (StatCache *cache, int site_fd, gint64 start_ns, guint n_threads)
{
  Look look = { .cache = cache, .site_fd = site_fd, .start_ns = start_ns };
  g_autoptr (Report) report = report_new ();
  guint n_pieces = (cache->inputs->len + PIECE_LENGTH - 1) / PIECE_LENGTH;
  parallel_for (n_pieces, n_threads, see_piece, &look, report);
}
