/* SPDX-License-Identifier: MIT */
/* Two tables: what may be published, and what never is, not even when site.yaml asks for it. */
#include "model/file_kind.h"

#include <string.h>

#define ZIP "PK\x03\x04"
#define OLE "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
#define NONE                                                                                       \
  {                                                                                                \
    NULL, 0, 0                                                                                     \
  }

/* Bytes at an offset; the length is written out, since some have NUL in them. */
typedef struct {
  const char *bytes;
  gsize length, offset;
} Signature;

typedef struct {
  const char *ending;
  gboolean is_static; /* in static/ alone */
  gboolean is_text;   /* has no signature, but also no NUL */
  Signature signatures[3];
} FileKind;

static const FileKind kinds[] = {
  { "pdf", FALSE, FALSE, { { "%PDF-", 5, 0 } } },
  { "doc", FALSE, FALSE, { { OLE, 8, 0 }, { "{\\rtf", 5, 0 } } },
  { "xls", FALSE, FALSE, { { OLE, 8, 0 } } },
  { "ppt", FALSE, FALSE, { { OLE, 8, 0 } } },
  { "docx", FALSE, FALSE, { { ZIP, 4, 0 } } },
  { "xlsx", FALSE, FALSE, { { ZIP, 4, 0 } } },
  { "pptx", FALSE, FALSE, { { ZIP, 4, 0 } } },
  { "odt", FALSE, FALSE, { { ZIP, 4, 0 } } },
  { "ods", FALSE, FALSE, { { ZIP, 4, 0 } } },
  { "rtf", FALSE, FALSE, { { "{\\rtf", 5, 0 } } },
  { "jpg", FALSE, FALSE, { { "\xff\xd8\xff", 3, 0 } } },
  { "jpeg", FALSE, FALSE, { { "\xff\xd8\xff", 3, 0 } } },
  { "png", FALSE, FALSE, { { "\x89PNG\r\n\x1a\n", 8, 0 } } },
  { "webp", FALSE, FALSE, { { "WEBP", 4, 8 } } },
  { "gif", FALSE, FALSE, { { "GIF87a", 6, 0 }, { "GIF89a", 6, 0 } } },
  { "heic", FALSE, FALSE, { { "ftyphe", 6, 4 }, { "ftypmif1", 8, 4 }, { "ftypmsf1", 8, 4 } } },
  { "heif", FALSE, FALSE, { { "ftyphe", 6, 4 }, { "ftypmif1", 8, 4 }, { "ftypmsf1", 8, 4 } } },
  { "avif", FALSE, FALSE, { { "ftypavi", 7, 4 }, { "ftypmif1", 8, 4 } } },
  { "svg", FALSE, TRUE, { NONE } }, /* looked into as a whole */
  { "ico", FALSE, FALSE, { { "\0\0\1\0", 4, 0 } } },
  { "mp3", FALSE, FALSE, { { "ID3", 3, 0 }, { "\xff", 1, 0 } } },
  { "m4a", FALSE, FALSE, { { "ftyp", 4, 4 } } },
  { "ogg", FALSE, FALSE, { { "OggS", 4, 0 } } },
  { "opus", FALSE, FALSE, { { "OggS", 4, 0 } } },
  { "wav", FALSE, FALSE, { { "WAVE", 4, 8 } } },
  { "vtt", FALSE, TRUE, { { "WEBVTT", 6, 0 }, { "\xef\xbb\xbfWEBVTT", 9, 0 } } },
  { "mp4", FALSE, FALSE, { { "ftyp", 4, 4 } } },
  { "webm", FALSE, FALSE, { { "\x1a\x45\xdf\xa3", 4, 0 } } },
  { "zip", FALSE, FALSE, { { ZIP, 4, 0 }, { "PK\x05\x06", 4, 0 } } },
  { "rar", FALSE, FALSE, { { "Rar!\x1a\x07", 6, 0 } } },
  { "epub", FALSE, FALSE, { { ZIP, 4, 0 } } },
  { "txt", FALSE, TRUE, { NONE } },
  { "csv", FALSE, TRUE, { NONE } },
  { "ics",
    FALSE,
    TRUE,
    { { "BEGIN:VCALENDAR", 15, 0 },
      { "\xef\xbb\xbf"
        "BEGIN:VCALENDAR",
        18, 0 } } },
  { "html", TRUE, TRUE, { NONE } },
  { "xml", TRUE, TRUE, { NONE } },
  { "json", TRUE, TRUE, { NONE } },
  { "css", TRUE, TRUE, { NONE } },
  { "js", TRUE, TRUE, { NONE } },
  { "woff2", TRUE, FALSE, { { "wOF2", 4, 0 } } },
  { "ttf",
    TRUE,
    FALSE,
    { { "\0\1\0\0", 4, 0 }, { "true", 4, 0 } } }, /* sheets of paper take these */
  { "otf", TRUE, FALSE, { { "OTTO", 4, 0 } } },
};

static const char *const programs[] = {
  /* Windows, and its documents that run something */
  "exe", "com", "scr", "pif", "bat", "cmd", "msi", "msp", "msix", "appx", "dll", "sys", "cpl",
  "ocx", "drv", "ps1", "psm1", "vb", "vbe", "vbs", "jse", "wsf", "wsh", "wsc", "hta", "lnk", "url",
  "reg", "inf", "scf", "chm", "hlp", "gadget", "application", "appref-ms", "xll", "xla", "xlam",
  "iso", "img", "vhd", "vhdx", "cab", "settingcontent-ms", "library-ms", "website",
  /* documents with macros */
  "docm", "dotm", "dot", "xlsm", "xltm", "xlt", "xlsb", "pptm", "potm", "ppsm", "ppam", "sldm",
  "odb",
  /* other systems */
  "apk", "aab", "xapk", "apks", "ipa", "app", "dmg", "pkg", "deb", "rpm", "run", "bin", "elf", "so",
  "dylib", "sh", "bash", "command", "desktop", "jar", "class", "jnlp", "swf", "xpi", "crx", "one",
  /* what a server runs */
  "php", "php3", "php4", "php5", "php7", "phtml", "phar", "asp", "aspx", "ashx", "asmx", "jsp",
  "jspx", "cfm", "cgi", "pl", "py", "pyc", "rb", "lua", "shtml", "stm", "htc", "mht", "mhtml",
  "xht", "xhtml", "htm", "svgz", "mjs", "wasm", NULL
};

/* Of programs, whatever they are called. */
static const Signature program_signatures[] = {
  { "MZ", 2, 0 },
  { "\x7f"
    "ELF",
    4, 0 },
  { "\xca\xfe\xba\xbe", 4, 0 },
  { "\xfe\xed\xfa", 3, 0 },
  { "\xcf\xfa\xed\xfe", 4, 0 },
  { "\xce\xfa\xed\xfe", 4, 0 },
  { "#!/", 3, 0 },
  { "L\0\0\0\1\x14\2\0", 8, 0 }, /* a shortcut of Windows */
};

char *
file_kind_ending (const char *path)
{
  const char *slash = strrchr (path, '/');
  const char *dot = strrchr (slash ? slash : path, '.');
  return g_ascii_strdown (dot ? dot + 1 : "", -1);
}

const char *
file_kind_added_ending (const char *path)
{
  static const char *const endings[] = { "heic", "heif", "avif", NULL };
  g_autofree char *ending = file_kind_ending (path);
  return g_strv_contains (endings, ending) ? ".jpg" : "";
}

gboolean
file_kind_is_program (const char *ending)
{
  return g_strv_contains (programs, ending);
}

static const FileKind *
find_kind (const char *ending)
{
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (strcmp (kinds[i].ending, ending) == 0)
      return &kinds[i];
  return NULL;
}

static gboolean
begins_with (const char *bytes, gsize length, const Signature *signature)
{
  return signature->length > 0 && length >= signature->offset + signature->length
         && memcmp (bytes + signature->offset, signature->bytes, signature->length) == 0;
}

gboolean
file_kind_is_zip (const char *bytes, gsize length)
{
  static const Signature zip = { ZIP, 4, 0 };
  return begins_with (bytes, length, &zip);
}

gboolean
file_kind_is_ole (const char *bytes, gsize length)
{
  static const Signature ole = { OLE, 8, 0 };
  return begins_with (bytes, length, &ole);
}

/* What Excel saves as “Unicode text” has NULs, and says so in its first two bytes. */
static gboolean
is_text (const char *bytes, gsize length)
{
  gboolean is_utf16 =
    length >= 2 && (memcmp (bytes, "\xff\xfe", 2) == 0 || memcmp (bytes, "\xfe\xff", 2) == 0);
  return is_utf16 || memchr (bytes, '\0', length) == NULL;
}

static gboolean
is_what_it_says (const FileKind *kind, const char *bytes, gsize length)
{
  if (kind->is_text && !is_text (bytes, length))
    return FALSE;
  if (kind->signatures[0].length == 0)
    return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (kind->signatures); i++)
    if (begins_with (bytes, length, &kind->signatures[i]))
      return TRUE;
  return FALSE;
}

const char *
file_within_static (const char *path)
{
  gboolean is_of_theme = g_str_has_prefix (path, "themes/");
  const char *slash = is_of_theme ? strchr (path + strlen ("themes/"), '/') : NULL;
  const char *within = slash ? slash + 1 : path;
  return g_str_has_prefix (within, "static/") ? within + strlen ("static/") : NULL;
}

gboolean
file_is_static (const char *path)
{
  return file_within_static (path) != NULL;
}

/* Files that servers read; they have no ending, or are known by their folder. */
static gboolean
is_for_servers (const char *path)
{
  static const char *const names[] = { ".htaccess", ".nojekyll",  "CNAME",
                                       "_headers",  "_redirects", NULL };
  const char *within = file_within_static (path);
  if (within == NULL)
    return FALSE;
  return g_str_has_prefix (within, ".well-known/")
         || g_strv_contains (names, strrchr (path, '/') + 1);
}

static gboolean
is_program (const char *bytes, gsize length)
{
  for (guint i = 0; i < G_N_ELEMENTS (program_signatures); i++)
    if (begins_with (bytes, length, &program_signatures[i]))
      return TRUE;
  return FALSE;
}

gboolean
file_kind_is_raw (const char *path)
{
  g_autofree char *ending = file_kind_ending (path);
  const FileKind *kind = find_kind (ending);
  return kind == NULL || (kind->is_static && kind->is_text) || is_for_servers (path);
}

FileKindVerdict
file_kind_judge (const char *path, const char *bytes, gsize length, const char *const *widened)
{
  g_autofree char *ending = file_kind_ending (path);
  const FileKind *kind = find_kind (ending);

  if (file_kind_is_program (ending) || is_program (bytes, length))
    return FILE_KIND_PROGRAM;
  if (is_for_servers (path))
    return is_text (bytes, length) ? FILE_KIND_GOOD : FILE_KIND_OTHER;
  if (widened && *ending && g_strv_contains (widened, ending) && (kind == NULL || kind->is_static))
    return FILE_KIND_GOOD;
  if (kind == NULL)
    return FILE_KIND_UNKNOWN;
  if (kind->is_static && !file_is_static (path))
    return FILE_KIND_STATIC;
  return is_what_it_says (kind, bytes, length) ? FILE_KIND_GOOD : FILE_KIND_OTHER;
}
