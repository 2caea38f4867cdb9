/* SPDX-License-Identifier: MIT */
/* The file, one line each:
 *
 *     loa-stamps 1
 *     site <path>
 *     settings <text, escaped>
 *     holds <from> <until> <whole>
 *     manifest <digest> <size> <mtime> <inode>
 *     o <size> <mtime> <inode> <path>
 *     f <size> <mtime> <inode> <ctime> <path>      or d, -, ? instead of f
 *     end <lines>
 */
#include "write/stamps.h"

#include "base/append.h"
#include "base/parallel.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>

#define STAMPS_NAME     "stamps"
#define STAMPS_NEW_NAME "stamps.new"
#define PIECE_LENGTH    512

static const char first_line[] = "loa-stamps 1";

Stamps *
stamps_new (void)
{
  Stamps *stamps = g_new0 (Stamps, 1);
  stamps->outputs = g_array_new (FALSE, FALSE, sizeof (StampedOutput));
  stamps->inputs = g_array_new (FALSE, FALSE, sizeof (StampedInput));
  return stamps;
}

void
stamps_free (Stamps *stamps)
{
  if (stamps == NULL)
    return;
  g_free (stamps->site);
  g_free (stamps->settings);
  g_array_unref (stamps->outputs);
  g_array_unref (stamps->inputs);
  g_free (stamps->text);
  g_free (stamps);
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
take_stamp (char **line, TreeStamp *stamp)
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
read_output (Stamps *stamps, char *rest)
{
  StampedOutput output;
  if (!take_stamp (&rest, &output.stamp) || !manifest_path_is_good (rest))
    return FALSE;
  output.path = rest;
  g_array_append_val (stamps->outputs, output);
  return TRUE;
}

static gboolean
read_input (Stamps *stamps, char kind, char *rest)
{
  StampedInput input = { .kind = kind };
  if (!take_stamp (&rest, &input.stamp) || !take_number (&rest, &input.ctime_ns) || !*rest)
    return FALSE;
  input.path = rest;
  g_array_append_val (stamps->inputs, input);
  return TRUE;
}

static gboolean
read_site (Stamps *stamps, char *rest)
{
  stamps->site = g_strcompress (rest);
  return TRUE;
}

static gboolean
read_settings (Stamps *stamps, char *rest)
{
  stamps->settings = g_strcompress (rest);
  return TRUE;
}

static gboolean
read_holds (Stamps *stamps, char *rest)
{
  gint64 whole;
  if (!take_number (&rest, &stamps->from) || !take_number (&rest, &stamps->until)
      || !take_number (&rest, &whole))
    return FALSE;
  stamps->whole = whole == 1;
  return TRUE;
}

static gboolean
read_manifest (Stamps *stamps, char *rest)
{
  if (strlen (rest) <= DIGEST_HEX_LENGTH || !digest_from_hex (rest, &stamps->manifest))
    return FALSE;
  rest += DIGEST_HEX_LENGTH + 1;
  return take_stamp (&rest, &stamps->manifest_stamp);
}

static const struct {
  const char *word;
  gboolean (*read) (Stamps *stamps, char *rest);
} line_kinds[] = {
  { "o ", read_output },    { "site ", read_site },         { "settings ", read_settings },
  { "holds ", read_holds }, { "manifest ", read_manifest },
};

static gboolean
read_line (Stamps *stamps, char *line)
{
  if (line[0] && line[1] == ' ' && strchr ("fd-?", line[0]))
    return read_input (stamps, line[0], line + 2);
  for (guint i = 0; i < G_N_ELEMENTS (line_kinds); i++)
    if (g_str_has_prefix (line, line_kinds[i].word))
      return line_kinds[i].read (stamps, line + strlen (line_kinds[i].word));
  return FALSE;
}

/* All lines up to "end" with their right number, or FALSE. */
static gboolean
read_lines (Stamps *stamps, char *line)
{
  gint64 n_lines = 0, n_said;
  for (char *end; (end = strchr (line, '\n')); line = end + 1, n_lines++) {
    *end = '\0';
    if (g_str_has_prefix (line, "end ")) {
      line += strlen ("end ");
      return take_number (&line, &n_said) && n_said == n_lines && stamps->site && stamps->settings;
    }
    if (n_lines == 0 ? strcmp (line, first_line) != 0 : !read_line (stamps, line))
      return FALSE;
  }
  return FALSE;
}

Stamps *
stamps_read (int folder_fd)
{
  gsize length;
  g_autoptr (Stamps) stamps = stamps_new ();
  stamps->text = tree_read_text (folder_fd, STAMPS_NAME, &length);
  if (stamps->text == NULL || !read_lines (stamps, stamps->text))
    return NULL;
  return g_steal_pointer (&stamps);
}

/* ------------------------------------------------------------------------- writing */

static void
add_escaped (GString *text, const char *word, const char *value)
{
  g_autofree char *escaped = g_strescape (value, NULL);
  g_string_append_printf (text, "%s %s\n", word, escaped);
}

/* There are four for each file of the site, which is too many for printf(). */
static void
add_number (GString *text, gint64 number)
{
  char digits[20];
  guint n = sizeof digits;
  guint64 rest = number < 0 ? -(guint64) number : (guint64) number;
  do
    digits[--n] = '0' + rest % 10;
  while ((rest /= 10) > 0);
  if (number < 0)
    append_text (text, "-");
  append_piece (text, digits + n, sizeof digits - n);
}

static void
add_stamp (GString *text, const TreeStamp *stamp)
{
  add_number (text, (gint64) stamp->size);
  append_text (text, " ");
  add_number (text, stamp->mtime_ns);
  append_text (text, " ");
  add_number (text, (gint64) stamp->inode);
}

static void
add_input (GString *text, const StampedInput *input)
{
  /* No line can hold a name with a line end in it; such an input counts as never the same. */
  gboolean is_line = strchr (input->path, '\n') == NULL && *input->path;
  const char kind[] = { is_line ? input->kind : '?', ' ', '\0' };
  append_text (text, kind);
  add_stamp (text, &input->stamp);
  append_text (text, " ");
  add_number (text, input->ctime_ns);
  append_text (text, " ");
  append_text (text, is_line ? input->path : "?");
  append_text (text, "\n");
}

static GString *
print (const Stamps *stamps)
{
  GString *text = g_string_new (first_line);
  char hex[DIGEST_HEX_LENGTH + 1];
  g_string_append_c (text, '\n');
  add_escaped (text, "site", stamps->site);
  add_escaped (text, "settings", stamps->settings);
  g_string_append_printf (text, "holds %" G_GINT64_FORMAT " %" G_GINT64_FORMAT " %d\n",
                          stamps->from, stamps->until, stamps->whole);
  digest_to_hex (&stamps->manifest, hex);
  g_string_append_printf (text, "manifest %s ", hex);
  add_stamp (text, &stamps->manifest_stamp);
  g_string_append_c (text, '\n');
  for (guint i = 0; i < stamps->outputs->len; i++) {
    const StampedOutput *output = &g_array_index (stamps->outputs, StampedOutput, i);
    append_text (text, "o ");
    add_stamp (text, &output->stamp);
    append_text (text, " ");
    append_text (text, output->path);
    append_text (text, "\n");
  }
  for (guint i = 0; i < stamps->inputs->len; i++)
    add_input (text, &g_array_index (stamps->inputs, StampedInput, i));
  g_string_append_printf (text, "end %u\n", 5 + stamps->outputs->len + stamps->inputs->len);
  return text;
}

int
stamps_write (const Stamps *stamps, int folder_fd)
{
  g_autoptr (GString) text = print (stamps);
  TreeStamp written;
  int code = tree_unlink (folder_fd, STAMPS_NEW_NAME, FALSE);
  if (code == 0)
    code = tree_write_file (folder_fd, STAMPS_NEW_NAME, text->str, text->len, &written);
  if (code == 0 && renameat (folder_fd, STAMPS_NEW_NAME, folder_fd, STAMPS_NAME) < 0)
    code = errno;
  return code;
}

/* ------------------------------------------------------------------------- looking */

static StampedInput
see_input (int site_fd, const char *path)
{
  struct stat info;
  StampedInput input = { .path = path, .kind = '-' };
  /* Links are followed: what counts is what was read. */
  if (fstatat (site_fd, path, &info, 0) < 0) {
    if (errno != ENOENT && errno != ENOTDIR)
      input.kind = '?';
    return input;
  }
  input.kind = S_ISREG (info.st_mode) ? 'f' : S_ISDIR (info.st_mode) ? 'd' : '?';
  input.stamp = tree_stamp (&info);
  input.ctime_ns = tree_time_ns (info.st_ctim);
  return input;
}

static gboolean
output_holds (int out_fd, const StampedOutput *output)
{
  struct stat info;
  if (fstatat (out_fd, output->path, &info, AT_SYMLINK_NOFOLLOW) < 0 || !S_ISREG (info.st_mode))
    return FALSE;
  TreeStamp stamp = tree_stamp (&info);
  return tree_stamp_equal (&stamp, &output->stamp);
}

static gboolean
input_holds (int site_fd, const StampedInput *input)
{
  if (input->kind == '?')
    return FALSE;
  StampedInput now = see_input (site_fd, input->path);
  return now.kind == input->kind && now.ctime_ns == input->ctime_ns
         && tree_stamp_equal (&now.stamp, &input->stamp);
}

typedef struct {
  const Stamps *stamps;
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
  const GArray *outputs = look->stamps->outputs, *inputs = look->stamps->inputs;
  guint begin = index * PIECE_LENGTH, end = MIN (begin + PIECE_LENGTH, outputs->len + inputs->len);

  for (guint i = begin; i < end && !g_atomic_int_get (&look->differs); i++) {
    gboolean same =
      i < outputs->len
        ? output_holds (look->out_fd, &g_array_index (outputs, StampedOutput, i))
        : input_holds (look->site_fd, &g_array_index (inputs, StampedInput, i - outputs->len));
    if (!same)
      g_atomic_int_set (&look->differs, 1);
  }
}

gboolean
stamps_hold (const Stamps *stamps, int out_fd, int site_fd, guint n_threads)
{
  Look look = { .stamps = stamps, .out_fd = out_fd, .site_fd = site_fd };
  g_autoptr (Report) report = report_new ();
  guint n = stamps->outputs->len + stamps->inputs->len;
  parallel_for ((n + PIECE_LENGTH - 1) / PIECE_LENGTH, n_threads, compare_piece, &look, report);
  return !look.differs;
}

static void
see_piece (guint index, gpointer data, Report *report)
{
  (void) report;
  const Look *look = data;
  GArray *inputs = look->stamps->inputs;
  guint begin = index * PIECE_LENGTH, end = MIN (begin + PIECE_LENGTH, inputs->len);

  for (guint i = begin; i < end; i++) {
    StampedInput *input = &g_array_index (inputs, StampedInput, i);
    *input = see_input (look->site_fd, input->path);
    if (MAX (input->stamp.mtime_ns, input->ctime_ns) >= look->start_ns)
      input->kind = '?';
  }
}

void
stamps_see_inputs (Stamps *stamps, int site_fd, gint64 start_ns, guint n_threads)
{
  Look look = { .stamps = stamps, .site_fd = site_fd, .start_ns = start_ns };
  g_autoptr (Report) report = report_new ();
  guint n_pieces = (stamps->inputs->len + PIECE_LENGTH - 1) / PIECE_LENGTH;
  parallel_for (n_pieces, n_threads, see_piece, &look, report);
}
