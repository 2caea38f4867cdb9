/* SPDX-License-Identifier: MIT */
/* A new site is made beside the place where it is to stand, and put there in one step: either all
 * of it is there, or nothing. */
#include "command/new.h"

#include "base/i18n.h"
#include "command/command.h"
#include "command/options.h"
#include "load/blank.h"
#include "load/localities.h"
#include "text/fold.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>

/* Who issues what is on the site. */
typedef struct {
  LocalityTable *table;
  Date today;
  const Locality *locality;
  char *id;              /* "75", or that of a record */
  char *name;            /* in a sentence */
  char *own;             /* "Sở Y tế" of an office that has a record of its own; or NULL */
  gboolean is_committee; /* `own` is a commune, "phường Trấn Biên", whose committee it is */
  char *csv;             /* text of content/localities.csv, or NULL */
} Issuer;

static void
issuer_clear (Issuer *issuer)
{
  locality_table_free (issuer->table);
  g_free (issuer->id);
  g_free (issuer->name);
  g_free (issuer->own);
  g_free (issuer->csv);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Issuer, issuer_clear)

/* --- who it is --- */

static int
read_localities (Issuer *issuer, const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (Report) report = report_new ();

  if (path == NULL)
    return EXIT_GOOD;
  g_autoptr (Source) source = source_read_regular (path, path, &error);
  if (source == NULL) {
    complain ("%s", error->message);
    return EXIT_SYSTEM;
  }
  localities_load (issuer->table, source, report);
  issuer->csv = g_strdup (source->text);
  if (report_n_errors (report) == 0)
    return EXIT_GOOD;
  report_print (report, stderr);
  return EXIT_CONTENT;
}

static void
set_committee (Issuer *issuer, const Locality *locality)
{
  g_autofree char *name = locality_full_name (locality);

  issuer->locality = locality;
  issuer->id = g_strdup (locality->code);
  issuer->name = g_strdup_printf ("Ủy ban nhân dân %s", name);
}

/* Behind the words that `text` opens with, with or without marks: a letter stays one when it is
 * folded. NULL when it opens with none of them. */
static const char *
behind_any (const char *text, const char *const *openings)
{
  g_autofree char *folded = text_fold (text);

  for (; *openings; openings++)
    if (g_str_has_prefix (folded, *openings))
      return g_utf8_offset_to_pointer (text, strlen (*openings));
  return NULL;
}

/* “Trấn Biên” of “phường Trấn Biên”; NULL when it is no commune. */
static const char *
place_of_commune (const char *commune)
{
  static const char *const kinds[] = { "phuong ", "xa ", "dac khu ", NULL };
  return behind_any (commune, kinds);
}

/* An office whose unit is not in the list, by the province its name ends with. */
static void
set_own (Issuer *issuer, const char *words, const char *own)
{
  static const char *const committees[] = { "ubnd ", "uy ban nhan dan ", "", NULL };
  const char *unit = behind_any (own, committees);
  const char *commune = place_of_commune (unit) ? unit : NULL;

  issuer->is_committee = commune != NULL;
  issuer->own = g_strdup (commune ? commune : own);
  issuer->name = commune ? g_strdup_printf ("Ủy ban nhân dân %s", commune) : g_strdup (words);
  issuer->id = text_slug (commune ? issuer->name : words);
}

/* FALSE after saying what `words` may mean. */
static gboolean
find_issuer (Issuer *issuer, const char *words)
{
  gboolean is_called;
  g_autoptr (GPtrArray) found = locality_search (issuer->table, words, issuer->today, &is_called);
  g_autofree char *own = NULL;

  if (is_called && found->len == 1) {
    set_committee (issuer, found->pdata[0]);
    return TRUE;
  }
  if (found->len == 0) {
    issuer->locality = locality_at_end (issuer->table, words, issuer->today, &own);
    if (issuer->locality) {
      set_own (issuer, words, own);
      return TRUE;
    }
  }
  complain (found->len > 0
              ? _ ("“%s” may be one of these; write its code")
              : _ ("“%s” is no province or city that is built in, nor does it end with one; write "
                   "“Sở Y tế tỉnh Lào Cai”, or bring the list of communes with --localities"),
            words);
  new_print_localities (issuer->table, found, issuer->today);
  return FALSE;
}

static gboolean
ask_issuer (Issuer *issuer)
{
  for (;;) {
    g_autofree char *words =
      new_ask (_ ("Which office? (name or code of the province, commune or ward, or “Sở Y tế tỉnh "
                  "Lào Cai”; without marks will do)"));
    if (words == NULL)
      return FALSE;
    if (*words && find_issuer (issuer, words))
      return TRUE;
  }
}

/* --- its files --- */

/* "Sở Khoa học và Công nghệ" → "SKHCN" */
static char *
initials (const char *name)
{
  g_auto (GStrv) words = g_strsplit_set (name, " -,", -1);
  GString *letters = g_string_new (NULL);

  for (char **word = words; *word; word++) {
    gunichar first = g_utf8_get_char (*word);
    if (g_unichar_isalpha (first) && strcmp (*word, "và") != 0)
      g_string_append_unichar (letters, g_unichar_toupper (first));
  }
  return g_string_free (letters, FALSE);
}

/* In quotation marks, whatever is in it. */
static char *
yaml_text (const char *text)
{
  GString *quoted = g_string_new ("\"");

  for (; *text; text++) {
    if (*text == '"' || *text == '\\')
      g_string_append_c (quoted, '\\');
    g_string_append_c (quoted, (guchar) *text < ' ' ? ' ' : *text);
  }
  g_string_append_c (quoted, '"');
  return g_string_free (quoted, FALSE);
}

/* What a letter of it is headed by: who stands above it, and its name. */
static char *
record_text (const Issuer *issuer)
{
  g_autofree char *unit = locality_full_name (issuer->locality);
  g_autofree char *upper_unit = g_utf8_strup (unit, -1);
  g_autofree char *upper = g_utf8_strup (issuer->own, -1);
  g_autofree char *line = yaml_text (upper);
  g_autofree char *name = yaml_text (issuer->name);
  g_autofree char *symbol = initials (issuer->own);
  g_autofree char *place = yaml_text (issuer->is_committee ? place_of_commune (issuer->own) : "");

  return issuer->is_committee
           ? g_strdup_printf (
             "\n%s:\n  địa phương: \"%s\"\n  tên: [ỦY BAN NHÂN DÂN, %s]\n  tên gọi: %s\n"
             "  địa danh: %s\n  ký hiệu: UBND\n",
             issuer->id, issuer->locality->code, line, name, place)
           : g_strdup_printf (
             "\n%s:\n  địa phương: \"%s\"\n  cơ quan chủ quản: [\"UBND %s\"]\n  tên: [%s]\n"
             "  tên gọi: %s\n  ký hiệu: %s\n",
             issuer->id, issuer->locality->code, upper_unit, line, name, symbol);
}

static char *
offices_text (const Issuer *issuer)
{
  GString *text = g_string_new (
    "# Cơ quan ban hành. Xã, phường, tỉnh, thành phố không có trong tệp này vẫn có tiêu đề văn bản "
    "theo quy tắc:\n# mã của đơn vị là mã của cơ quan.\n");

  if (issuer->own) {
    g_autofree char *record = record_text (issuer);
    g_string_append (text, record);
  }
  g_string_append_printf (
    text,
    "\n# Thêm cơ quan: bỏ dấu # và sửa lại cho đúng.\n"
    "# cong-an-mau:\n#   địa phương: \"%s\"\n#   cơ quan chủ quản: [CÔNG AN TỈNH]\n#   tên: [CÔNG "
    "AN "
    "PHƯỜNG MẪU]\n#   tên gọi: Công an phường Mẫu\n#   ký hiệu: CAP\n#   điện thoại: \"113\"\n"
    "#   đài:\n#     tên: Đài Truyền thanh phường Mẫu\n#     giờ phát: [\"05:30\", \"17:00\"]\n",
    issuer->locality->code);
  return g_string_free (text, FALSE);
}

static char *
config_text (const Issuer *issuer, const char *title)
{
  g_autofree char *name = yaml_text (title);
  g_autofree char *whose = g_strdup_printf ("Bản tin, hướng dẫn và văn bản của %s.", issuer->name);
  g_autofree char *summary = yaml_text (whose);
  return g_strdup_printf (
    "# Trang tin: tên, cơ quan, chuyên mục.\n"
    "tiêu đề: %s\n"
    "tóm tắt: %s\n"
    "cơ quan: \"%s\"\n"
    "\n"
    "# Khi đã có địa chỉ trên mạng thì bỏ dấu # và sửa lại; mã QR và bản đồ trang cần địa chỉ "
    "này.\n"
    "# địa chỉ gốc: https://ten-trang.gov.vn/\n"
    "\n"
    "chuyên mục:\n"
    "  - mã: huong-dan\n    tiêu đề: Hướng dẫn\n    tóm tắt: Làm theo từng bước.\n"
    "  - mã: ban-tin\n    tiêu đề: Bản tin\n    tóm tắt: Bài để đọc trên loa truyền thanh.\n"
    "  - mã: thong-bao\n    tiêu đề: Thông báo\n    tóm tắt: Việc sắp diễn ra, ở đâu.\n"
    "  - mã: hoi-dap\n    tiêu đề: Hỏi đáp\n    tóm tắt: Câu hỏi bà con hay hỏi.\n"
    "  - mã: cong-van\n    tiêu đề: Công văn\n    tóm tắt: Văn bản của cơ quan.\n"
    "  - mã: bieu-mau\n    tiêu đề: Biểu mẫu\n    tóm tắt: Biểu để in ra và đánh dấu.\n",
    name, summary, issuer->id);
}

static const char home_text[] = "---\nloại: trang\ntiêu đề: Trang chủ\n---\n\n"
                                "Một, hai câu chào bà con: trang này có gì, của cơ quan nào.\n";

static const char ignored_text[] = "# loa làm ra, không cần lưu\n/out/\n/.out.loa/\n";

static const char first_text[] =
  "# Đọc trước\n"
  "\n"
  "Mỗi tệp `.md` trong `content/` là một văn bản, viết một lần; `loa` làm ra trang web, bản in và "
  "lời loa của nó.\n"
  "\n"
  "1. `loa serve --open` mở bàn xem trước: mỗi lần lưu tệp, trang tự hiện bản mới, lỗi hiện ở đầu "
  "trang.\n"
  "2. Sửa các bài mẫu, hoặc thêm bài: `loa new ban-tin \"Tiêu đề\"`, `loa new huong-dan \"Tiêu "
  "đề\"`, "
  "`loa new ke-hoach \"Tiêu đề\"`.\n"
  "3. Xóa các bài mẫu khi không cần nữa (tên tệp có chữ `mau`).\n"
  "4. `loa build` làm ra mọi thứ vào thư mục `out/`: chép thư mục ấy lên máy chủ hoặc vào USB.\n"
  "\n"
  "| Thư mục, tệp | Để làm gì |\n"
  "|---|---|\n"
  "| `content/site.yaml` | tên trang, cơ quan, chuyên mục |\n"
  "| `content/offices.yaml` | tiêu đề văn bản, địa chỉ, đài truyền thanh của các cơ quan |\n"
  "| `content/<chuyên mục>/*.md` | các bài |\n"
  "| `static/` | ảnh, tệp đính kèm, chép nguyên sang trang |\n"
  "\n"
  "Tên tệp chỉ gồm chữ thường không dấu, số và dấu `-`: tên ấy thành địa chỉ trên mạng.\n";

static const struct {
  const char *kind, *title, *path;
} samples[] = {
  { "bản tin", "Bản tin mẫu", "content/ban-tin/ban-tin-mau.md" },
  { "hướng dẫn", "Hướng dẫn mẫu", "content/huong-dan/huong-dan-mau.md" },
  { "công văn", "phối hợp tuyên truyền", "content/cong-van/cong-van-mau.md" },
  { "biểu theo dõi", "Biểu theo dõi mẫu", "content/bieu-mau/bieu-theo-doi-mau.md" },
  { "trang", "Giới thiệu", "content/gioi-thieu-mau.md" },
  { "chương trình phát thanh", "Chương trình mẫu", "content/ban-tin/chuong-trinh-mau.md" },
  { "hỏi đáp", "Câu hỏi mẫu: làm việc này ở đâu?", "content/hoi-dap/cau-hoi-mau.md" },
  { "thông báo", "Thông báo mẫu", "content/thong-bao/thong-bao-mau.md" },
};
G_STATIC_ASSERT (G_N_ELEMENTS (samples) == N_KINDS);

static gboolean
write_in (const char *folder, const char *path, const char *text, GError **error)
{
  g_autofree char *whole = g_build_filename (folder, path, NULL);
  return text == NULL || new_write (whole, text, error);
}

static gboolean
write_samples (const Issuer *issuer, const char *folder, GError **error)
{
  gboolean is_other = issuer->own && !issuer->is_committee;
  g_autofree char *symbol = is_other ? initials (issuer->own) : NULL;
  const Office named = { .symbol = symbol ? symbol : "UBND" };
  static const char *const bulletins[] = { "ban-tin/ban-tin-mau", NULL };

  for (guint i = 0; i < G_N_ELEMENTS (samples); i++) {
    Blank blank = {
      .title = samples[i].title, .office = &named, .date = issuer->today, .is_sample = TRUE
    };
    front_matter_kind (samples[i].kind, &blank.kind);
    if (blank.kind.kind == KIND_PROGRAMME)
      blank.bulletins = bulletins;
    g_autofree char *text = blank_text (&blank);
    if (!write_in (folder, samples[i].path, text, error))
      return FALSE;
  }
  return TRUE;
}

static gboolean
write_site (const Issuer *issuer, const char *title, const char *folder, GError **error)
{
  g_autofree char *config = config_text (issuer, title);
  g_autofree char *offices = offices_text (issuer);
  g_autofree char *publish = g_build_filename (folder, "static", NULL);

  return g_mkdir (publish, 0777) == 0 && write_in (folder, "content/site.yaml", config, error)
         && write_in (folder, "content/offices.yaml", offices, error)
         && write_in (folder, "content/localities.csv", issuer->csv, error)
         && write_in (folder, "content/index.md", home_text, error)
         && write_in (folder, ".gitignore", ignored_text, error)
         && write_in (folder, "DOC-TRUOC.md", first_text, error)
         && write_samples (issuer, folder, error);
}

/* --- all of it, or nothing --- */

static void
remove_folder (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir && (name = g_dir_read_name (dir))) {
    g_autofree char *path = g_build_filename (folder, name, NULL);
    if (g_unlink (path) < 0)
      remove_folder (path);
  }
  g_rmdir (folder);
}

/* TRUE when nothing stands at `folder` but, perhaps, an empty folder. */
static gboolean
is_free (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  struct stat about;

  if (dir)
    return g_dir_read_name (dir) == NULL;
  return lstat (folder, &about) < 0 && errno == ENOENT;
}

static int
make_site (const Issuer *issuer, const char *title, const char *folder)
{
  g_autofree char *whole = g_canonicalize_filename (folder, NULL);
  g_autofree char *parent = g_path_get_dirname (whole);
  g_autofree char *work = g_strconcat (parent, "/.loa-new-XXXXXX", NULL);
  g_autoptr (GError) error = NULL;

  if (g_mkdir_with_parents (parent, 0777) < 0 || g_mkdtemp_full (work, 0777) == NULL) {
    complain (_ ("“%s” cannot be written: %s"), parent, g_strerror (errno));
    return EXIT_SYSTEM;
  }
  if (write_site (issuer, title, work, &error) && g_rename (work, whole) == 0)
    return EXIT_GOOD;
  int number = errno;
  remove_folder (work);
  if (error)
    complain ("%s", error->message);
  else
    complain (_ ("“%s” cannot be written: %s"), folder, g_strerror (number));
  return EXIT_SYSTEM;
}

static int
choose_issuer (Issuer *issuer, const char *office)
{
  if (office)
    return find_issuer (issuer, office) ? EXIT_GOOD : EXIT_USAGE;
  if (ask_issuer (issuer))
    return EXIT_GOOD;
  complain (
    _ ("say whose site it is: --office 75, --office \"dong nai\" or --office \"Sở Y tế tỉnh Lào "
       "Cai\""));
  return EXIT_USAGE;
}

int
new_site (const char *folder, const char *title, const char *office, const char *localities)
{
  g_auto (Issuer) issuer = { .table = locality_table_new (),
                             .today = date_of_moment (g_get_real_time () / G_USEC_PER_SEC) };

  if (!is_free (folder)) {
    complain (_ ("“%s” is there already, and stays as it is; name a folder that is not"), folder);
    return EXIT_USAGE;
  }
  int status = read_localities (&issuer, localities);
  if (status == EXIT_GOOD)
    status = choose_issuer (&issuer, office);
  if (status != EXIT_GOOD)
    return status;
  g_autofree char *asked =
    title ? NULL : new_ask (_ ("What is the site called? (Enter: the name of the office)"));
  const char *name = title && *title ? title : asked && *asked ? asked : issuer.name;
  status = make_site (&issuer, name, folder);
  if (status != EXIT_GOOD)
    return status;
  printf ("%s\n", folder);
  fprintf (stderr,
           _ ("The site of %s is made. Next: “loa serve --open %s” shows it while you write; "
              "DOC-TRUOC.md in it says the rest.\n"),
           issuer.name, folder);
  if (issuer.own)
    fprintf (
      stderr,
      _ ("Its letterhead is in content/offices.yaml, in the words you typed; mend it there.\n"));
  return EXIT_GOOD;
}
