/* SPDX-License-Identifier: MIT */
#include "word/refusal.h"

#include "base/i18n.h"

G_DEFINE_QUARK (loa - word - error, word_error)

static const struct {
  const char *id, *sentence;
} refusals[] = {
  [WORD_EMPTY] = { "empty", N_ ("the file is empty; ask for it to be sent once more") },
  [WORD_NOT_DOCX] = { "not-docx", N_ ("this is not a Word file, whatever its name says; open it in "
                                      "Word and save it as Word Document (.docx)") },
  [WORD_OLD_FORMAT] = { "old-word-format",
                        N_ ("this is a .doc of Word 97–2003; open it in Word, choose File → Save "
                            "As → Word Document (.docx), and import that file") },
  [WORD_OPEN_DOCUMENT] = { "open-document",
                           N_ ("this is an OpenDocument text (.odt); open it in LibreOffice, "
                               "choose File → Save As → Word 2007-365 (.docx), and import that "
                               "file") },
  [WORD_ENCRYPTED] = { "encrypted",
                       N_ ("the file is locked with a password; open it in Word, take the password "
                           "off under File → Info → Protect Document, and save it") },
  [WORD_TOO_LARGE] = { "too-large", N_ ("unpacked, the file is far larger than a document is; it "
                                        "was not read any further") },
  [WORD_DAMAGED] = { "damaged", N_ ("the file is damaged, perhaps cut while it was sent; ask for "
                                    "it once more, or open it in Word and save it anew") },
  [WORD_DUPLICATE_PART] = { "duplicate-part",
                            N_ ("the file holds two parts of one name, of which each program "
                                "shows another; open it in Word and save it anew") },
  [WORD_NO_DOCUMENT] = { "no-document", N_ ("the file has no text part; open it in Word and save "
                                            "it anew as Word Document (.docx)") },
  [WORD_BAD_MARKUP] = { "bad-markup", N_ ("a part of the file is not what Word writes and cannot "
                                          "be read; open it in Word and save it anew") },
  [WORD_TOO_DEEP] = { "too-deep", N_ ("something in the file is nested deeper than any document "
                                      "is; it was not read any further") },
  [WORD_DOCTYPE] = { "doctype", N_ ("a part of the file has a document type, which Word never "
                                    "writes; it was not read") },
};
_Static_assert(G_N_ELEMENTS (refusals) == N_WORD_REFUSALS, "a sentence for each refusal");

const char *
word_refusal_id (WordRefusal refusal)
{
  return refusals[refusal].id;
}

gboolean
word_refuse (GError **error, WordRefusal refusal)
{
  g_set_error_literal (error, WORD_ERROR, refusal, _ (refusals[refusal].sentence));
  return FALSE;
}
