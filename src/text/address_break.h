/* SPDX-License-Identifier: MIT */
/* Places within an address, which has no spaces, where a line may end and still be read: behind the
 * dots of “dichvucong.gov.vn” and the “@” of a mail. Behind slashes and hyphens it may anyhow. */
#pragma once

/* The first such place behind `from`, in the text from `text` to `end`; `end` when there is none.
 */
const char *text_next_address_break (const char *from, const char *text, const char *end);
