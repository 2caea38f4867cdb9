/* SPDX-License-Identifier: MIT */
/* Inside editor/: what is said of persons and must not be published without a ground (Luật Bảo vệ
 * dữ liệu cá nhân 91/2025/QH15). */
#pragma once

#include "editor/remark.h"

/* Looks for identity numbers, private telephones and addresses, days of birth, accounts. */
void people_read (const Review *review);
