/* SPDX-License-Identifier: MIT */
#include "word/finding.h"

#include "base/i18n.h"

#include <string.h>

#define MAX_WORDS 60 /* characters of a paragraph that tell it from others */

static const struct {
  const char *id, *sentence, *advice;
} rows[] = {
  [FINDING_NUMBER_MISSING] = { "number-missing", N_ ("the document has no number yet"),
                               N_ ("write it under “số” when the clerk has given it") },
  [FINDING_DAY_MISSING] = { "day-missing", N_ ("the day of the document is not filled in"),
                            N_ ("write it under “ngày” when it is signed") },
  [FINDING_SUBJECT_MISSING] = { "subject-missing", N_ ("there is no subject (trích yếu)"),
                                N_ ("write it under “trích yếu”") },
  [FINDING_SIGNER_MISSING] = { "signer-missing", N_ ("who signs, or with which name, is not said"),
                               N_ ("write it under “người ký”") },
  [FINDING_OFFICE_UNKNOWN] = { "office-unknown", N_ ("content/offices.yaml has no such office"),
                               N_ ("add a record like this one, with its locality, and name its id "
                                   "under “cơ quan”") },
  [FINDING_KIND_GUESSED] = { "kind-guessed", N_ ("the kind of the document was guessed"),
                             N_ ("if it is another, import it again with --kind") },
  [FINDING_TRACKED_CHANGES] = { "tracked-changes-accepted",
                                N_ ("changes that nobody has accepted yet were taken as accepted"),
                                N_ ("accept or reject them in Word, or read the text once more") },
  [FINDING_COMMENTS] = { "comments-dropped", N_ ("a comment was left out"),
                         N_ ("see whether it is still open") },
  [FINDING_HIDDEN_TEXT] = { "hidden-text-dropped", N_ ("hidden text was left out"),
                            N_ ("if it belongs there, make it visible in Word and import again") },
  [FINDING_TEXT_BOX] = { "text-box-moved", N_ ("a text box now stands behind its paragraph"),
                         N_ ("move it where it belongs") },
  [FINDING_FOOTNOTE] = { "footnote-moved", N_ ("a footnote of Word became one of the text, [^1]"),
                         N_ ("see whether its call still stands at the right word") },
  [FINDING_LEGACY_CONVERTED] = { "legacy-encoding-converted",
                                 N_ ("text in an old code (TCVN3 or VNI) was turned into Unicode"),
                                 N_ ("read it once more, capitals above all") },
  [FINDING_LEGACY_UNKNOWN] = { "legacy-encoding-unknown",
                               N_ ("a font shows other letters than the file has"),
                               N_ ("type these words anew") },
  [FINDING_SYMBOL_UNKNOWN] = { "symbol-dropped", N_ ("a sign of a symbol font was left out"),
                               N_ ("type it, or write it in words") },
  [FINDING_LETTERS_WITHOUT_DD] = { "letters-without-đ",
                                   N_ ("Word counted a, b, c, d, e: there is no đ"),
                                   N_ ("Decree 30/2020 wants đ) behind d); the letters were left "
                                       "as they are on paper") },
  [FINDING_TABLE_MERGED] = { "table-merged-cells", N_ ("merged cells of a table were taken apart"),
                             N_ ("see whether each cell stands where it should") },
  [FINDING_TABLE_NESTED] = { "table-nested", N_ ("a table within a table became text"),
                             N_ ("make a table of its own of it") },
  [FINDING_PICTURE_NO_ALT] = { "picture-without-description", N_ ("a picture has no description"),
                               N_ ("say between the brackets what is to be seen on it") },
  [FINDING_PICTURE_FORMAT] = { "picture-format",
                               N_ ("a picture that is neither PNG nor JPEG was left out"),
                               N_ ("save it as PNG and put it back") },
  [FINDING_PICTURE_MISSING] = { "picture-missing", N_ ("a picture is not in the file"),
                                N_ ("ask for it") },
  [FINDING_PICTURE_EXTERNAL] = { "external-picture-not-fetched",
                                 N_ ("a picture that lies elsewhere was not fetched"),
                                 N_ ("if it is needed, put it beside the text") },
  [FINDING_COPY_MARK] = { "copy-mark-dropped",
                          N_ ("the mark of a copy (SAO Y) and who signed it were left out"),
                          N_ ("if the copy is what you publish, write it under “bản sao”") },
  [FINDING_SEAL] = { "signature-picture-dropped",
                     N_ ("an emblem, a seal or a scanned signature was left out"),
                     N_ ("it has no place on a web site; loa prints the letterhead itself") },
  [FINDING_LINK] = { "link-dropped",
                     N_ ("a link that leads neither to the web, a mailbox nor a telephone became "
                         "its text"),
                     N_ ("write an address that every reader can open") },
  [FINDING_FIELD] = { "field-dropped", N_ ("a field that fetches something was left out"),
                      N_ ("put in what it should have shown") },
  [FINDING_OBJECT] = { "object-dropped", N_ ("an embedded object or a chart was left out"),
                       N_ ("put in a picture or a table of it") },
  [FINDING_EQUATION] = { "equation-dropped", N_ ("a formula was left out"),
                         N_ ("write it in words") },
  [FINDING_MACROS] = { "macros-dropped", N_ ("the file has macros; they were left out"),
                       N_ ("ask who sent it whether they are meant") },
  [FINDING_PERSONAL_DATA] = { "personal-data",
                              N_ ("there are numbers of identity cards in the text"),
                              N_ ("take them out before it is published") },
};
_Static_assert(G_N_ELEMENTS (rows) == N_FINDINGS, "a row for each finding");

const char *
finding_id (FindingCode code)
{
  return rows[code].id;
}

const char *
finding_sentence (FindingCode code)
{
  return _ (rows[code].sentence);
}

const char *
finding_advice (FindingCode code)
{
  return _ (rows[code].advice);
}

/* The beginning of a paragraph on one line. Caller frees. */
static char *
first_words (const char *text)
{
  gboolean is_long = g_utf8_strlen (text, -1) > MAX_WORDS;
  g_autofree char *start = is_long ? g_utf8_substring (text, 0, MAX_WORDS) : g_strdup (text);

  g_strstrip (g_strdelimit (start, "\n\t", ' '));
  return is_long ? g_strconcat (start, "…", NULL) : g_steal_pointer (&start);
}

void
finding_add (GArray *findings, Arena *arena, FindingCode code, guint paragraph, const char *words,
             const char *detail)
{
  g_autofree char *start = words ? first_words (words) : NULL;
  const Finding finding = { code, paragraph, arena_copy (arena, start),
                            arena_copy (arena, detail) };
  g_array_append_val (findings, finding);
}

gboolean
finding_is_among (const GArray *findings, FindingCode code)
{
  for (guint i = 0; i < findings->len; i++)
    if (g_array_index (findings, Finding, i).code == code)
      return TRUE;
  return FALSE;
}
